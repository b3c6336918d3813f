#include "sanaq/cli/question.h"

#include <algorithm>
#include <array>

#include "sanaq/base/error.h"
#include "sanaq/base/system.h"

namespace sanaq::cli {
namespace {

using base::message;

std::string trimmed(const std::string& text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == text.npos) return "";
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

// "yes" and its first letter, as the reader's language has them, in small letters.
bool is_yes(const std::string& answer, const base::Catalog& catalog) {
  std::string small = answer;
  std::transform(small.begin(), small.end(), small.begin(), [](char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
  });
  const std::array<std::string, 6> yes = {
      "y", "yes", catalog.say("yes"), catalog.say("Yes"), catalog.say("y"), catalog.say("Y")};
  return std::find(yes.begin(), yes.end(), small) != yes.end() ||
         std::find(yes.begin(), yes.end(), answer) != yes.end();
}

std::optional<std::string> asked(Context& context, const std::string& question, bool is_hidden) {
  if (!context.ask) return std::nullopt;
  const auto answer = context.ask(question + " ", is_hidden);
  context.progress.throw_if_stopped();
  return answer ? std::optional(trimmed(*answer)) : std::nullopt;
}

}  // namespace

bool can_ask(const Context& context) { return static_cast<bool>(context.ask); }

bool ask_yes(Context& context, const base::Message& question) {
  const auto answer =
      asked(context, context.catalog.say(question) + " " + context.catalog.say("[yes/NO]"), false);
  return answer && is_yes(*answer, context.catalog);
}

bool ask_number(Context& context, const base::Message& question, std::int64_t number) {
  const auto answer = asked(context, context.catalog.say(question), false);
  return answer && *answer == std::to_string(number);
}

std::optional<std::string> ask_line(Context& context, const base::Message& question) {
  return asked(context, context.catalog.say(question), false);
}

std::optional<std::string> ask_secret(Context& context, const base::Message& question) {
  return asked(context, context.catalog.say(question), true);
}

// A passphrase may begin or end with a space.
ledger::AskPassphrase passphrase_from(Context& context) {
  return [&context]() -> std::optional<std::string> {
    if (const auto set = base::environment("SANAQ_PASSPHRASE")) return set;
    if (!context.passphrase && context.ask)
      context.passphrase =
          context.ask(context.catalog.say("The passphrase of your key:") + " ", true);
    context.progress.throw_if_stopped();
    return context.passphrase;
  };
}

std::string ask_new_passphrase(Context& context) {
  const auto ask = [&](const std::string& question) {
    const auto answer = context.ask ? context.ask(question + " ", true) : std::nullopt;
    context.progress.throw_if_stopped();
    return answer;
  };
  const auto first = ask(context.catalog.say("A passphrase for the new key:"));
  if (!first || first->empty())
    throw base::Error(base::Kind::usage,
                      message("there is no passphrase: type one at the terminal, or put it into "
                              "SANAQ_PASSPHRASE"));
  if (ask(context.catalog.say("The same once more:")) != first)
    throw base::Error(base::Kind::usage, message("these two were not the same; begin again"));
  return *first;
}

}  // namespace sanaq::cli
