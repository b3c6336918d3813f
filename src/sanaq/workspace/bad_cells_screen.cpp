#include "sanaq/workspace/bad_cells_screen.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "sanaq/base/error.h"
#include "sanaq/draw/markup.h"
#include "sanaq/exchange/row_words.h"
#include "sanaq/investigation/mend_kind.h"
#include "sanaq/workspace/list_at_hand.h"
#include "sanaq/workspace/page.h"
#include "sanaq/workspace/row_pages.h"
#include "sanaq/workspace/table_download.h"

namespace sanaq::workspace {
namespace {

using base::message;
using investigation::BadKind;
using record::BadCell;

constexpr std::size_t rows_named = 10;

std::string first_rows(const std::vector<std::int64_t> &rows) {
  std::string text;
  for (std::size_t at = 0; at < std::min(rows.size(), rows_named); ++at)
    text += (text.empty() ? "" : ", ") + std::to_string(rows[at]);
  return rows.size() > rows_named ? text + ", …" : text;
}

bool has_days(const std::string &field) {
  return field.starts_with("date") || field.starts_with("birth") || field.starts_with("death");
}

Data kind_data(const Visit &visit, const BadKind &kind, std::size_t at) {
  Data data;
  data.set("at", std::to_string(at));
  data.set("column", kind.column);
  data.set("column_shown", draw::harmless(kind.column));
  data.set("text", kind.text);
  data.set("text_shown", draw::harmless(kind.text));
  data.set("count",
           visit.voice.count("{} cell", "{} cells", static_cast<std::int64_t>(kind.rows.size())));
  data.set("reason", visit.voice.say_isolating(kind.reason));
  data.set("advice", visit.voice.say_isolating(kind.advice));
  data.set("rows", first_rows(kind.rows));
  data.set("has_field", !kind.field.empty());
  data.set("has_days", has_days(kind.field));
  data.set("is_sex", kind.field == "sex");
  return data;
}

// The names of the rows of one list, as they are written: whoever mends a cell looks for a person.
std::map<std::int64_t, std::string> names_of_rows(const record::RecordTable &records,
                                                  std::size_t list,
                                                  const std::vector<std::int64_t> &rows) {
  const std::set<std::int64_t> wanted(rows.begin(), rows.end());
  std::map<std::int64_t, std::string> names;
  for (std::uint32_t record = 0; record < records.record_count(); ++record) {
    if (records.list_of[record] != list || !wanted.contains(records.rows[record])) continue;
    names.emplace(records.rows[record], exchange::name_as_written(records, record));
  }
  return names;
}

Data cell_of_page(const Visit &visit, const BadCell &cell, const std::string &whose) {
  Data data;
  data.set("row", std::to_string(cell.row));
  data.set("whose", draw::harmless(whose));
  data.set("column", cell.column);
  data.set("column_shown", draw::harmless(cell.column));
  data.set("value", cell.value);
  data.set("value_shown", draw::harmless(cell.value));
  data.set("reason", visit.voice.say_isolating(cell.reason));
  data.set("advice", visit.voice.say_isolating(cell.advice));
  data.set("can_mend", !cell.column.empty());
  return data;
}

Data kinds_of(const Visit &visit, const investigation::Outcome &outcome, const std::string &list,
              bool &has_kinds) {
  Data kinds{Data::type::list};
  std::size_t at = 0;
  for (const BadKind &kind : investigation::bad_kinds(outcome)) {
    if (kind.list == list) kinds << kind_data(visit, kind, at++);
  }
  has_kinds = at > 0;
  return kinds;
}

tables::Sheet sheet_of(const draw::Voice &voice, const std::vector<const BadCell *> &cells) {
  tables::Sheet sheet{voice.say(message("Unreadable cells")),
                      {{voice.say(message("List")), 18},
                       {voice.say(message("Row")), 8},
                       {voice.say(message("Column")), 18},
                       {voice.say(message("As written")), 24},
                       {voice.say(message("Reason")), 40},
                       {voice.say(message("Advice")), 40}},
                      {}};
  sheet.columns[1].cells = tables::SheetCells::numbers;
  for (const BadCell *cell : cells)
    sheet.rows.push_back({cell->list, std::to_string(cell->row), cell->column, cell->value,
                          voice.say(cell->reason), voice.say(cell->advice)});
  return sheet;
}

}  // namespace

http::Response show_bad_cells(const Visit &visit, Bench &bench) {
  const ListAtHand at_hand = list_at_hand(visit, bench);
  const std::string path = path_of_list(at_hand.list.name);
  Data data;
  data.set("name", at_hand.list.name);
  data.set("path", path);
  // What was answered a moment ago must not be asked again.
  const bool is_reading = bench.reading().has_value();
  const bool is_read = at_hand.at.has_value() && !is_reading;
  data.set("is_reading", is_reading);
  data.set("is_read", is_read);
  if (is_read) {
    const std::vector<BadCell> &cells = at_hand.report()->bad_cells;
    const RowPages pages = pages_of_rows(visit, cells.size());
    std::vector<std::int64_t> rows;
    for (std::size_t at = pages.first; at < pages.last; ++at) rows.push_back(cells[at].row);
    const std::map<std::int64_t, std::string> names =
        names_of_rows(at_hand.held->outcome.records, *at_hand.at, rows);
    Data shown{Data::type::list};
    for (std::size_t at = pages.first; at < pages.last; ++at) {
      const auto whose = names.find(cells[at].row);
      shown << cell_of_page(visit, cells[at], whose == names.end() ? "" : whose->second);
    }
    bool has_kinds = false;
    data.set("kinds", kinds_of(visit, at_hand.held->outcome, at_hand.list.name, has_kinds));
    data.set("has_kinds", has_kinds);
    data.set("cells", shown);
    data.set("has_cells", !cells.empty());
    data.set("pages", links_to_pages(visit, pages, cells.size(), path + "/bad"));
    data.set("csrf_kind", csrf_field(visit, "/lists/{NAME}/kind"));
    data.set("csrf_mend", csrf_field(visit, "/lists/{NAME}/mend"));
  }
  return page(visit, bench, {visit.voice.say(message("Cells that cannot be read")), "bad"}, "bad",
              data);
}

http::Response download_bad_cells(const Visit &visit, Bench &bench) {
  const TableFile form = form_wanted(visit);
  const ListAtHand at_hand = list_at_hand(visit, bench);
  if (!at_hand.at)
    throw base::Error(base::Kind::conflict,
                      message("the lists are still being read; try again in a moment"));
  std::vector<const BadCell *> cells;
  for (const BadCell &cell : at_hand.report()->bad_cells) cells.push_back(&cell);
  return table_download(visit, bench, sheet_of(visit.voice, cells), at_hand.list.name + " bad",
                        form);
}

http::Response download_all_bad_cells(const Visit &visit, Bench &bench) {
  const TableFile form = form_wanted(visit);
  const HeldNow held = bench.held();
  if (held == nullptr)
    throw base::Error(base::Kind::conflict,
                      message("the lists are still being read; try again in a moment"));
  std::vector<const BadCell *> cells;
  for (const investigation::ListReport &list : held->outcome.lists) {
    for (const BadCell &cell : list.bad_cells) cells.push_back(&cell);
  }
  for (const BadCell &cell : held->outcome.bad_case_cells) cells.push_back(&cell);
  return table_download(visit, bench, sheet_of(visit.voice, cells), "bad-cells", form);
}

}  // namespace sanaq::workspace
