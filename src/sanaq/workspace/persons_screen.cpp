#include "sanaq/workspace/persons_screen.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <numeric>
#include <set>

#include "sanaq/base/error.h"
#include "sanaq/draw/markup.h"
#include "sanaq/estimate/capture_table.h"
#include "sanaq/exchange/row_words.h"
#include "sanaq/http/form.h"
#include "sanaq/report/json_text.h"
#include "sanaq/text/fold.h"
#include "sanaq/workspace/page.h"
#include "sanaq/workspace/row_pages.h"
#include "sanaq/workspace/table_download.h"

namespace sanaq::workspace {
namespace {

using persons::Person;
using record::Field;

// One person as the screen and the downloads have him.
struct PersonLine {
  std::string name, date, place;
  std::vector<std::string> lists, records;
  double probability = 1;
};

// The first of the records that says something: as it was read, else as it is written.
std::string said_by_first(const record::RecordTable& records, const Person& person, Field field) {
  const record::Column* column = records.find(field);
  if (column == nullptr) return "";
  for (const std::uint32_t record : person.records) {
    const std::uint32_t code = column->codes[record];
    if (!column->canonical[code].empty()) return column->canonical[code];
    if (!column->values[code].empty()) return column->values[code];
  }
  return "";
}

std::string name_of_person(const record::RecordTable& records, const Person& person) {
  for (const std::uint32_t record : person.records) {
    std::string name = exchange::name_as_written(records, record);
    if (!name.empty()) return name;
  }
  return "";
}

std::string place_of_person(const record::RecordTable& records, const Person& person) {
  for (const Field field :
       {Field::place, Field::place_town, Field::place_region, Field::place_country}) {
    std::string place = said_by_first(records, person, field);
    if (!place.empty()) return place;
  }
  return "";
}

PersonLine person_line(const record::RecordTable& records, const Person& person,
                       const exchange::RowWords& words) {
  PersonLine line{name_of_person(records, person),
                  said_by_first(records, person, Field::date),
                  place_of_person(records, person),
                  {},
                  {},
                  person.probability};
  std::set<std::uint32_t> seen;
  for (const std::uint32_t record : person.records) {
    const std::uint32_t list = records.list_of[record];
    if (seen.insert(list).second) line.lists.push_back(records.lists[list].name);
    line.records.push_back(words.reference(record));
  }
  return line;
}

std::size_t list_count(const record::RecordTable& records, const Person& person) {
  std::set<std::uint32_t> lists;
  for (const std::uint32_t record : person.records) lists.insert(records.list_of[record]);
  return lists.size();
}

// Indices of persons: those whom most lists name first; with `wanted` those alone of whom a
// record's name has it.
std::vector<std::size_t> persons_wanted(const persons::Register& all, const std::string& wanted) {
  const std::string folded = text::fold(wanted);
  const auto has_name = [&](const Person& person) {
    return std::any_of(person.records.begin(), person.records.end(), [&](std::uint32_t record) {
      return text::fold(exchange::name_as_written(all.records, record)).find(folded) !=
             std::string::npos;
    });
  };
  std::vector<std::size_t> found;
  std::vector<std::size_t> lists(all.persons.size());
  for (std::size_t at = 0; at < all.persons.size(); ++at) {
    lists[at] = list_count(all.records, all.persons[at]);
    if (folded.empty() || has_name(all.persons[at])) found.push_back(at);
  }
  std::stable_sort(found.begin(), found.end(),
                   [&](std::size_t left, std::size_t right) { return lists[left] > lists[right]; });
  return found;
}

std::string joined(const std::vector<std::string>& texts, const char* between) {
  std::string text;
  for (const std::string& one : texts) text += (text.empty() ? "" : between) + one;
  return text;
}

HeldNow linked_lists(Bench& bench) {
  HeldNow held = bench.held();
  if (!held || held->reach < Reach::linked)
    throw base::Error(base::Kind::conflict,
                      base::message("the lists were not counted yet, so it is not known who is one "
                                    "person; count first"));
  return held;
}

Data person_shown(const Visit& visit, const PersonLine& line) {
  Data shown;
  shown.set("name",
            line.name.empty() ? visit.voice.say("without a name") : draw::harmless(line.name));
  shown.set("date", draw::harmless(line.date));
  shown.set("place", draw::harmless(line.place));
  shown.set("lists", draw::harmless(joined(line.lists, ", ")));
  shown.set("records", draw::harmless(joined(line.records, ", ")));
  shown.set("probability", visit.voice.percent(line.probability));
  return shown;
}

void set_persons(Data& data, const Visit& visit, const Held& held) {
  const std::string& wanted = visit.query.value("q");
  const std::vector<std::size_t> found = persons_wanted(held.outcome, wanted);
  const RowPages pages = pages_of_rows(visit, found.size());
  const exchange::RowWords words(held.outcome.records);
  Data rows(Data::type::list);
  for (std::size_t at = pages.first; at < pages.last; ++at)
    rows.push_back(person_shown(
        visit, person_line(held.outcome.records, held.outcome.persons[found[at]], words)));
  data.set("rows", rows);
  data.set("has_rows", !found.empty());
  data.set("count",
           visit.voice.count("{} person", "{} persons", static_cast<std::int64_t>(found.size())));
  const std::string path =
      wanted.empty() ? "/persons" : "/persons?q=" + http::percent_encoded(wanted);
  data.set("pages", links_to_pages(visit, pages, found.size(), path));
  data.set("has_capture", held.outcome.capture.has_value());
}

}  // namespace

http::Response show_persons(const Visit& visit, Bench& bench) {
  const HeldNow held = bench.held();
  const bool is_known = held && held->reach >= Reach::linked;
  Data data;
  data.set("q", visit.query.value("q"));
  data.set("is_known", is_known);
  const bool is_reading = !held && !bench.why_not_read();
  data.set("is_reading", is_reading);
  data.set("is_uncounted", !is_known && !is_reading);
  if (is_known) set_persons(data, visit, *held);
  http::Response response =
      page(visit, bench, {visit.voice.say("The persons"), "persons"}, "persons", data);
  if (is_reading) response.headers.emplace_back("Refresh", "2");
  return response;
}

http::Response persons_as_json(const Visit& visit, Bench& bench) {
  const HeldNow held = linked_lists(bench);
  const std::vector<std::size_t> found = persons_wanted(held->outcome, visit.query.value("q"));
  const RowPages pages = pages_of_rows(visit, found.size());
  const exchange::RowWords words(held->outcome.records);
  nlohmann::ordered_json rows = nlohmann::ordered_json::array();
  for (std::size_t at = pages.first; at < pages.last; ++at) {
    const PersonLine line =
        person_line(held->outcome.records, held->outcome.persons[found[at]], words);
    rows.push_back({{"name", line.name},
                    {"date", line.date},
                    {"place", line.place},
                    {"lists", line.lists},
                    {"records", line.records},
                    {"probability", line.probability}});
  }
  http::Response response;
  response.type = "application/json";
  response.body = report::json_text(nlohmann::ordered_json{
      {"count", found.size()}, {"page", pages.number}, {"pages", pages.pages}, {"persons", rows}});
  return response;
}

http::Response download_persons(const Visit& visit, Bench& bench) {
  const HeldNow held = linked_lists(bench);
  tables::Sheet sheet{visit.voice.say("The persons"),
                      {{"name", 32},
                       {"date", 12},
                       {"place", 24},
                       {"lists", 28},
                       {"records", 36},
                       {"probability", 11}},
                      {},
                      1};
  sheet.columns[1].cells = tables::SheetCells::days;
  const exchange::RowWords words(held->outcome.records);
  for (const Person& person : held->outcome.persons) {
    const PersonLine line = person_line(held->outcome.records, person, words);
    sheet.rows.push_back({line.name, line.date, line.place, joined(line.lists, ", "),
                          joined(line.records, ", "), fmt::format("{:.3f}", line.probability)});
  }
  return table_download(visit, bench, std::move(sheet), "persons", form_wanted(visit));
}

http::Response download_capture_table(const Visit& visit, Bench& bench) {
  const HeldNow held = linked_lists(bench);
  if (!held->outcome.capture)
    throw base::Error(base::Kind::not_found,
                      base::message("there is no capture table: it takes two lists or more that "
                                    "were counted"));
  const estimate::CaptureTable& capture = *held->outcome.capture;
  tables::Sheet sheet{visit.voice.say("The capture table"), {}, {}, 0};
  for (const std::string& list : capture.lists) sheet.columns.push_back({list, 14});
  sheet.columns.push_back({"count", 10});
  for (tables::SheetColumn& column : sheet.columns) column.cells = tables::SheetCells::numbers;
  for (const estimate::Cell& cell : capture.cells) {
    std::vector<std::string> row;
    for (std::size_t list = 0; list < capture.lists.size(); ++list) {
      const std::uint32_t bit = std::uint32_t{1} << list;
      row.emplace_back((cell.not_covered & bit) != 0 ? "NA" : (cell.listed & bit) != 0 ? "1" : "0");
    }
    row.push_back(std::to_string(cell.count));
    sheet.rows.push_back(std::move(row));
  }
  return table_download(visit, bench, std::move(sheet), "capture-table", form_wanted(visit));
}

}  // namespace sanaq::workspace
