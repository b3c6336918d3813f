#include "sanaq/cli/verify_command.h"

#include <nlohmann/json.hpp>

#include "sanaq/answers/repeat_text.h"
#include "sanaq/base/error.h"
#include "sanaq/base/version.h"
#include "sanaq/cli/allow_outside.h"
#include "sanaq/cli/ledger_session.h"
#include "sanaq/cli/verify_logged_site.h"
#include "sanaq/cli/verify_site.h"
#include "sanaq/investigation/own_places.h"
#include "sanaq/ledger/codes.h"
#include "sanaq/ledger/fixity.h"
#include "sanaq/ledger/ledger.h"
#include "sanaq/ledger/verify.h"
#include "sanaq/publish/kept_facts.h"
#include "sanaq/publish/kept_log.h"
#include "sanaq/publish/own_site.h"
#include "sanaq/publish/publish.h"
#include "sanaq/report/json_text.h"

namespace sanaq::cli {
namespace {

investigation::Repeat repeat_count(const std::string& folder, Context& context) {
  const investigation::SiteDigest site = [&](const investigation::Outcome& outcome) {
    return publish::site_digest(outcome, context.progress);
  };
  return investigation::repeat(folder, site, caller_of(context));
}

struct Flags {
  std::string folder = ".";
  std::string against;
  bool json = false, repeat = false;
  bool records = false, signatures = false;
  std::string by;
  std::vector<std::string> witnesses;
  std::optional<int> quorum;
};

std::string weight_word(ledger::Weight weight, const base::Catalog& catalog) {
  switch (weight) {
    case ledger::Weight::damage:
      return catalog.say("DAMAGE");
    case ledger::Weight::warning:
      return catalog.say("warning");
    case ledger::Weight::note:
      break;
  }
  return catalog.say("note");
}

std::string place_of(const ledger::Finding& finding, const base::Catalog& catalog) {
  return finding.line == 0 ? finding.file
                           : catalog.say(base::message("{}, line {}", finding.file, finding.line));
}

std::string text_of(const ledger::VerifyReport& report, const base::Catalog& catalog) {
  std::string text;
  for (const ledger::Finding& finding : report.findings) {
    text += weight_word(finding.weight, catalog) + "  " + place_of(finding, catalog) + ": " +
            catalog.say(finding.what) + "\n    " + catalog.say(finding.advice) + "\n";
  }
  for (const ledger::ErasedBody& erased : report.erased) {
    const std::string writer = erased.writer.substr(0, 8);
    text += catalog.say(
                erased.holds
                    ? base::message("erased: {}:{}, on {}, by {}: {}", writer, erased.seq,
                                    erased.when, erased.by, erased.reason)
                    : base::message("sealed until a second voice asks for it too: {}:{}, on {}, by "
                                    "{}: {}",
                                    writer, erased.seq, erased.when, erased.by, erased.reason)) +
            "\n";
  }
  for (const ledger::ChainState& chain : report.chains) {
    text += catalog.say(base::message(
                "chain {} ({}), entries: {}, of these count: {}, last checkpoint at entry {}",
                chain.writer.substr(0, 8), chain.name, chain.entries, chain.counts_up_to,
                chain.last_checkpoint)) +
            "\n";
  }
  if (!report.id.empty())
    text += catalog.say(base::message("investigation {}", ledger::id_code(report.id))) + "\n";
  text += catalog.say(base::message("signatures checked: {}", report.signatures)) + "\n";
  if (report.uncounted > 0)
    text += catalog.say(base::message("entries that are whole and count for nothing: {}",
                                      report.uncounted)) +
            "\n";
  text += catalog.say(
              base::message("checked: entries {}, documents {}, versions of lists and tables {}",
                            report.entries, report.documents, report.lists)) +
          "\n";
  if (report.entries_since)
    text += catalog.say(base::message(
                "the checkpoint holds: nothing before it was changed; entries added since: {}",
                *report.entries_since)) +
            "\n";
  if (report.is_whole())
    text += catalog.say(report.changed.empty()
                            ? base::message("everything is what it was")
                            : base::message("what was entered is what it was; files that are not "
                                            "as they were last entered: {}",
                                            report.changed.size())) +
            "\n";
  return text;
}

nlohmann::json json_of(const ledger::VerifyReport& report) {
  static constexpr const char* weights[] = {"damage", "warning", "note"};
  nlohmann::json findings = nlohmann::json::array(), erased = nlohmann::json::array(),
                 chains = nlohmann::json::array();
  for (const ledger::Finding& finding : report.findings) {
    findings.push_back({{"weight", weights[static_cast<int>(finding.weight)]},
                        {"file", finding.file},
                        {"line", finding.line},
                        {"what", finding.what.english()},
                        {"advice", finding.advice.english()}});
  }
  for (const ledger::ErasedBody& body : report.erased)
    erased.push_back({{"writer", body.writer},
                      {"seq", body.seq},
                      {"by", body.by},
                      {"when", body.when},
                      {"reason", body.reason},
                      {"holds", body.holds}});
  for (const ledger::ChainState& chain : report.chains) {
    chains.push_back({{"writer", chain.writer},
                      {"name", chain.name},
                      {"entries", chain.entries},
                      {"fork", chain.fork},
                      {"end", chain.end},
                      {"counts_up_to", chain.counts_up_to},
                      {"signed_from", chain.signed_from},
                      {"head", chain.head},
                      {"last_checkpoint", chain.last_checkpoint}});
  }
  nlohmann::json whole = {{"whole", report.is_whole()},
                          {"findings", findings},
                          {"erased", erased},
                          {"chains", chains},
                          {"id", report.id},
                          {"members", report.members},
                          {"entries", report.entries},
                          {"uncounted", report.uncounted},
                          {"signatures", report.signatures},
                          {"documents", report.documents},
                          {"lists", report.lists},
                          {"changed", report.changed},
                          {"checked",
                           {{"files", report.checked.files},
                            {"bytes", report.checked.bytes},
                            {"good", report.checked.good},
                            {"bad", report.checked.bad}}}};
  if (report.entries_since) whole["entries_since"] = *report.entries_since;
  return whole;
}

// Enters what the check found. A damaged ledger is left as it is: nothing is written onto it.
void record(const Flags& flags, const ledger::VerifyReport& report, Context& context) {
  const auto note = [&](const base::Message& said) {
    context.note(context.catalog.say(said) + "\n");
  };
  if (ledger::ledger_is_damaged(report)) {
    note(base::message(
        "the check was not entered: the ledger itself is damaged; put it right first"));
    return;
  }
  ledger::Writer writer = open_ledger(flags.folder, flags.by, context);
  const ledger::Entry entry =
      ledger::record_check(writer, report, std::string(base::program_version()),
                           flags.by.empty() ? writer.key().name() : flags.by);
  note(base::message("the check was entered as {}; files: {}, bytes: {}, good: {}, bad: {}",
                     short_place(entry), report.checked.files, report.checked.bytes,
                     report.checked.good, report.checked.bad.size()));
}

void verify_site_alone(const Flags& flags, Context& context) {
  const bool has_log = publish::has_log(flags.folder);
  if (has_log && !flags.repeat && !flags.records)
    return verify_logged_site(
        {flags.folder, flags.against, flags.witnesses, flags.quorum, flags.json}, context);
  if (flags.repeat || flags.records || !flags.against.empty() || !flags.witnesses.empty() ||
      flags.quorum)
    throw base::Error(
        base::Kind::usage,
        base::message("{}: --repeat and --record are for an investigation, --against and "
                      "--witness for a site with a log",
                      flags.folder));
  verify_site(flags.folder, flags.json, context);
}

// What the room ledger does not know: the site, and links in the place of files.
void look_beyond_the_ledger(const Flags& flags, ledger::VerifyReport& report, Context& context) {
  for (const std::string& link : investigation::refused_links(flags.folder, context.allow_outside))
    report.findings.push_back(
        {ledger::Weight::damage, link, 0, base::message("this is a symbolic link"),
         base::message("put the file itself there: what a link leads to is vouched for by "
                       "nobody")});
  if (ledger::ledger_is_damaged(report)) return;  // nothing can be held against it
  for (ledger::Finding& finding : publish::verify_own_sites(flags.folder, context.progress))
    report.findings.push_back(std::move(finding));
  for (ledger::Finding& finding : publish::verify_kept_facts(flags.folder))
    report.findings.push_back(std::move(finding));
  for (ledger::Finding& finding : publish::verify_kept_log(flags.folder))
    report.findings.push_back(std::move(finding));
}

// Throws where the ledger is not what it was, so that nothing is compared with a word that was
// altered.
void verify(const Flags& flags, Context& context) {
  if (is_site_folder(flags.folder)) return verify_site_alone(flags, context);
  if (!flags.witnesses.empty() || flags.quorum)
    throw base::Error(base::Kind::usage,
                      base::message("{}: --witness and --quorum are for a published site, and this "
                                    "is an investigation",
                                    flags.folder));
  ledger::VerifyOptions options;
  if (!flags.against.empty()) options.against = flags.against;
  options.checks_signatures = flags.signatures;
  ledger::VerifyReport report = ledger::verify(flags.folder, options, context.progress);
  look_beyond_the_ledger(flags, report, context);
  nlohmann::json json = flags.json ? json_of(report) : nlohmann::json();
  if (!flags.json) context.print(text_of(report, context.catalog));
  std::optional<investigation::Repeat> repeated;
  if (flags.repeat && report.is_whole()) {
    repeated = repeat_count(flags.folder, context);
    if (flags.json)
      json["repeat"] = answers::repeat_json(*repeated);
    else
      context.print(answers::repeat_text(*repeated, context.catalog));
  }
  if (flags.json) context.print(report::json_text(json));
  if (flags.records) record(flags, report, context);
  if (!report.is_whole())
    throw base::Error(
        base::Kind::corrupt,
        base::message("{}: this is not what it was; the places are named above", flags.folder));
  if (repeated && repeated->sameness() == investigation::Sameness::different)
    throw base::Error(
        base::Kind::corrupt,
        base::message("{}: the count did not come out as it was entered; see above", flags.folder));
}

}  // namespace

void add_verify(Arguments& app, Context& context) {
  const auto flags = std::make_shared<Flags>();
  const base::Catalog& catalog = context.catalog;
  Arguments command = app.command(
      "verify", catalog.say("Check that the ledger, the documents, the lists, the tables and the "
                            "site are what they were, and name every place where they are not"));
  command.option("DIR|SITE", &flags->folder,
                 catalog.say("The investigation, or a published site; otherwise the folder in "
                             "which you are"));
  command.option(
      "--against", &flags->against,
      catalog.say("A checkpoint's code: prove that nothing before it was changed or removed; "
                  "for a site also a file with its older checkpoint, or an older copy"));
  command
      .option("--witness", &flags->witnesses,
              catalog.say("The public key of a witness who must have signed the site's "
                          "checkpoint; again for each"))
      .repeated();
  command
      .option("--quorum", &flags->quorum,
              catalog.say("How many of the witnesses are enough; otherwise all"))
      .between(1, 64);
  command.flag("--signatures", flags->signatures,
               catalog.say("Check the signature of every entry, not only of those that "
                           "something leans on: half a minute for a million"));
  command.flag("--repeat", flags->repeat,
               catalog.say("Do the count again and compare it with what was entered: same "
                           "bytes, same within tolerance, or different"));
  command.json(flags->json);
  command.flag("--record", flags->records,
               catalog.say("Enter the result of the check into the ledger: how many files, "
                           "and which are not what they were"));
  command.author(flags->by);
  add_allow_outside(command, context);
  command.example({"sanaq verify my-count"});
  command.runs([flags, &context] { verify(*flags, context); });
}

}  // namespace sanaq::cli
