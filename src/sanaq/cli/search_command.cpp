#include "sanaq/cli/search_command.h"

#include <nlohmann/json.hpp>

#include "sanaq/base/error.h"
#include "sanaq/base/shown.h"
#include "sanaq/cli/allow_outside.h"
#include "sanaq/cli/ledger_session.h"
#include "sanaq/exchange/row_words.h"
#include "sanaq/investigation/investigation.h"
#include "sanaq/investigation/records_index.h"
#include "sanaq/ledger/index.h"
#include "sanaq/persons/case_names.h"
#include "sanaq/report/json_text.h"
#include "sanaq/text/name.h"
#include "sanaq/text/romanise.h"

namespace sanaq::cli {
namespace {

struct Flags {
  std::vector<std::string> words;
  std::string folder = ".";
  std::optional<int> limit;
  bool json = false, records = false;
};

ledger::Spellings spellings() {
  return {[](std::string_view word) { return text::romanise(word); },
          [](std::string_view word) { return text::sound_key(word); }};
}

// "subject: person:1, property: name" without what is itself a list or an object.
std::string one_line(const nlohmann::json& body) {
  std::string line;
  for (const auto& [name, value] : body.items()) {
    if (value.is_structured()) continue;
    line += (line.empty() ? "" : ", ") + base::shown(name) + ": " +
            base::shown(value.is_string()
                            ? value.get<std::string>()
                            : value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
  }
  return line;
}

std::string joined_words(const Flags& flags) {
  std::string words;
  for (const std::string& word : flags.words) words += word + " ";
  return words;
}

std::string_view fit_word(investigation::NameFit fit) {
  switch (fit) {
    case investigation::NameFit::word:
      return "word";
    case investigation::NameFit::beginning:
      return "beginning";
    case investigation::NameFit::sound:
      break;
  }
  return "sound";
}

// What tells one from another of the same name.
nlohmann::ordered_json record_found(const investigation::Outcome& outcome,
                                    const exchange::RowWords& words,
                                    const std::vector<std::string>& case_names,
                                    const investigation::RecordFound& found) {
  const record::RecordTable& table = outcome.records;
  const std::string fit(fit_word(found.fit));
  if (found.record >= table.record_count())
    return {{"list", persons::case_list_name},
            {"name", case_names.at(found.record - table.record_count())},
            {"fit", fit}};
  nlohmann::ordered_json cells = nlohmann::ordered_json::object();
  for (const auto& [column, text] : exchange::shown_cells(table, found.record))
    cells[column] = text;
  return {{"record", words.reference(found.record)},
          {"list", table.lists[table.list_of[found.record]].name},
          {"row", table.rows[found.record]},
          {"identity", table.identities[found.record]},
          {"name", exchange::name_as_written(table, found.record)},
          {"fit", fit},
          {"cells", std::move(cells)}};
}

void search_records(const Flags& flags, Context& context) {
  clear_leftovers(flags.folder, context);
  const investigation::Outcome outcome =
      investigation::ingest_lists(flags.folder, caller_of(context));
  const investigation::RecordsIndex index(outcome, context.progress);
  const auto limit = static_cast<std::size_t>(
      flags.limit.value_or(static_cast<int>(investigation::records_found_max)));
  const investigation::RecordsFound found =
      index.find(joined_words(flags), std::min(limit, investigation::records_found_max));
  const exchange::RowWords words(outcome.records);
  const std::vector<std::string> case_names = investigation::case_names_of(outcome);
  nlohmann::ordered_json records = nlohmann::ordered_json::array();
  std::string text;
  for (const investigation::RecordFound& each : found.records) {
    records.push_back(record_found(outcome, words, case_names, each));
    text += base::shown(each.record < outcome.records.record_count()
                            ? words.named_line(each.record, context.catalog)
                            : context.catalog.say(base::message(
                                  "case file: {}",
                                  case_names.at(each.record - outcome.records.record_count())))) +
            "\n";
  }
  if (flags.json) {
    context.print(report::json_text(
        nlohmann::ordered_json({{"count", found.count}, {"records", std::move(records)}})));
    return;
  }
  if (text.empty()) text = context.catalog.say("nothing was found") + "\n";
  if (found.count > static_cast<std::int64_t>(found.records.size()))
    text += context.catalog.say(base::message("these are {} of {}; type more of the name",
                                              found.records.size(), found.count)) +
            "\n";
  context.print(text);
}

void search(const Flags& flags, Context& context) {
  if (flags.records) {
    search_records(flags, context);
    return;
  }
  if (!base::folder_exists(ledger::ledger_folder(flags.folder)))
    throw base::Error(base::Kind::not_found,
                      base::message("{}: there is no ledger here; name the folder of an "
                                    "investigation with --in",
                                    flags.folder));
  clear_leftovers(flags.folder, context);
  const ledger::Index index(flags.folder, spellings(), context.progress);
  nlohmann::json entries = nlohmann::json::array();
  std::string text;
  for (const ledger::Hit& hit : index.search(joined_words(flags), flags.limit.value_or(20))) {
    const nlohmann::json body = nlohmann::json::parse(hit.body, nullptr, false);
    if (!body.is_object()) continue;  // no index of ours says so
    const std::string place = hit.writer.substr(0, 8) + ":" + std::to_string(hit.seq);
    entries.push_back({{"entry", place},
                       {"writer", hit.writer},
                       {"kind", hit.kind},
                       {"time", hit.time},
                       {"body", body}});
    text += fmt::format("{}  {}  {}\n    {}\n", place, hit.time.substr(0, 10), hit.kind,
                        one_line(body));
  }
  if (text.empty()) text = context.catalog.say("nothing was found") + "\n";
  context.print(flags.json ? report::json_text(entries) : text);
}

}  // namespace

void add_search(Arguments& app, Context& context) {
  const auto flags = std::make_shared<Flags>();
  const base::Catalog& catalog = context.catalog;
  Arguments command = app.command(
      "search", catalog.say("Find entries of the ledger by words, or records by a name; a name is "
                            "found in any alphabet and spelling"));
  command
      .option("WORDS", &flags->words,
              catalog.say("Words that the entry must have, each whole or its beginning"))
      .required();
  command.flag(
      "--records", flags->records,
      catalog.say("Search the names of all lists and of the case file instead; two letters "
                  "are enough, 50 at most are shown"));
  command.in_folder(flags->folder);
  command.option("--limit", &flags->limit, catalog.say("How many at most")).between(1, 1000000);
  command.json(flags->json);
  add_allow_outside(command, context);
  command.example(
      {"sanaq search prosecutor dead --in my-count", "sanaq search --records qurm --in my-count"});
  command.runs([flags, &context] { search(*flags, context); });
}

}  // namespace sanaq::cli
