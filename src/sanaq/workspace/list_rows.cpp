#include "sanaq/workspace/list_rows.h"

#include <algorithm>
#include <limits>
#include <mutex>
#include <set>
#include <utility>

#include "sanaq/base/message.h"
#include "sanaq/workspace/field_words.h"

namespace sanaq::workspace {
namespace {

using base::message;
using record::Column;
using record::Field;

constexpr std::uint32_t no_person = std::numeric_limits<std::uint32_t>::max();

bool holds_days(const Column& column) {
  return column.field == Field::date || column.field == Field::birth ||
         column.field == Field::death;
}

std::shared_ptr<const ListRows::Found> find_rows(const Held& held, std::size_t at) {
  const record::RecordTable& all = held.outcome.records;
  auto found = std::make_shared<ListRows::Found>();
  for (std::uint32_t record = 0; record < all.list_of.size(); ++record) {
    if (all.list_of[record] == at) found->records.push_back(record);
  }
  // Of several columns that make a date or a place together only the parts stand in the file.
  const investigation::ListReport& report = held.outcome.lists.at(at);
  std::set<std::string> made = {"date", "birth", "death", "place"};
  for (const auto& [field, header] : report.columns) made.erase(field);
  for (std::size_t column = 0; column < all.columns.size(); ++column) {
    const Column& one = all.columns[column];
    if (one.field && made.contains(std::string(record::field_name(*one.field)))) continue;
    if (std::none_of(found->records.begin(), found->records.end(),
                     [&](std::uint32_t record) { return one.codes[record] != 0; }))
      continue;
    found->columns.push_back(column);
  }
  // Who it is first: the table's columns are in the order in which the lists came together.
  const auto place = [&](std::size_t column) {
    const std::optional<Field>& field = all.columns[column].field;
    return field ? static_cast<std::size_t>(*field) : record::field_names.size();
  };
  std::stable_sort(found->columns.begin(), found->columns.end(),
                   [&](std::size_t left, std::size_t right) { return place(left) < place(right); });
  for (const std::size_t column : found->columns) {
    const Column& one = all.columns[column];
    const auto said = one.field ? report.columns.find(std::string(record::field_name(*one.field)))
                                : report.columns.end();
    found->headers.push_back(said == report.columns.end() ? one.header : said->second);
  }
  return found;
}

std::shared_ptr<const ListRows::PersonOf> find_persons(const Held& held) {
  auto person_of =
      std::make_shared<ListRows::PersonOf>(held.outcome.records.record_count(), no_person);
  for (std::uint32_t person = 0; person < held.outcome.persons.size(); ++person) {
    for (const std::uint32_t record : held.outcome.persons[person].records)
      (*person_of)[record] = person;
  }
  return person_of;
}

// Of the newest lists, which are not kept by it.
struct RowsFound {
  std::mutex mutex;
  std::weak_ptr<const Held> of;
  std::vector<std::shared_ptr<const ListRows::Found>> lists;  // by index
  std::shared_ptr<const ListRows::PersonOf> person_of;

  void open(const HeldNow& held) {
    if (person_of && of.lock() == held) return;
    of = held;
    lists.assign(held->outcome.lists.size(), nullptr);
    person_of = find_persons(*held);
  }
};

}  // namespace

ListRows::ListRows(HeldNow held, std::size_t at) : held_(std::move(held)) {
  static RowsFound newest;
  const std::lock_guard lock(newest.mutex);
  newest.open(held_);
  std::shared_ptr<const Found>& found = newest.lists.at(at);
  if (!found) found = find_rows(*held_, at);
  found_ = found;
  person_of_ = newest.person_of;
}

bool ListRows::is_linked() const { return !held_->outcome.persons.empty(); }

ListRow ListRows::row(std::size_t number) const {
  const record::RecordTable& all = held_->outcome.records;
  const std::uint32_t record = found_->records.at(number);
  ListRow row{all.rows[record], {}, "", 0};
  for (const std::size_t column : found_->columns)
    row.cells.push_back(all.columns[column].values[all.columns[column].codes[record]]);
  if ((*person_of_)[record] == no_person) return row;
  const persons::Person& person = held_->outcome.persons[(*person_of_)[record]];
  row.person = person.id;
  row.probability = person.probability;
  return row;
}

tables::Sheet ListRows::sheet(const draw::Voice& voice) const {
  const record::RecordTable& all = held_->outcome.records;
  constexpr int width = 18;
  tables::Sheet sheet{voice.say(message("Rows")), {{voice.say(message("Row")), 8}}, {}, 1};
  sheet.columns[0].cells = tables::SheetCells::numbers;
  for (std::size_t at = 0; at < found_->columns.size(); ++at) {
    tables::SheetColumn column{found_->headers[at], width};
    if (holds_days(all.columns[found_->columns[at]])) column.cells = tables::SheetCells::days;
    sheet.columns.push_back(std::move(column));
  }
  if (is_linked()) {
    sheet.columns.push_back({voice.say(message("Person")), width});
    sheet.columns.push_back({voice.say(message("Probability")), width});
  }
  for (std::size_t number = 0; number < count(); ++number) {
    ListRow row = this->row(number);
    std::vector<std::string> cells = {std::to_string(row.row)};
    for (std::size_t at = 0; at < found_->columns.size(); ++at) {
      const Column& column = all.columns[found_->columns[at]];
      const std::uint32_t code = column.codes[found_->records[number]];
      const bool is_day = holds_days(column) && !column.canonical[code].empty();
      cells.push_back(is_day ? column.canonical[code] : row.cells[at]);
    }
    if (is_linked()) {
      cells.push_back(row.person);
      cells.push_back(row.person.empty() ? "" : voice.decimal(row.probability, 3));
    }
    sheet.rows.push_back(std::move(cells));
  }
  return sheet;
}

}  // namespace sanaq::workspace
