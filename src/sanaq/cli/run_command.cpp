#include "sanaq/cli/run_command.h"

#include <optional>

#include "sanaq/answers/ingest_text.h"
#include "sanaq/answers/number_text.h"
#include "sanaq/answers/run_json.h"
#include "sanaq/base/files.h"
#include "sanaq/base/stopwatch.h"
#include "sanaq/cli/allow_outside.h"
#include "sanaq/cli/ask_to_publish.h"
#include "sanaq/cli/ledger_session.h"
#include "sanaq/cli/log_key.h"
#include "sanaq/cli/public_reason.h"
#include "sanaq/disclose/disclose.h"
#include "sanaq/publish/publish.h"
#include "sanaq/report/figures.h"
#include "sanaq/report/json_text.h"
#include "sanaq/settings/config.h"

namespace sanaq::cli {
namespace {

using base::message;

struct Flags {
  std::string folder = ".", public_reason;
  bool json = false, is_agreed = false;
};

std::string steps_text(const investigation::Outcome& outcome, const base::Catalog& catalog) {
  std::string text;
  for (const investigation::StepDone& step : outcome.steps) {
    const std::string state = step.was_up_to_date
                                  ? catalog.say("up to date")
                                  : report::duration_text(step.seconds, catalog.language());
    text += fmt::format("{:<9} {}\n", step.name, state);
  }
  return text;
}

// What making the site needs, from the settings and from the linked lists.
struct Site {
  publish::SitePlace place;
  std::optional<investigation::OpenRegister> shown;
  std::optional<publish::Opening> waits;  // what nobody agreed to
};

investigation::Publisher publisher_of(Site& site, const Flags& flags, Context& context) {
  investigation::Publisher publisher;
  publisher.expect_place = [&](const settings::Config& config) {
    site.place = publish::site_place(flags.folder, config, "");
  };
  publisher.standing = [&] { return publish::standing_site(site.place, context.progress); };
  publisher.prepare = [&](const investigation::Outcome& outcome) {
    site.shown = disclose::shown_register(outcome, context.progress);
  };
  publisher.publish =
      [&](const investigation::Outcome& outcome) -> std::optional<ledger::Publication> {
    const auto signer = log_signer(flags.folder, outcome.config.publish.origin, context);
    const publish::Report report = publish::publish(
        outcome, site.place, context.progress,
        [&](const ledger::Publication& now) { enter_what_was_done(outcome, context, &now); },
        site.shown, approval(flags.is_agreed, context), flags.public_reason,
        signer ? &*signer : nullptr);
    for (const base::Message& warning : report.warnings)
      context.note(context.catalog.say(warning) + "\n");
    for (const base::Message& said : publish::sentences(report.change))
      context.note(context.catalog.say(said) + "\n");
    if (report.is_waiting) {
      site.waits = report.opening;
      return std::nullopt;
    }
    return report.publication;
  };
  return publisher;
}

void say_what_waits(const publish::Opening& opening, const Flags& flags, Context& context) {
  context.note(context.catalog.say(what_would_be_opened(opening)) + "\n" +
               context.catalog.say(message("The site was not published and is as it was. See what "
                                           "would leave: sanaq publish {} --dry-run; and publish: "
                                           "sanaq publish {} --yes",
                                           flags.folder, flags.folder)) +
               "\n");
}

void run_all(const Flags& flags, Context& context) {
  const base::Stopwatch watch;
  const base::Catalog& catalog = context.catalog;
  clear_leftovers(flags.folder, context);
  enter_secret_if_none(flags.folder, context);
  Site site;
  const investigation::Publisher publisher = publisher_of(site, flags, context);
  const investigation::Run run = investigation::run(flags.folder, publisher, caller_of(context));
  enter_what_was_done(run.outcome, context, run.publication ? &*run.publication : nullptr);
  if (flags.json) {
    context.print(report::json_text(answers::run_result(run, catalog)));
    if (site.waits) say_what_waits(*site.waits, flags, context);
    return;
  }
  if (run.was_up_to_date) {
    context.print(catalog.say("Everything is up to date; nothing was done.") + "\n");
  } else {
    context.print(answers::ingest_text(run.outcome, catalog) + steps_text(run.outcome, catalog));
  }
  context.print(answers::number_text(run.outcome, catalog));
  if (site.waits) return say_what_waits(*site.waits, flags, context);
  context.print(catalog.say(message("Took {}. The site: {}",
                                    report::duration_text(watch.seconds(), catalog.language()),
                                    base::join(run.site, "index.html"))) +
                "\n");
}

}  // namespace

void add_run(Arguments& app, Context& context) {
  const auto flags = std::make_shared<Flags>();
  const base::Catalog& catalog = context.catalog;
  Arguments command = app.command(
      "run", catalog.say("Do everything that is out of date: read, link, estimate, publish"));
  command.folder(flags->folder);
  command.json(flags->json);
  add_yes(command, flags->is_agreed, context);
  add_public_reason(command, flags->public_reason, context);
  add_allow_outside(command, context);
  command.example({"sanaq run my-count"});
  command.runs([flags, &context] { run_all(*flags, context); });
}

}  // namespace sanaq::cli
