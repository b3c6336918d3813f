#include "sanaq/workspace/lists_screen.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "sanaq/answers/run_json.h"
#include "sanaq/base/error.h"
#include "sanaq/http/form.h"
#include "sanaq/investigation/empty_table.h"
#include "sanaq/investigation/take_in.h"
#include "sanaq/report/json_text.h"
#include "sanaq/report/result_json.h"
#include "sanaq/settings/read_config.h"
#include "sanaq/tables/csv_write.h"
#include "sanaq/tables/xlsx_write.h"
#include "sanaq/workspace/count_ready.h"
#include "sanaq/workspace/field_words.h"
#include "sanaq/workspace/page.h"
#include "sanaq/workspace/table_download.h"
#include "sanaq/workspace/undo_screen.h"
#include "sanaq/workspace/waiting_files.h"

namespace sanaq::workspace {
namespace {

using base::message;
using investigation::ListReport;

const ListReport* report_of_list(const HeldNow& held, const std::string& name) {
  if (held == nullptr) return nullptr;
  for (const ListReport& list : held->outcome.lists) {
    if (list.name == name) return &list;
  }
  return nullptr;
}

std::string size_words(const draw::Voice& voice, std::int64_t bytes) {
  constexpr std::int64_t kilobyte = 1000, megabyte = 1'000'000;
  if (bytes < megabyte)
    return voice.say(message("{} kB", voice.number((bytes + kilobyte - 1) / kilobyte)));
  return voice.say(message("{} MB", voice.decimal(static_cast<double>(bytes) / megabyte, 1)));
}

// ---- what has arrived

Data sort_option(const std::string& value, const std::string& words, bool is_chosen) {
  Data data;
  data.set("value", value);
  data.set("words", words);
  data.set("is_chosen", is_chosen);
  return data;
}

// What the file can be taken as. Where it resembles a list nothing is chosen for her.
Data sort_options(const Visit& visit, const WaitingFile& waiting, const std::string& chosen) {
  const draw::Voice& voice = visit.voice;
  Data all{Data::type::list};
  const bool asks = !waiting.resembles.empty();
  const std::string wanted = !chosen.empty() ? chosen : asks ? "" : waiting.sort.kind;
  if (asks && !waiting.refused)
    all << sort_option("", voice.say(message("Choose …")), wanted.empty());
  for (const investigation::Resemblance& one : waiting.resembles)
    all << sort_option(
        "newer:" + one.list,
        voice.say_isolating(message("A newer copy of {} ({} of {} rows alike)", one.list,
                                    voice.number(one.alike), voice.number(one.rows))),
        wanted == "newer:" + one.list);
  if (!waiting.refused) {
    for (const std::string& kind : investigation::table_sorts()) {
      const bool is_list = kind == investigation::list_sort;
      all << sort_option(
          kind,
          asks && is_list ? voice.say(message("Another list of people")) : kind_title(voice, kind),
          wanted == kind);
    }
  }
  all << sort_option("out", voice.say(message("Leave it out")), waiting.refused || wanted == "out");
  return all;
}

std::string guess_words(const draw::Voice& voice, const investigation::TableSort& sort) {
  if (sort.kind == investigation::list_sort)
    return voice.say(message("It looks like a list of people: {} of its {} headers are known.",
                             sort.known, sort.columns));
  return voice.say(
      message("It looks like a table of the case file: {} of its {} headers are known.", sort.known,
              sort.columns));
}

Data waiting_data(const Visit& visit, const WaitingFile& waiting, const settings::Config& config) {
  const draw::Voice& voice = visit.voice;
  const std::string& id = waiting.file.id;
  Data data;
  data.set("id", id);
  data.set("file", waiting.file.name);
  data.set("size", size_words(voice, waiting.file.bytes));
  if (waiting.refused) data.set("refused", voice.say_isolating(*waiting.refused));
  if (!waiting.refused) data.set("guess", guess_words(voice, waiting.sort));
  for (const investigation::Resemblance& one : waiting.resembles) {
    if (one.has_same_bytes)
      data.set("same", voice.say_isolating(message("It is the file of the list {}, byte for byte: "
                                                   "there is nothing new in it.",
                                                   one.list)));
  }
  data.set("choices", sort_options(visit, waiting, visit.form.value("what-" + id)));
  const std::string& typed = visit.form.value("name-" + id);
  data.set("name",
           typed.empty() ? investigation::free_list_name(config, waiting.file.name) : typed);
  return data;
}

// ---- the lists

std::string rows_words(const draw::Voice& voice, const ListReport& list) {
  return voice.say(message("{} rows read = {} records + {} blank + {} refused",
                           voice.number(list.rows_read), voice.number(list.records),
                           voice.number(list.blank), voice.number(list.refused)));
}

std::string change_words(const draw::Voice& voice, const persons::VersionChange& change) {
  if (!change.is_new || change.is_first) return "";
  return voice.say(message("since the version before: {} unchanged, {} changed, {} added, {} gone",
                           voice.number(change.unchanged), voice.number(change.changed),
                           voice.number(change.added), voice.number(change.removed)));
}

Data list_data(const Visit& visit, const settings::ListConfig& list, const ListReport* report,
               const std::vector<std::string>& nameless) {
  Data data;
  data.set("name", list.name);
  data.set("file", list.file);
  data.set("path", "/lists/" + http::percent_encoded(list.name));
  data.set("is_open", list.columns.empty());
  data.set("is_nameless", std::find(nameless.begin(), nameless.end(), list.name) != nameless.end());
  if (report == nullptr) return data;
  const auto bad = static_cast<std::int64_t>(report->bad_cells.size());
  data.set("rows", rows_words(visit.voice, *report));
  data.set("change", change_words(visit.voice, report->change));
  data.set("has_bad", bad > 0);
  data.set("bad", visit.voice.number(bad));
  data.set("outside", visit.voice.number(report->out_of_scope));
  return data;
}

Data table_data(const Visit& visit, const settings::TableConfig& table, const HeldNow& held) {
  Data data;
  data.set("file", table.file);
  data.set("kind", kind_title(visit.voice, table.kind));
  std::int64_t bad = 0;
  if (held != nullptr) {
    const auto& cells = held->outcome.bad_case_cells;
    bad = std::count_if(cells.begin(), cells.end(),
                        [&](const record::BadCell& cell) { return cell.list == table.file; });
  }
  data.set("bad", visit.voice.number(bad));
  return data;
}

Data empty_tables(const Visit& visit) {
  Data all{Data::type::list};
  for (const std::string& kind : investigation::table_sorts()) {
    Data data;
    data.set("kind", kind);
    data.set("title", kind_title(visit.voice, kind));
    all << data;
  }
  return all;
}

// That nothing is named yet is no failure: it is said by what to do.
void say_reading(const Visit& visit, const Bench& bench, const HeldNow& held, bool names_something,
                 Data& data) {
  const auto why_not = bench.why_not_read();
  if (why_not && names_something) data.set("why_not", visit.voice.say_isolating(*why_not));
  data.set("is_reading", bench.reading().has_value());
  if (held == nullptr) return;
  const auto waiting = static_cast<std::int64_t>(held->outcome.decisions_for_review.size());
  data.set("has_for_review", waiting > 0);
  data.set("for_review", visit.voice.number(waiting));
}

Data lists_data(const Visit& visit, Bench& bench, const std::vector<base::Message>& problems) {
  const std::string folder = bench.folder();
  const HeldNow held = bench.held();
  const settings::Config config = settings::read_config(folder);
  Data data, lists{Data::type::list}, tables{Data::type::list}, waiting{Data::type::list};
  const std::vector<std::string> nameless =
      held ? lists_without_names(held->outcome) : std::vector<std::string>();
  for (const settings::ListConfig& list : config.lists)
    lists << list_data(visit, list, report_of_list(held, list.name), nameless);
  for (const settings::TableConfig& table : config.tables) tables << table_data(visit, table, held);
  const std::vector<WaitingFile> files = waiting_files(folder, held);
  for (const WaitingFile& file : files) waiting << waiting_data(visit, file, config);
  Data said{Data::type::list};
  for (const base::Message& problem : problems) said << Data(visit.voice.say_isolating(problem));
  data.set("problems", said);
  data.set("has_problems", !problems.empty());
  data.set("lists", lists);
  data.set("has_lists", !config.lists.empty());
  data.set("tables", tables);
  data.set("has_tables", !config.tables.empty());
  data.set("waiting", waiting);
  data.set("has_waiting", !files.empty());
  data.set("empty_tables", empty_tables(visit));
  data.set("csrf_upload", csrf_field(visit, "/lists"));
  data.set("undo", undo_strip(visit, bench));
  data.set("csrf_incoming", csrf_field(visit, "/incoming"));
  say_reading(visit, bench, held, !config.lists.empty() || !config.tables.empty(), data);
  return data;
}

}  // namespace

http::Response show_lists_with(const Visit& visit, Bench& bench,
                               const std::vector<base::Message>& problems) {
  PageHead head{visit.voice.say(message("Lists")), "lists"};
  if (!problems.empty()) head.status = 422;
  return page(visit, bench, head, "lists", lists_data(visit, bench, problems));
}

http::Response show_lists(const Visit& visit, Bench& bench) {
  return show_lists_with(visit, bench, {});
}

http::Response lists_json(const Visit& visit, Bench& bench) {
  const HeldNow held = bench.held();
  report::Json json = {{"is_read", held != nullptr}, {"lists", report::Json::array()}};
  if (held != nullptr) {
    json["lists"] =
        answers::ingest_result(held->outcome, base::Catalog(visit.voice.language())).at("lists");
    json["without_names"] = lists_without_names(held->outcome);
  }
  http::Response response;
  response.type = "application/json";
  response.body = report::json_text(json);
  return response;
}

http::Response download_empty_table(const Visit& visit, Bench& /*bench*/) {
  const std::string& kind = visit.names.at("KIND");
  const tables::Sheet sheet = investigation::empty_table(kind, visit.voice.language());
  const std::string stem = "sanaq-" + kind;
  if (form_wanted(visit) == TableFile::csv)
    return http::download(tables::sheet_csv(sheet, tables::CsvFor::person),
                          "text/csv; charset=utf-8", stem + ".csv");
  return http::download(tables::write_xlsx(sheet),
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        stem + ".xlsx");
}

}  // namespace sanaq::workspace
