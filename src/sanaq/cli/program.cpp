#include "sanaq/cli/program.h"

#include <algorithm>
#include <new>

#include "sanaq/base/error.h"
#include "sanaq/base/shown.h"
#include "sanaq/base/system.h"
#include "sanaq/base/version.h"
#include "sanaq/cli/language.h"
#include "sanaq/cli/progress_bar.h"
#include "sanaq/cli/usage_error.h"

namespace sanaq::cli {
namespace {

using base::Error;
using base::Kind;
using base::message;

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
