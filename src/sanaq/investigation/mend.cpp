#include "sanaq/investigation/mend.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "sanaq/base/check.h"
#include "sanaq/base/error.h"
#include "sanaq/exchange/row_words.h"
#include "sanaq/investigation/ingested.h"
#include "sanaq/persons/mendings.h"
#include "sanaq/record/partial_date.h"
#include "sanaq/settings/read_config.h"
#include "sanaq/tables/cell_text.h"
#include "sanaq/tables/ingest.h"
#include "sanaq/text/encoding.h"
#include "sanaq/text/nearest_word.h"

namespace sanaq::investigation {
namespace {

using base::Error;
using base::Kind;
using base::message;
using record::Field;

constexpr std::size_t cell_bytes_max = 32767;  // of Excel, in letters

// The record in its own list.
struct InList {
  std::size_t list = 0;
  std::uint32_t record = 0;
};

InList place_in_list(const Outcome& outcome, std::uint32_t record) {
  const std::size_t list = outcome.records.list_of[record];
  if (list >= outcome.config.lists.size())
    throw Error(Kind::usage, message("only rows of lists are mended; what the case file says is "
                                     "entered with  sanaq say"));
  const auto first = std::find(outcome.records.list_of.begin(), outcome.records.list_of.end(),
                               static_cast<std::uint32_t>(list));
  return {list, record - static_cast<std::uint32_t>(first - outcome.records.list_of.begin())};
}

std::vector<std::string> columns_called(const record::RecordTable& list) {
  std::vector<std::string> names;
  for (const record::Column& column : list.columns) {
    if (column.field != Field::id) names.push_back(persons::column_called(column));
  }
  return names;
}

[[noreturn]] void no_column(const record::RecordTable& list, const std::string& column) {
  const std::vector<std::string> names = columns_called(list);
  const std::string near = text::nearest_word(column, names);
  std::string all;
  for (const std::string& name : names) all += (all.empty() ? "" : ", ") + name;
  throw Error(Kind::not_found, near.empty()
                                   ? message("the list {} has no column {}; it has: {}",
                                             list.lists[0].name, column, all)
                                   : message("the list {} has no column {}; did you mean {}?",
                                             list.lists[0].name, column, near));
}

// By what it is called, or by its header where it is a field.
const record::Column& column_wanted(const record::RecordTable& list, const std::string& wanted) {
  const record::Column* column = persons::find_column(list, wanted);
  if (column == nullptr) {
    const auto by_header =
        std::find_if(list.columns.begin(), list.columns.end(),
                     [&](const record::Column& each) { return each.header == wanted; });
    if (by_header == list.columns.end()) no_column(list, wanted);
    column = &*by_header;
  }
  if (column->field == Field::id)
    throw Error(Kind::usage, message("the id names the record and cannot be mended; correct it in "
                                     "the list itself"));
  return *column;
}

void expect_cell(const std::string& value) {
  const bool has_sign = std::any_of(value.begin(), value.end(), [](char letter) {
    return static_cast<unsigned char>(letter) < 0x20 || letter == 0x7F;
  });
  if (has_sign || value.size() > cell_bytes_max || !text::is_valid_utf8(value))
    throw Error(Kind::usage,
                message("a cell is one line of text, of at most {} bytes", cell_bytes_max));
}

// What the file says, what the reader of lists makes of the new text, and the entry.
struct Tried {
  std::string header, column, in_the_file, canonical;
  std::optional<Field> field;
  ledger::Statement statement;
  std::optional<record::BadCell> bad;
};

Tried try_mending(const Outcome& outcome, const InList& at, const MendingWanted& wanted,
                  base::Progress& progress) {
  Tried tried;
  tables::ListSource source =
      settings::list_source(outcome.config.lists[at.list], outcome.config, outcome.folder);
  source.mend = [&](const record::RecordTable& list) {
    const record::Column& column = column_wanted(list, wanted.column);
    tried.header = column.header;
    tried.column = persons::column_called(column);
    tried.field = column.field;
    tried.in_the_file = column.values[column.codes[at.record]];
    tried.statement =
        persons::mending_statement(list.lists[0].name, list.identities[at.record], tried.column,
                                   tried.in_the_file, wanted.value, wanted.reason);
    return std::vector<tables::MendedCell>{{at.record, column.header, wanted.value}};
  };
  const tables::IngestedList list = tables::ingest(source, progress);
  if (list.records.lists[0].version != outcome.lists[at.list].version)
    throw Error(Kind::conflict, message("{}: the file was changed while it was read; call this "
                                        "again",
                                        outcome.lists[at.list].file));
  const std::int64_t row = list.records.rows[at.record];
  for (const record::BadCell& bad : list.bad_cells) {
    if (bad.row == row && bad.column == tried.header) tried.bad = bad;
  }
  for (const record::Column& column : list.records.columns) {
    if (column.header == tried.header && column.field == tried.field)
      tried.canonical = column.canonical[column.codes[at.record]];
  }
  return tried;
}

base::Message reading_of(const Tried& tried, const std::string& value) {
  if (tried.canonical.empty()) return message("it is read as: nobody knows");
  const bool is_date =
      tried.field == Field::birth || tried.field == Field::death || tried.field == Field::date;
  if (is_date) {
    if (const auto date = record::from_edtf(tried.canonical)) {
      const std::string first = record::to_edtf({date->first_day, date->first_day});
      const std::string last = record::to_edtf({date->last_day, date->last_day});
      return first == last ? message("it is read as the day {}", first)
                           : message("it is read as a day from {} to {}", first, last);
    }
  }
  if (tried.field == Field::sex)
    return tried.canonical == "f" ? message("it is read as female") : message("it is read as male");
  return tried.canonical == value ? message("it is read as it is written")
                                  : message("it is read otherwise than it is written");
}

// The cell as the lists say it now, mended or not.
std::string cell_now(const Outcome& outcome, std::uint32_t record, const Tried& tried) {
  for (const persons::MendingHeld& held : outcome.mendings_held) {
    if (held.record == record && held.header == tried.header) return held.mending.value;
  }
  return tried.in_the_file;
}

}  // namespace

MendingShown show_mending(const Outcome& outcome, const MendingWanted& asked,
                          base::Progress& progress, const base::Catalog& catalog) {
  MendingWanted wanted = asked;
  wanted.value = std::string(tables::trimmed(asked.value));
  expect_cell(wanted.value);
  const Tried tried = try_mending(outcome, place_in_list(outcome, wanted.record), wanted, progress);
  const std::string now = cell_now(outcome, wanted.record, tried);
  const exchange::RowWords words(outcome.records);
  const std::string row = words.reference(wanted.record);
  if (wanted.was && tables::trimmed(*wanted.was) != now)
    throw Error(Kind::conflict,
                message("{}, {}: the cell says something else than --was does, so nothing was "
                        "entered; look at the row again",
                        row, tried.column));
  if (now == wanted.value)
    throw Error(Kind::usage, message("{}, {}: the cell says this already", row, tried.column));
  return {words.named_line(wanted.record, catalog),
          tried.column,
          tried.header,
          now,
          wanted.value,
          reading_of(tried, wanted.value),
          tried.canonical,
          tried.bad,
          tried.statement};
}

ledger::Entry enter_mending(ledger::Writer& writer, const MendingShown& shown,
                            const std::string& by) {
  base::check(!shown.unreadable, "a mending that cannot be read is not entered");
  ledger::Statement statement = shown.statement;
  statement.author = by;
  return writer.append("statement", ledger::body_of(statement));
}

}  // namespace sanaq::investigation
