#include "sanaq/cli/program.h"

#include <algorithm>
#include <new>

#include "sanaq/base/error.h"
#include "sanaq/base/shown.h"
#include "sanaq/base/system.h"
#include "sanaq/cli/language.h"
#include "sanaq/cli/progress_bar.h"
#include "sanaq/cli/usage_error.h"
#include "sanaq/investigation/version.h"

namespace sanaq::cli {
namespace {

using base::Error;
using base::Kind;
using base::message;

void speak(CLI::App& app, const base::Catalog& catalog) {
  const auto form = std::make_shared<CLI::Formatter>();
  form->column_width(34);
  form->label("Usage", catalog.say("Usage"));
  form->label("OPTIONS", catalog.say("OPTIONS"));
  form->label("Options", catalog.say("Options"));
  form->label("Positionals", catalog.say("Arguments"));
  form->label("SUBCOMMAND", catalog.say("COMMAND"));
  form->label("Subcommands", catalog.say("Commands"));
  form->label("REQUIRED", catalog.say("(needed)"));
  app.formatter(form);
  app.option_defaults()->group(catalog.say("Options"));
  app.description(catalog.say(
      "sanaq finds out from lists how many people were really killed, and who they were."));
  app.set_help_flag("-h,--help", catalog.say("Show this help and end"));
  app.set_version_flag("--version", "sanaq " + std::string(investigation::program_version()),
                       catalog.say("Show the version and end"));
}

// Help in CLI11 is an exception too; it goes to standard output and is success.
int finish_parsing(const CLI::App& app, const CLI::ParseError& error, const base::Catalog& catalog,
                   const Streams& streams) {
  if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success)) {
    std::ostringstream text;
    std::ostringstream nothing;
    app.exit(error, text, nothing);
    streams.output(text.str());
    return 0;
  }
  streams.error(
      base::shown_lines(fmt::format("sanaq: {}\n", catalog.say(usage_message(app, error)))));
  return static_cast<int>(Kind::usage);
}

int parse_and_run(const std::vector<std::string>& arguments,
                  const std::vector<AddCommand>& commands, base::Catalog& catalog,
                  const Streams& streams) {
  // The progress bar alone may steer the terminal.
  ProgressBar progress(catalog, streams.error_is_terminal, streams.error_columns, streams.error);
  Context context{catalog, progress,
                  [&](std::string_view text) { streams.output(base::shown_lines(text)); },
                  [&](std::string_view text) {
                    progress.finish();
                    streams.error(base::shown_lines(text));
                  }};
  if (streams.ask) {
    context.ask = [&](std::string_view question, bool is_hidden) {
      progress.finish();
      return streams.ask(base::shown_lines(question), is_hidden);
    };
  }
  CLI::App app("", "sanaq");
  speak(app, catalog);
  app.fallthrough();
  std::string language;
  app.add_option(
      "--language", language,
      catalog.say("Language of messages, help and reports: en, kk, ru (otherwise LANG decides)"));
  for (const AddCommand add : commands) add(app, context);
  for (CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; }))
    command->group(catalog.say("Commands"));
  if (arguments.empty()) {
    streams.error(app.help());
    return static_cast<int>(Kind::usage);
  }
  try {
    std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());  // as CLI11 wants them
    app.parse(std::move(reversed));
    if (app.get_subcommands().empty())
      throw Error(Kind::usage, message("no command was named; sanaq --help lists them"));
    return 0;
  } catch (const CLI::ParseError& error) {
    return finish_parsing(app, error, catalog, streams);
  }
}

int failed(const base::Catalog& catalog, const Streams& streams, Kind kind,
           const base::Message& sentence) {
  streams.error(base::shown_lines(fmt::format("sanaq: {}\n", catalog.say(sentence))));
  return static_cast<int>(kind);
}

}  // namespace

int run_program(const std::vector<std::string>& arguments, const std::vector<AddCommand>& commands,
                const Streams& streams) {
  base::Catalog catalog;
  try {
    catalog = base::Catalog(choose_language(arguments, base::environment));
    return parse_and_run(arguments, commands, catalog, streams);
  } catch (const Error& error) {
    return failed(catalog, streams, error.kind(), error.message());
  } catch (const std::bad_alloc&) {
    return failed(
        catalog, streams, Kind::io,
        message("there is not enough memory for this; use a larger machine or fewer records"));
  } catch (const std::exception& error) {
    return failed(catalog, streams, Kind::bug,
                  message("this is a mistake in sanaq, please report it: {}", error.what()));
  }
}

}  // namespace sanaq::cli
