#include "sanaq/cli/usage_error.h"

#include <CLI/CLI.hpp>

#include "sanaq/text/nearest_word.h"

namespace sanaq::cli {
namespace {

using base::message;

const CLI::App& innermost(const CLI::App& app) {
  const auto chosen = app.get_subcommands();
  return chosen.empty() ? app : innermost(*chosen.front());
}

std::string called_as(const CLI::App& app) {
  const CLI::App* parent = app.get_parent();
  return parent == nullptr ? app.get_name() : called_as(*parent) + " " + app.get_name();
}

std::vector<std::string> names_known_to(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  }
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; }))
    names.push_back(command->get_name());
  return names;
}

// What stands in CLI11's sentence before or after a fixed part of it.
std::string before(const std::string& text, const std::string& mark) {
  return text.substr(0, text.find(mark));
}
std::string after(const std::string& text, const std::string& mark) {
  const std::size_t at = text.find(mark);
  return at == std::string::npos ? text : text.substr(at + mark.size());
}

// CLI11 lists what it did not expect from the last to the first; an unknown flag explains the words
// after it.
std::string first_unknown(const std::string& words) {
  const std::size_t flag = words.rfind(" -");
  if (flag != std::string::npos) return before(words.substr(flag + 1), " ");
  return words.starts_with('-') ? before(words, " ") : words.substr(words.rfind(' ') + 1);
}

base::Message unknown_word(const CLI::App& app, const std::string& word) {
  const std::string near = text::nearest_word(word, names_known_to(app));
  if (near.empty())
    return message("{} is not known to {}; {} --help lists what is", word, called_as(app),
                   called_as(app));
  return message("{} is not known to {}; did you mean {}?", word, called_as(app), near);
}

}  // namespace

base::Message usage_message(const CLI::App& app, const CLI::ParseError& error) {
  const CLI::App& command = innermost(app);
  const std::string kind = error.get_name();
  const std::string said = error.what();
  if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::ExtrasError)) {
    return unknown_word(command, first_unknown(after(said, ": ")));
  }
  if (kind == "RequiredError")
    return message("{}: {} is missing; see {} --help", called_as(command),
                   before(said, " is required"), called_as(command));
  if (kind == "ConversionError")
    return message("{}: this cannot be used: {}", called_as(command),
                   after(said, "Could not convert: "));
  if (kind == "ArgumentMismatch" && said.find(": At Most ") != std::string::npos)
    return message("{}: {} stands more than once; leave one of them", called_as(command),
                   before(said, ":"));
  if (kind == "ArgumentMismatch")
    return message("{}: {} needs a value; see {} --help", called_as(command), before(said, ":"),
                   called_as(command));
  if (kind == "ExcludesError")
    return message("{}: {} and {} cannot stand together", called_as(command),
                   before(said, " excludes "), after(said, " excludes "));
  if (kind == "RequiresError")
    return message("{}: {} needs {} beside it", called_as(command), before(said, " requires "),
                   after(said, " requires "));
  return message("{}: {}", called_as(command), said);
}

}  // namespace sanaq::cli
