#include "sanaq/casefile/entity_rows.h"

#include <algorithm>
#include <map>

#include "sanaq/casefile/schema.h"

namespace sanaq::casefile {
namespace {

using Cells = std::map<std::string, std::vector<std::string>>;  // column -> values

// Statements that one row of one table made: of one thing, from one place.
struct Group {
  const TableForm* form = nullptr;
  std::string subject, confidence, language, visibility;
  std::vector<std::string> sources;
  Cells cells;
};

bool is_part_of_a_cell(const Statement& said) {
  return said.subject.starts_with("act:") &&
         (said.property.starts_with("count/") || said.property.starts_with("involvement/"));
}

// The column of its table that holds a statement; empty where none does.
std::string column_for(const Statement& said) {
  if (is_part_of_a_cell(said)) return said.property;
  const Column* column = column_of(kind_of(said.subject), said.property);
  if (column == nullptr || column->holds == ValueType::id) return {};
  const bool is_marked = said.value.find('|') != std::string::npos && column->is_several;
  return is_marked ? std::string() : said.property;
}

std::string place_of(const Statement& said) {
  return said.subject + "\n" + said.origin.file + "\n" + std::to_string(said.origin.row) + "\n" +
         said.origin.entry + "\n" + said.confidence + "\n" + said.language;
}

void add_value(std::vector<std::string>& values, const std::string& value) {
  if (std::find(values.begin(), values.end(), value) == values.end()) values.push_back(value);
}

std::string joined(const std::vector<std::string>& values) {
  std::string text;
  for (const std::string& value : values) text += (text.empty() ? "" : "|") + value;
  return text;
}

// "5 unnamed men" of victim and count/victim.
void fold_victims(Cells& cells) {
  for (std::string& victim : cells["victim"]) {
    const auto count = cells.find("count/" + victim);
    if (count != cells.end()) victim = count->second.front() + " " + victim;
  }
}

// Rows of one group: perpetrators with a degree stand apart from those without one.
std::vector<Cells> act_rows(Cells cells) {
  fold_victims(cells);
  std::vector<std::string> with, without, degrees;
  for (const std::string& who : cells["perpetrator"]) {
    const auto degree = cells.find("involvement/" + who);
    (degree == cells.end() ? without : with).push_back(who);
    if (degree != cells.end()) degrees.push_back(degree->second.front());
  }
  cells["perpetrator"] = with.empty() ? without : with;
  cells["involvement"] = degrees;
  std::vector<Cells> rows = {cells};
  if (!with.empty() && !without.empty()) rows.push_back({{"perpetrator", without}});
  return rows;
}

void append_rows(const Group& group, KindRows& out) {
  const std::vector<Cells> rows =
      group.form->kind == "act" ? act_rows(group.cells) : std::vector<Cells>{group.cells};
  for (const Cells& cells : rows) {
    std::vector<std::string> row;
    for (const Column& column : group.form->columns) {
      const auto found = cells.find(std::string(column.name));
      if (column.holds == ValueType::id) {
        row.emplace_back(id_of(group.subject));
      } else if (column.name == "source") {
        row.push_back(joined(group.sources));
      } else if (column.name == "visibility") {
        row.push_back(group.visibility);
      } else if (column.name == "lang") {
        row.push_back(group.language);
      } else {
        row.push_back(found == cells.end() ? std::string() : joined(found->second));
      }
    }
    out.rows.push_back(std::move(row));
  }
}

KindRows empty_rows(const TableForm& form) {
  KindRows rows{std::string(form.kind), {}, {}};
  for (const Column& column : form.columns) rows.header.emplace_back(column.name);
  return rows;
}

// What only a table of statements can hold as it is.
bool fits_its_table(const Statement& said, const TableForm* form) {
  if (form == nullptr || form->subject == "person" || column_for(said).empty()) return false;
  return said.confidence.empty();
}

std::vector<std::string> statement_row(const Statement& said) {
  return {said.subject, said.property, said.value,      said.language,
          said.source,  said.locator,  said.confidence, said.visibility};
}

}  // namespace

std::vector<KindRows> entity_rows(const std::vector<Statement>& said) {
  std::vector<Group> groups;
  std::map<std::string, std::size_t> places;
  KindRows statements = empty_rows(*table_form("statement"));
  for (const Statement& one : said) {
    const TableForm* form = form_of_subject(kind_of(one.subject));
    if (kind_of(one.subject) != "" && fits_its_table(one, form)) {
      const auto [place, is_new] = places.emplace(place_of(one), groups.size());
      if (is_new)
        groups.push_back({form, one.subject, one.confidence, one.language, one.visibility, {}, {}});
      Group& group = groups[place->second];
      const bool is_sealed_recipient = form->kind == "aid" && one.property == "to";
      if (!is_sealed_recipient) group.visibility = one.visibility;
      add_value(group.sources, one.source);
      add_value(group.cells[column_for(one)], one.value);
    } else if (one.property != "is") {
      statements.rows.push_back(statement_row(one));
    } else {
      places.emplace(place_of(one), groups.size());
      groups.push_back({form, one.subject, "", "", one.visibility, {one.source}, {}});
    }
  }
  std::vector<KindRows> all;
  for (const TableForm& form : all_forms()) {
    KindRows rows = empty_rows(form);
    for (const Group& group : groups) {
      if (group.form == &form) append_rows(group, rows);
    }
    if (form.kind == "statement") rows = statements;
    if (!rows.rows.empty()) all.push_back(std::move(rows));
  }
  return all;
}

}  // namespace sanaq::casefile
