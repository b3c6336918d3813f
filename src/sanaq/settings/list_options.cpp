#include "sanaq/settings/list_options.h"

#include <algorithm>

#include "sanaq/casefile/schema.h"
#include "sanaq/record/record_table.h"
#include "sanaq/settings/option_kinds.h"
#include "sanaq/settings/scope_options.h"

namespace sanaq::settings {
namespace {

using base::message;
using Json = nlohmann::json;

const Words table_kinds = {"act",          "custody", "custody_change", "event",
                           "organisation", "post",    "claim",          "demand",
                           "aid",          "person",  "statement",      "followthemoney"};

void read_name(Section& section, ListConfig& list) {
  const auto name = section.text("name");
  list.has_own_name = name && !name->empty();
  if (list.has_own_name) list.name = *name;
}

void read_rows_left_out(Section& section, ListConfig& list) {
  list.skip_rows = section.rows("skip_rows");
}

void read_calendar(Section& section, ListConfig& list) {
  const Words known = {"gregorian", "hijri", "jalali", "buddhist"};
  list.calendar = section.text("calendar").value_or("");
  if (!list.calendar.empty() && std::find(known.begin(), known.end(), list.calendar) == known.end())
    section.wrong("calendar", joined(known));
  if (list.calendar == "gregorian") list.calendar.clear();
}

void read_values(Section& section, ListConfig& list) {
  auto values = section.section("values");
  if (!values) return;
  for (const std::string& column : values->keys())
    list.values[column] = values->section(column)->all_texts();
}

void read_covers(Section& section, ListConfig& list) {
  if (auto covers = section.section("covers")) read_options(limit_options(), *covers, list.covers);
}

Json covers_json(const ListConfig& list) {
  Json covers = Json::object();
  for (const Option<Scope>& limit : limit_options())
    covers[std::string(limit.key)] = limit.value(list.covers);
  return covers;
}

void read_columns(Section& section, ListConfig& list) {
  if (auto columns = section.section("columns"))
    list.columns = columns->mapping({record::field_names.begin(), record::field_names.end()});
}

// What a list is, and how its rows and cells are to be read where sanaq cannot tell or is wrong.
void add_reading(std::vector<Option<ListConfig>>& all) {
  const auto add = [&](Option<ListConfig> made) { all.push_back(std::move(made)); };
  add({"sheet", Step::ingest,
       [](Section& section, ListConfig& list) { list.sheets = section.one_or_more("sheet"); },
       [](const ListConfig& list) { return Json(list.sheets); }});
  all.back().example = message("\"Sheet1\"").id;
  all.back().help = message(
      "of a spreadsheet; otherwise the first that is shown; [\"2011\", \"2012\"] is one list");
  add(whole_option<ListConfig>("header_row", Step::ingest,
                               [](auto& of) -> auto& { return of.header_row; },
                               {0, 1'000'000'000, "1, 2, 3, …; 0"})
          .shown("3",
                 message("the row with the headers, as a spreadsheet counts; 0: there is none")));
  add({"skip_rows", Step::ingest, read_rows_left_out,
       [](const ListConfig& list) { return Json(list.skip_rows); }});
  all.back().example = "[17, \"40-52\"]";
  all.back().help = message("rows that are no persons");
  add(word_option<ListConfig>("dates", Step::ingest, [](auto& of) -> auto& { return of.dates; },
                              {"dmy", "mdy", "ymd"})
          .shown("\"dmy\"",
                 message("dmy, mdy or ymd, where nothing in a column tells what 03/04/2011 is")));
  add(whole_option<ListConfig>("century", Step::ingest,
                               [](auto& of) -> auto& { return of.century; },
                               {1000, 2999, "1900, 2000, 1930"})
          .shown("1900", message("years of two digits lie in the hundred years from this one")));
  add(option<ListConfig>(
          "calendar", Step::ingest, [](auto& of) -> auto& { return of.calendar; })
          .shown("\"hijri\"", message("hijri, jalali or buddhist, if the list's dates "
                                      "are of that calendar")));
  all.back().read = read_calendar;
  add({"values", Step::ingest, read_values,
       [](const ListConfig& list) { return Json(list.values); }});
  all.back().example = "{ sex = { \"1\" = \"m\", \"2\" = \"f\" } }";
  all.back().help = message("what words of a column mean, by field or header");
  add(option<ListConfig>(
          "encoding", Step::ingest, [](auto& of) -> auto& { return of.encoding; })
          .shown("\"windows-1251\"", message("only if letters come out wrong")));
}

std::vector<Option<ListConfig>> of_lists() {
  std::vector<Option<ListConfig>> all;
  const auto add = [&](Option<ListConfig> made) { all.push_back(std::move(made)); };
  add(option<ListConfig>(
          "name", Step::ingest, [](auto& of) -> auto& { return of.name; })
          .shown("\"hospital\""));
  all.back().read = read_name;
  // A name that is only the file's does not leave (publish/list_names.h).
  add(unread_option<ListConfig>(
      "has_own_name", Step::publish, [](auto& of) -> auto& { return of.has_own_name; }));
  add(option<ListConfig>(
          "file", Step::ingest, [](auto& of) -> auto& { return of.file; })
          .shown("\"hospital.xlsx\""));
  add(option<ListConfig>(
          "duplicates", Step::ingest, [](auto& of) -> auto& { return of.has_duplicates; })
          .shown("true", message("false: nobody stands on this list twice")));
  add(option<ListConfig>(
          "public", Step::publish, [](auto& of) -> auto& { return of.public_fields; })
          .shown("[\"name\", \"date\"]",
                 message("columns that may be published; without this line none is")));
  add_reading(all);
  add({"covers", Step::estimate, read_covers, covers_json});
  all.back().example =
      message("{ from = \"2011-12-16\", to = \"2011-12-18\", places = [\"Aktau\"] }").id;
  all.back().help = message("where and when this list looked");
  add({"columns", Step::ingest, read_columns,
       [](const ListConfig& list) { return Json(list.columns); }});
  add(option<ListConfig>(
          "guess_columns", Step::ingest, [](auto& of) -> auto& { return of.guesses_columns; })
          .shown("true", message("false: no other column is read as a field than those that "
                                 "`columns` names")));
  add(option<ListConfig>(
      "ignore", Step::publish, [](auto& of) -> auto& { return of.ignored; }));
  add(option<ListConfig>(
      "publish_hash", Step::publish, [](auto& of) -> auto& { return of.publish_hash; }));
  return all;
}

// The columns of a table are those of its kind, which is read before them.
void read_table_columns(Section& section, TableConfig& table) {
  auto columns = section.section("columns");
  if (!columns) return;
  Words names;
  if (const casefile::TableForm* form = casefile::table_form(table.kind)) {
    for (const casefile::Column& column : form->columns) names.emplace_back(column.name);
  }
  table.columns = columns->mapping(names);
}

std::vector<Option<TableConfig>> of_tables() {
  std::vector<Option<TableConfig>> all;
  all.push_back(word_option<TableConfig>(
      "kind", Step::ingest, [](auto& of) -> auto& { return of.kind; }, table_kinds));
  all.push_back(option<TableConfig>(
      "file", Step::ingest, [](auto& of) -> auto& { return of.file; }));
  all.push_back(option<TableConfig>(
      "publish_hash", Step::publish, [](auto& of) -> auto& { return of.publish_hash; }));
  all.push_back({"columns", Step::ingest, read_table_columns,
                 [](const TableConfig& table) { return Json(table.columns); }});
  all.push_back(option<TableConfig>(
      "ignore", Step::ingest, [](auto& of) -> auto& { return of.ignored; }));
  return all;
}

}  // namespace

const std::vector<Option<ListConfig>>& list_options() {
  static const std::vector<Option<ListConfig>> all = of_lists();
  return all;
}

const std::vector<Option<TableConfig>>& table_options() {
  static const std::vector<Option<TableConfig>> all = of_tables();
  return all;
}

}  // namespace sanaq::settings
