#include "sanaq/cli/publish_command.h"

#include "sanaq/answers/publish_changes.h"
#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/cli/allow_outside.h"
#include "sanaq/cli/ask_to_publish.h"
#include "sanaq/cli/ledger_session.h"
#include "sanaq/cli/log_key.h"
#include "sanaq/cli/public_reason.h"
#include "sanaq/cli/question.h"
#include "sanaq/cli/verify_logged_site.h"
#include "sanaq/disclose/disclose_provenance.h"
#include "sanaq/investigation/investigation.h"
#include "sanaq/publish/known_marks.h"
#include "sanaq/publish/publish.h"
#include "sanaq/report/json_text.h"
#include "sanaq/settings/config.h"

namespace sanaq::cli {
namespace {

using base::message;

struct Flags {
  std::string folder = ".";
  std::string out;
  std::string public_reason, cosignatures;
  std::vector<std::string> witnesses;  // vkeys
  bool dry_run = false, salts = false, is_agreed = false, json = false;
};

// What opens the commitments of the site, one file a line.
void print_salts(const Flags& flags, Context& context) {
  enter_secret_if_none(flags.folder, context);
  const investigation::Outcome outcome =
      investigation::ingest_lists(flags.folder, caller_of(context));
  for (const disclose::InputSalt& one : disclose::input_salts(outcome)) {
    const std::string name =
        one.input.name.empty() ? context.catalog.say("everything else together") : one.input.name;
    context.print(name + "\n  SHA-256     " + one.sha256 + "\n");
    if (!one.salt.empty())
      context.print("  salt        " + one.salt + "\n  commitment  " + one.input.hash + "\n");
  }
}

void say_columns(const publish::Report& report, Context& context) {
  const base::Catalog& catalog = context.catalog;
  if (report.public_columns.empty())
    context.print(catalog.say("No column of any list leaves: the site has numbers and no names.") +
                  "\n");
  for (const std::string& column : report.public_columns)
    context.print(catalog.say(message("leaves: {}", column)) + "\n");
}

void say_warnings(const std::vector<base::Message>& warnings, Context& context) {
  for (const base::Message& warning : warnings) context.note(context.catalog.say(warning) + "\n");
}

void show(const investigation::Outcome& outcome, const publish::SitePlace& place, bool as_json,
          Context& context) {
  const publish::Report report = publish::preview(outcome, place, context.progress);
  enter_what_was_done(outcome, context);
  say_warnings(report.warnings, context);
  if (as_json) return context.print(report::json_text(answers::changes_json(report.facts)));
  context.print(answers::changes_text(report.changes, context.catalog));
  context.print(context.catalog.say(message("{} pages would be written to {}; nothing was",
                                            report.pages, place.shown)) +
                "\n");
}

[[noreturn]] void refuse(const publish::Opening& opening, Context& context) {
  if (can_ask(context)) throw base::Error(base::Kind::usage, message("nothing was published"));
  throw base::Error(
      base::Kind::usage,
      message("{} Nobody can be asked here, so nothing was published: see what would leave with "
              "--dry-run, and publish with --yes",
              context.catalog.say(what_would_be_opened(opening))));
}

// The lines of witnesses; none where no file is named. Read before any work is done.
std::optional<publish::Cosignatures> cosignatures_of(const Flags& flags) {
  const auto witnesses = witness_keys(flags.witnesses);
  if (flags.cosignatures.empty() && !witnesses.empty())
    throw base::Error(base::Kind::usage,
                      message("--witness says whose lines --cosignatures has: give both"));
  if (flags.cosignatures.empty()) return std::nullopt;
  if (flags.dry_run)
    throw base::Error(base::Kind::usage,
                      message("--dry-run writes nothing, so it takes no --cosignatures"));
  return publish::parse_cosignatures(flags.cosignatures, base::read_file(flags.cosignatures),
                                     witnesses);
}

void publish_site(const Flags& flags, Context& context) {
  const auto cosignatures = cosignatures_of(flags);
  if (flags.salts) return print_salts(flags, context);
  if (flags.json && !flags.dry_run)
    throw base::Error(base::Kind::usage, message("--json shows what --dry-run finds: give both"));
  if (!flags.dry_run) clear_leftovers(flags.folder, context);
  enter_secret_if_none(flags.folder, context);
  publish::SitePlace place;  // looked at before any work
  investigation::Outcome outcome = investigation::estimate_total(
      flags.folder, caller_of(context), [&](const settings::Config& config) {
        place = publish::site_place(flags.folder, config, flags.out);
        publish::expect_no_others_site(place);
      });
  if (flags.dry_run) return show(outcome, place, flags.json, context);
  auto signer = log_signer(flags.folder, outcome.config.publish.origin, context);
  if (!signer && cosignatures)
    throw base::Error(
        base::Kind::conflict,
        message("{}: the site has no public log here, so no line of a witness was taken",
                flags.cosignatures));
  if (cosignatures) signer->cosignatures = &*cosignatures;
  const publish::Report report = publish::publish(
      outcome, place, context.progress,
      [&](const ledger::Publication& now) { enter_what_was_done(outcome, context, &now); },
      std::nullopt, approval(flags.is_agreed, context), flags.public_reason,
      signer ? &*signer : nullptr);
  if (report.is_waiting) {
    enter_what_was_done(outcome, context);
    say_warnings(report.warnings, context);
    refuse(report.opening, context);
  }
  outcome.steps.push_back({"publish",
                           false,
                           0,
                           outcome.keys.publish,
                           outcome.keys.settings.publish,
                           {{"site", report.pages_digest}},
                           {}});
  enter_what_was_done(outcome, context, &report.publication);
  say_warnings(report.warnings, context);
  say_warnings(publish::sentences(report.change), context);
  say_columns(report, context);
  context.print(context.catalog.say(message("{} pages: {}/index.html", report.pages, place.shown)) +
                "\n");
}

}  // namespace

void add_publish(Arguments& app, Context& context) {
  const auto flags = std::make_shared<Flags>();
  const base::Catalog& catalog = context.catalog;
  Arguments command = app.command(
      "publish", catalog.say("Write the site, and say which columns of the lists leave with it"));
  command.folder(flags->folder);
  command.option("--out", &flags->out,
                 catalog.say("Folder of the site; otherwise as the settings say"));
  command.flag("--dry-run", flags->dry_run,
               catalog.say("Say which persons, statements and documents would newly be public, "
                           "changed or gone; write nothing"));
  command.json(flags->json);
  add_yes(command, flags->is_agreed, context);
  add_allow_outside(command, context);
  command.flag("--salts", flags->salts,
               catalog.say("Print what opens the commitments on the site to somebody who "
                           "holds a file; publish nothing"));
  add_public_reason(command, flags->public_reason, context);
  command.option("--cosignatures", &flags->cosignatures,
                 catalog.say("A file with what witnesses sent of the site as it stands: it is put "
                             "into log/checkpoint"));
  command
      .option("--witness", &flags->witnesses,
              catalog.say("The public key of a witness, by which his line is judged"))
      .repeated();
  command.example({"sanaq publish my-count --dry-run"});
  command.runs([flags, &context] { publish_site(*flags, context); });
}

}  // namespace sanaq::cli
