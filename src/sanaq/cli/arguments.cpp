#include "sanaq/cli/arguments.h"

#include <CLI/CLI.hpp>
#include <sstream>

#include "sanaq/cli/usage_error.h"

namespace sanaq::cli {
namespace {

// What help writes behind a flag, in CLI11's words.
const char* type_of(settings::Written written) {
  switch (written) {
    case settings::Written::number:
      return "FLOAT";
    case settings::Written::whole:
      return "INT";
    case settings::Written::seed:
      return "UINT";
    default:
      return "TEXT";
  }
}

}  // namespace

Argument& Argument::required() {
  option_.required();
  return *this;
}

Argument& Argument::hidden() {
  option_.group("");
  return *this;
}

Argument& Argument::repeated() {
  option_.expected(1)->take_all()->allow_extra_args(false);
  return *this;
}

Argument& Argument::takes(int values_min, int values_max) {
  // CLI11 expects exactly as many in another way than from so many to so many.
  if (values_min == values_max)
    option_.expected(values_min);
  else
    option_.expected(values_min, values_max);
  return *this;
}

Argument& Argument::separated_by(char separator) {
  option_.delimiter(separator)->allow_extra_args(false);
  return *this;
}

Argument& Argument::one_of(const std::vector<std::string>& words) {
  option_.check(CLI::IsMember(words));
  return *this;
}

Argument& Argument::between(int value_min, int value_max) {
  option_.check(CLI::Range(value_min, value_max));
  return *this;
}

Argument& Argument::not_negative() {
  option_.check(CLI::NonNegativeNumber);
  return *this;
}

Argument& Argument::read_by(const WordReader& read) {
  option_.transform(CLI::Validator(read, ""));
  return *this;
}

Argument& Argument::excludes(const Argument& other) {
  option_.excludes(&other.option_);
  return *this;
}

Arguments Arguments::command(const std::string& name, const std::string& help) {
  CLI::App& command = *app_.add_subcommand(name, help);
  if (app_.get_parent() == nullptr) command.group(catalog_.say("Commands"));
  return {command, catalog_};
}

Argument Arguments::option(const std::string& name, Target target, const std::string& help) {
  return Argument(
      *std::visit([&](auto* value) { return app_.add_option(name, *value, help); }, target));
}

Argument Arguments::flag(const std::string& name, bool& is_set, const std::string& help) {
  return Argument(*app_.add_flag(name, is_set, help));
}

void Arguments::in_folder(std::string& folder) {
  option("--in", &folder, catalog_.say("The investigation; otherwise the folder in which you are"));
}

void Arguments::folder(std::string& folder, const std::string& name) {
  option(name, &folder, catalog_.say("The investigation; otherwise the folder in which you are"));
}

void Arguments::author(std::string& name) {
  option("--by", &name, catalog_.say("Your name, for the ledger"));
}

Argument Arguments::reason(std::string& reason) {
  return option("--reason", &reason, catalog_.say("Why"));
}

void Arguments::json(bool& is_json) {
  flag("--json", is_json, catalog_.say("Print JSON for programs"));
}

void Arguments::force(bool& replaces) {
  flag("--force", replaces,
       catalog_.say("Replace files of the given names that this command did not write; "
                    "never one that it reads"));
}

void Arguments::flags_of(const std::vector<settings::Option<settings::Config>>& options,
                         settings::Said& said) {
  for (const settings::Option<settings::Config>& each : options) {
    if (!each.flag.name.empty()) flag_of(each, said[std::string(each.key)]);
  }
  app_.footer(catalog_.say("In an investigation what its investigation.toml says holds where no "
                           "flag does, before the values that stand here.") +
              "\n");
}

void Arguments::flag_of(const settings::Option<settings::Config>& option,
                        settings::FlagWords& said) {
  const std::string name(option.flag.name), help = catalog_.say(option.flag.help);
  if (option.written == settings::Written::truth) {
    flag(name, said.is_named, help);
    return;
  }
  CLI::Option& made = *app_.add_option(name, said.words, help);
  made.type_name(type_of(option.written))->default_str(settings::shown_default(option));
  if (option.written == settings::Written::texts || option.written == settings::Written::pairs)
    Argument(made).repeated();
  else if (option.written == settings::Written::list)
    Argument(made).separated_by(',');
  else
    made.expected(1)->allow_extra_args(false);  // what follows are files
}

void Arguments::show_defaults() {
  for (CLI::Option* option : app_.get_options()) {
    if (!option->get_lnames().empty() && option->get_name() != "--help")
      option->capture_default_str();
  }
}

void Arguments::needs_a_command() { app_.require_subcommand(1); }

void Arguments::passes_options_up() { app_.fallthrough(); }

void Arguments::example(const std::vector<std::string>& lines) {
  std::string text = app_.get_footer();
  text += (text.empty() ? "" : "\n") + catalog_.say("Example:");
  for (const std::string& line : lines) text += "\n  " + line;
  app_.footer(text);
}

void Arguments::footer(const std::string& text) { app_.footer(text); }

void Arguments::runs(std::function<void()> run) { app_.callback(std::move(run)); }

CommandLine::CommandLine(const std::string& name, const std::string& description,
                         const std::string& version, const base::Catalog& catalog)
    : catalog_(catalog), app_(std::make_unique<CLI::App>(description, name)) {
  const auto form = std::make_shared<CLI::Formatter>();
  form->column_width(34);
  form->label("Usage", catalog.say("Usage"));
  form->label("OPTIONS", catalog.say("OPTIONS"));
  form->label("Options", catalog.say("Options"));
  form->label("Positionals", catalog.say("Arguments"));
  form->label("SUBCOMMAND", catalog.say("COMMAND"));
  form->label("Subcommands", catalog.say("Commands"));
  form->label("REQUIRED", catalog.say("(needed)"));
  app_->formatter(form);
  app_->option_defaults()->group(catalog.say("Options"));
  app_->set_help_flag("-h,--help", catalog.say("Show this help and end"));
  app_->set_version_flag("--version", version, catalog.say("Show the version and end"));
  app_->fallthrough();
}

CommandLine::~CommandLine() = default;

Arguments CommandLine::arguments() { return {*app_, catalog_}; }

std::string CommandLine::help() const { return app_->help(); }

CommandLine::Outcome CommandLine::run(const std::vector<std::string>& arguments) {
  try {
    std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());  // as CLI11 wants them
    app_->parse(std::move(reversed));
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() != static_cast<int>(CLI::ExitCodes::Success))
      return {.refusal = usage_message(*app_, error)};
    // Help in CLI11 is an exception too.
    std::ostringstream text;
    std::ostringstream nothing;
    app_->exit(error, text, nothing);
    return {.text = text.str()};
  }
  return {.named_a_command = !app_->get_subcommands().empty()};
}

}  // namespace sanaq::cli
