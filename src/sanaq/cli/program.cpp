#include "sanaq/cli/program.h"

#include <algorithm>
#include <new>
#include <system_error>

#include "sanaq/base/error.h"
#include "sanaq/base/shown.h"
#include "sanaq/base/system.h"
#include "sanaq/base/version.h"
#include "sanaq/cli/language.h"
#include "sanaq/cli/progress_bar.h"
#include "sanaq/cli/progress_lines.h"
#include "sanaq/cli/usage_error.h"

namespace sanaq::cli {
namespace {

using base::Error;
using base::Kind;
using base::message;

int parse_and_run(const std::vector<std::string>& arguments,
                  const std::vector<AddCommand>& commands, base::Catalog& catalog,
                  const Streams& streams, ProgressLines* lines) {
  // The progress bar alone may steer the terminal.
  ProgressBar progress(catalog, streams.error_is_terminal, streams.error_columns, streams.error);
  base::Progress& told = lines != nullptr ? static_cast<base::Progress&>(*lines) : progress;
  // What verify finds is read by whoever began it with a pipe; other results are read from files.
  const bool is_told = lines != nullptr &&
                       std::find(arguments.begin(), arguments.end(), "verify") != arguments.end();
  Context context{catalog, told,
                  [&](std::string_view text) {
                    if (is_told) lines->note(base::shown_lines(text));
                    streams.output(base::shown_lines(text));
                  },
                  [&](std::string_view text) {
                    progress.finish();
                    if (lines != nullptr) lines->note(base::shown_lines(text));
                    streams.error(base::shown_lines(text));
                  }};
  context.passphrase = passphrase_handed_over(arguments);
  if (streams.ask) {
    context.ask = [&](std::string_view question, bool is_hidden) {
      progress.finish();
      return streams.ask(base::shown_lines(question), is_hidden);
    };
  }
  CommandLine line("sanaq",
                   catalog.say("sanaq finds out from lists how many people were really killed, and "
                               "who they were."),
                   "sanaq " + std::string(base::program_version()), catalog);
  Arguments app = line.arguments();
  std::string language;
  app.option(
         "--language", &language,
         catalog.say("Language of messages, help and reports: en, kk, ru (otherwise LANG decides)"))
      .suggests(base::Catalog::languages());
  std::string pipes;
  add_pipes(app, pipes);
  for (const AddCommand add : commands) add(app, context);
  if (arguments.empty()) {
    streams.error(line.help());
    return static_cast<int>(Kind::usage);
  }
  const CommandLine::Outcome outcome = line.run(arguments);
  if (outcome.refusal) throw Error(Kind::usage, *outcome.refusal);
  if (outcome.text)
    streams.output(*outcome.text);
  else if (!outcome.named_a_command)
    throw Error(Kind::usage, message("no command was named; sanaq --help lists them"));
  return 0;
}

base::Message not_enough_memory() {
  return message("there is not enough memory for this; use a larger machine or fewer records");
}

// How a command line ended, in the words of one failure; none where it did its work.
struct Ended {
  int code = 0;
  std::optional<base::Message> says = {};
};

Ended failed(Kind kind, base::Message sentence) {
  return {static_cast<int>(kind), std::move(sentence)};
}

Ended ended(const std::function<int()>& run) {
  try {
    return {run()};
  } catch (const Error& error) {
    return failed(error.kind(), error.message());
  } catch (const std::bad_alloc&) {
    return failed(Kind::io, not_enough_memory());
  } catch (const std::system_error& error) {
    // A thread that cannot be begun is memory that cannot be had.
    if (error.code() == std::errc::resource_unavailable_try_again)
      return failed(Kind::io, not_enough_memory());
    return failed(Kind::bug,
                  message("this is a mistake in sanaq, please report it: {}", error.what()));
  } catch (const std::exception& error) {
    return failed(Kind::bug,
                  message("this is a mistake in sanaq, please report it: {}", error.what()));
  }
}

}  // namespace

int run_program(const std::vector<std::string>& arguments, const std::vector<AddCommand>& commands,
                const Streams& streams) {
  base::Catalog catalog;
  std::optional<ProgressLines> lines;
  const Ended end = ended([&] {
    catalog = base::Catalog(choose_language(arguments, base::environment));
    if (const auto pipe = telling_pipe_of(arguments)) lines.emplace(*pipe);
    return parse_and_run(arguments, commands, catalog, streams, lines ? &*lines : nullptr);
  });
  if (end.says)
    streams.error(base::shown_lines(fmt::format("sanaq: {}\n", catalog.say(*end.says))));
  if (lines) lines->end(end.code, end.says);
  return end.code;
}

}  // namespace sanaq::cli
