#include "sanaq/workspace/persons_screen.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>

#include "sanaq/base/error.h"
#include "sanaq/draw/markup.h"
#include "sanaq/estimate/capture_table.h"
#include "sanaq/exchange/row_words.h"
#include "sanaq/pages/date_words.h"
#include "sanaq/report/json_text.h"
#include "sanaq/text/fold.h"
#include "sanaq/workspace/found_names.h"
#include "sanaq/workspace/names_found.h"
#include "sanaq/workspace/page.h"
#include "sanaq/workspace/person_line.h"
#include "sanaq/workspace/persons_at_hand.h"
#include "sanaq/workspace/row_pages.h"
#include "sanaq/workspace/table_download.h"

namespace sanaq::workspace {
namespace {

// Indices of persons: those whom most lists name first; with `wanted` those alone of whom a
// record's name has it.
std::vector<std::uint32_t> persons_wanted(const PersonsAtHand& all, const std::string& wanted) {
  const std::string folded = text::fold(wanted);
  if (folded.empty()) return all.most_listed_first();
  const investigation::Outcome& outcome = all.outcome();
  const auto has_name = [&](std::uint32_t at) {
    const std::vector<std::uint32_t>& records = outcome.persons[at].records;
    return std::any_of(records.begin(), records.end(), [&](std::uint32_t record) {
      return text::fold(exchange::name_as_written(outcome.records, record)).find(folded) !=
             std::string::npos;
    });
  };
  std::vector<std::uint32_t> found;
  std::copy_if(all.most_listed_first().begin(), all.most_listed_first().end(),
               std::back_inserter(found), has_name);
  return found;
}

PersonLine line_at(const PersonsAtHand& all, std::uint32_t at) {
  const investigation::Outcome& outcome = all.outcome();
  return person_line(outcome.records, outcome.persons[at], all.words());
}

Data person_shown(const Visit& visit, const PersonsAtHand& all, std::uint32_t at) {
  const PersonLine line = line_at(all, at);
  Data shown;
  shown.set("path", "/persons/" + all.outcome().persons[at].id);
  shown.set("name",
            line.name.empty() ? visit.voice.say("without a name") : draw::harmless(line.name));
  shown.set("date", draw::harmless(pages::words_of_edtf(line.date, visit.voice)));
  shown.set("place", draw::harmless(line.place));
  shown.set("lists", draw::harmless(joined_words(line.lists, ", ")));
  shown.set("records", draw::harmless(joined_words(line.records, ", ")));
  shown.set("probability", visit.voice.percent(line.probability));
  return shown;
}

void set_persons(Data& data, const Visit& visit, const PersonsAtHand& all) {
  const std::vector<std::uint32_t>& found = all.most_listed_first();
  const RowPages pages = pages_of_rows(visit, found.size());
  Data rows(Data::type::list);
  for (std::size_t at = pages.first; at < pages.last; ++at)
    rows.push_back(person_shown(visit, all, found[at]));
  data.set("rows", rows);
  data.set("has_rows", !found.empty());
  data.set("count",
           visit.voice.count("{} person", "{} persons", static_cast<std::int64_t>(found.size())));
  data.set("pages", links_to_pages(visit, pages, found.size(), "/persons"));
  data.set("has_capture", all.outcome().capture.has_value());
}

nlohmann::ordered_json found_as_json(const Bench& bench, const std::string& wanted) {
  const FoundNames found = find_names(bench, wanted);
  nlohmann::ordered_json names = nlohmann::ordered_json::array();
  for (const FoundName& one : found.names)
    names.push_back({{"name", one.line.name},
                     {"birth", one.line.birth},
                     {"date", one.line.date},
                     {"place", one.line.place},
                     {"list", one.line.lists.front()},
                     {"record", joined_words(one.line.records, "")},
                     {"fit", one.fit},
                     {"person", one.person},
                     {"lists", one.also_lists}});
  return {{"is_ready", found.is_ready}, {"count", found.count}, {"names", std::move(names)}};
}

}  // namespace

http::Response show_persons(const Visit& visit, Bench& bench) {
  const HeldNow held = bench.held();
  const bool is_linked = held && held->reach >= Reach::linked;
  const std::string& wanted = visit.query.value("q");
  const bool is_searched = can_be_found(wanted);
  Data data;
  data.set("q", wanted);
  data.set("is_known", held != nullptr);
  data.set("is_counted", is_linked);
  const bool is_reading = !held && !bench.why_not_read();
  data.set("is_reading", is_reading);
  data.set("is_uncounted", !is_linked && !is_reading);
  data.set("is_searched", is_searched);
  data.set("has_all", is_linked && !is_searched);
  if (is_searched) data.set("found", names_found(visit, bench, wanted, "/persons"));
  if (is_linked && !is_searched) set_persons(data, visit, *persons_at_hand(held));
  http::Response response =
      page(visit, bench, {visit.voice.say("The persons"), "persons"}, "persons", data);
  if (is_reading) response.headers.emplace_back("Refresh", "2");
  return response;
}

http::Response persons_as_json(const Visit& visit, Bench& bench) {
  const PersonsNow all = persons_now(bench);
  const std::string& wanted = visit.query.value("q");
  const std::vector<std::uint32_t> found = persons_wanted(*all, wanted);
  const RowPages pages = pages_of_rows(visit, found.size());
  nlohmann::ordered_json rows = nlohmann::ordered_json::array();
  for (std::size_t at = pages.first; at < pages.last; ++at) {
    const PersonLine line = line_at(*all, found[at]);
    rows.push_back({{"id", all->outcome().persons[found[at]].id},
                    {"name", line.name},
                    {"date", line.date},
                    {"place", line.place},
                    {"lists", line.lists},
                    {"records", line.records},
                    {"probability", line.probability}});
  }
  nlohmann::ordered_json answer = {
      {"count", found.size()}, {"page", pages.number}, {"pages", pages.pages}, {"persons", rows}};
  if (can_be_found(wanted)) answer["found"] = found_as_json(bench, wanted);
  http::Response response;
  response.type = "application/json";
  response.body = report::json_text(answer);
  return response;
}

http::Response download_persons(const Visit& visit, Bench& bench) {
  const PersonsNow all = persons_now(bench);
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
  for (std::uint32_t at = 0; at < all->outcome().persons.size(); ++at) {
    const PersonLine line = line_at(*all, at);
    sheet.rows.push_back({line.name, line.date, line.place, joined_words(line.lists, ", "),
                          joined_words(line.records, ", "),
                          fmt::format("{:.3f}", line.probability)});
  }
  return table_download(visit, bench, std::move(sheet), "persons", form_wanted(visit));
}

http::Response download_capture_table(const Visit& visit, Bench& bench) {
  const PersonsNow all = persons_now(bench);
  if (!all->outcome().capture)
    throw base::Error(base::Kind::not_found,
                      base::message("there is no capture table: it takes two lists or more that "
                                    "were counted"));
  const estimate::CaptureTable& capture = *all->outcome().capture;
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
