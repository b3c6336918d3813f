#include "sanaq/cli/documents_command.h"

#include <nlohmann/json.hpp>

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/in_context.h"
#include "sanaq/casefile/person_form.h"
#include "sanaq/cli/ledger_session.h"
#include "sanaq/cli/output_file.h"
#include "sanaq/investigation/case_tables.h"
#include "sanaq/investigation/own_places.h"
#include "sanaq/ledger/fixity.h"
#include "sanaq/publish/evidence_export.h"
#include "sanaq/report/json_text.h"
#include "sanaq/report/text_table.h"
#include "sanaq/settings/read_config.h"

namespace sanaq::cli {
namespace {

using base::message;
using nlohmann::json;

struct Flags {
  std::string folder = ".";
  std::string export_to;
  disclose::EvidencePermission permission;
  bool json = false;
};

struct Known {
  std::vector<ledger::Document> documents;
  std::vector<ledger::FixityCheck> checks;
  std::vector<std::string> unlisted;
};

std::string day_of(const std::string& time) { return time.substr(0, 10); }

std::string obtained(const ledger::Custody& custody) {
  std::string text;
  for (const std::string& part : {custody.when, custody.by, custody.how, custody.from}) {
    if (!part.empty()) text += (text.empty() ? "" : ", ") + part;
  }
  return text;
}

std::string last_check(const ledger::FixityHistory& history, const base::Catalog& catalog) {
  if (!history.last_bad.empty() && history.last_bad >= history.last_good)
    return catalog.say(message("BAD on {}", day_of(history.last_bad)));
  return history.last_good.empty() ? catalog.say("never") : day_of(history.last_good);
}

std::string kind_of(const ledger::Document& document, const base::Catalog& catalog) {
  const ledger::Custody& custody = document.first().custody;
  if (custody.is_original) return catalog.say("original");
  return custody.of.empty() ? catalog.say("working copy")
                            : catalog.say(message("working copy of {}", custody.of.substr(0, 12)));
}

std::string text_of(const Known& known, const base::Catalog& catalog) {
  constexpr std::size_t name_max = 32, obtained_max = 40;
  std::vector<std::vector<std::string>> rows = {
      {catalog.say("SHA-256"), catalog.say(base::in_context("document", "Name")),
       catalog.say("Kind"), catalog.say("Visibility"), catalog.say("Added"),
       catalog.say("Added by"), catalog.say("Last check"), catalog.say("Obtained")}};
  for (const ledger::Document& document : known.documents) {
    const ledger::CustodyEntry& first = document.first();
    std::string how = obtained(first.custody);
    if (document.custody.size() > 1)
      how = catalog.say(message("{} (custody entries: {})", how, document.custody.size()));
    rows.push_back({document.sha256.substr(0, 12), report::safe_cell(first.name, name_max),
                    kind_of(document, catalog), catalog.say(document.visibility),
                    day_of(first.time), report::safe_cell(first.author, name_max),
                    last_check(history_of(document, known.checks), catalog),
                    report::safe_cell(how, obtained_max)});
  }
  std::string text = known.documents.empty() ? "" : report::text_table(rows);
  text += catalog.say(message("documents: {}, checks entered: {}", known.documents.size(),
                              known.checks.size())) +
          "\n";
  if (!known.unlisted.empty())
    text += catalog.say(message("files in evidence/ that no entry in force knows: {}",
                                known.unlisted.size())) +
            "\n";
  return text;
}

json json_of(const ledger::Document& document, const std::vector<ledger::FixityCheck>& checks) {
  const ledger::FixityHistory history = history_of(document, checks);
  json custody = json::array();
  for (const ledger::CustodyEntry& entry : document.custody) {
    custody.push_back({{"entry", {{"writer", entry.place.writer}, {"seq", entry.place.seq}}},
                       {"time", entry.time},
                       {"author", entry.author},
                       {"name", entry.name},
                       {"obtained",
                        {{"when", entry.custody.when},
                         {"by", entry.custody.by},
                         {"how", entry.custody.how},
                         {"from", entry.custody.from}}},
                       {"original", entry.custody.is_original},
                       {"of", entry.custody.of},
                       {"visibility", entry.custody.visibility}});
  }
  return {{"sha256", document.sha256},
          {"file", document.file},
          {"name", document.first().name},
          {"type", document.type},
          {"size", document.size},
          {"original", document.first().custody.is_original},
          {"of", document.first().custody.of},
          {"visibility", document.visibility},
          {"custody", custody},
          {"last_good", history.last_good},
          {"last_bad", history.last_bad},
          {"checks", history.checks}};
}

json json_of(const Known& known) {
  json documents = json::array(), checks = json::array();
  for (const ledger::Document& document : known.documents)
    documents.push_back(json_of(document, known.checks));
  for (const ledger::FixityCheck& check : known.checks) {
    checks.push_back({{"time", check.time},
                      {"by", check.by},
                      {"files", check.checked.files},
                      {"bytes", check.checked.bytes},
                      {"good", check.checked.good},
                      {"bad", check.checked.bad}});
  }
  return {{"documents", documents}, {"checks", checks}, {"unlisted", known.unlisted}};
}

// What the ledger and the tables of the case file say; without settings there are no tables.
std::set<std::string> closed_documents(const std::string& folder) {
  if (!base::file_exists(base::join(folder, "investigation.toml")))
    return casefile::closed_documents(
        casefile::statements_in_ledger(ledger::statements_in_force(folder)));
  return casefile::closed_documents(
      investigation::read_case_tables(folder, settings::read_config(folder)).file.said);
}

void export_documents(const Flags& flags, const Known& known, Context& context) {
  const disclose::PublicEvidence evidence = disclose::disclose_evidence(
      known.documents, known.checks, static_cast<std::int64_t>(known.unlisted.size()),
      flags.permission, closed_documents(flags.folder));
  const auto [bytes, removed] = publish::export_evidence(
      flags.folder, evidence, flags.export_to, context.catalog.language(), context.progress);
  say_removed(removed, context);
  if (flags.json) {
    context.print(report::json_text(json({{"folder", flags.export_to},
                                          {"documents", evidence.documents.size()},
                                          {"bytes", bytes},
                                          {"withheld_restricted", evidence.withheld_restricted},
                                          {"withheld_sealed", evidence.withheld_sealed},
                                          {"unlisted", evidence.unlisted}})));
    return;
  }
  const auto say = [&](const base::Message& said) {
    context.print(context.catalog.say(said) + "\n");
  };
  say(message("{}: documents {}, bytes {}; check them with `sha256sum -c SHA256SUMS`",
              flags.export_to, evidence.documents.size(), bytes));
  if (evidence.withheld_restricted > 0)
    say(message("left out, restricted: {} (--with-restricted takes them along)",
                evidence.withheld_restricted));
  if (evidence.withheld_sealed > 0)
    say(message("left out, sealed: {} (--with-sealed takes them along)", evidence.withheld_sealed));
  if (evidence.unlisted > 0)
    say(message("left out, known to no entry in force: {}", evidence.unlisted));
  if (!evidence.tells_custody)
    say(
        message("who obtained each document, from whom and how is left out (--with-custody tells "
                "it)"));
}

void list_documents(const Flags& flags, Context& context) {
  if (!base::folder_exists(ledger::ledger_folder(flags.folder)))
    throw base::Error(
        base::Kind::not_found,
        message("{}: there is no ledger here; name the folder of an investigation", flags.folder));
  const bool permits = flags.permission.with_restricted || flags.permission.with_sealed ||
                       flags.permission.with_custody;
  if (permits && flags.export_to.empty())
    throw base::Error(
        base::Kind::usage,
        message("--with-restricted, --with-sealed and --with-custody belong to --export FOLDER"));
  investigation::expect_no_links_in_evidence(flags.folder);
  Known known;
  known.documents = ledger::documents(flags.folder);
  known.checks = ledger::fixity_checks(flags.folder);
  known.unlisted = ledger::unlisted_files(flags.folder, known.documents);
  if (!flags.export_to.empty()) return export_documents(flags, known, context);
  context.print(flags.json ? report::json_text(json_of(known)) : text_of(known, context.catalog));
}

}  // namespace

void add_documents_command(Arguments& app, Context& context) {
  const auto flags = std::make_shared<Flags>();
  const base::Catalog& catalog = context.catalog;
  Arguments command = app.command(
      "documents",
      catalog.say("List the documents of an investigation, or export those that may leave it"));
  command.folder(flags->folder);
  command.option("--export", &flags->export_to,
                 catalog.say("Make this folder with the public documents as plain files, "
                             "SHA256SUMS, and a page that lists them"));
  command.flag("--with-restricted", flags->permission.with_restricted,
               catalog.say("Export restricted documents too: they are for people whom you "
                           "trust, not for publication"));
  command.flag("--with-sealed", flags->permission.with_sealed,
               catalog.say("Export sealed documents too, with all that they say of their "
                           "maker: whoever gets the folder can find the source"));
  command.flag("--with-custody", flags->permission.with_custody,
               catalog.say("Tell who obtained each document, when, how and from whom: this "
                           "can name a source"));
  command.json(flags->json);
  command.example({"sanaq documents my-count --export for-the-lawyer"});
  command.runs([flags, &context] { list_documents(*flags, context); });
}

}  // namespace sanaq::cli
