#include "sanaq/answers/ingest_text.h"

#include <algorithm>
#include <map>

#include "sanaq/base/shown.h"
#include "sanaq/base/toml_text.h"
#include "sanaq/report/figures.h"
#include "sanaq/report/text_table.h"

namespace sanaq::answers {
namespace {

using base::Catalog;
using base::message;
using investigation::ListReport;
using investigation::Outcome;
using report::safe_cell;
using report::text_table;

constexpr std::size_t faults_shown = 20;
constexpr std::size_t cell_characters = 30;

std::string said(const Catalog& catalog, std::int64_t number) {
  return report::figure(number, catalog.language());
}

std::string line(const Catalog& catalog, const base::Message& sentence) {
  return catalog.say(sentence) + "\n";
}

bool is_name(const std::optional<record::Field>& field) {
  using record::Field;
  return field == Field::name || field == Field::given || field == Field::family ||
         field == Field::patronymic;
}

// As it can be pasted into investigation.toml.
std::string mapping_text(const ListReport& list) {
  std::string text;
  for (const auto& [field, header] : list.columns) {
    if (header.ends_with(" (heading)")) continue;  // given by rows over others, no column to name
    text += fmt::format("{}{} = {}", text.empty() ? "" : ", ", field,
                        base::shown(base::toml_text(header)));
  }
  return fmt::format("columns = {{ {} }}", text);
}

// Cells with the same fault in one column.
struct Fault {
  std::string column, reason, advice;
  bool is_of_name = false;
  std::optional<record::Field> field;
  std::vector<std::string> rows, values;  // some of them
  std::int64_t cells = 0;
};

std::vector<Fault> faults_of(const std::vector<record::BadCell>& cells, const Catalog& catalog) {
  constexpr std::size_t shown = 3;
  std::vector<Fault> faults;
  std::map<std::string, std::size_t> place;
  for (const record::BadCell& cell : cells) {
    const std::string reason = catalog.say(cell.reason);
    const auto [found, is_new] = place.emplace(cell.column + '\n' + reason, faults.size());
    if (is_new)
      faults.push_back({cell.column,
                        reason,
                        catalog.say(cell.advice),
                        is_name(cell.field),
                        cell.field,
                        {},
                        {},
                        0});
    Fault& fault = faults[found->second];
    ++fault.cells;
    if (fault.rows.size() <= shown) fault.rows.push_back(std::to_string(cell.row));
    if (fault.values.size() <= shown &&
        std::find(fault.values.begin(), fault.values.end(), cell.value) == fault.values.end())
      fault.values.push_back(cell.value);
  }
  return faults;
}

// "3, 7, 12, …"
std::string some_of(const std::vector<std::string>& texts, std::int64_t all) {
  constexpr std::size_t shown = 3;
  std::string some;
  for (std::size_t at = 0; at < std::min(shown, texts.size()); ++at)
    some += (some.empty() ? "" : ", ") + safe_cell(texts[at], cell_characters);
  return all > static_cast<std::int64_t>(shown) && texts.size() > shown ? some + ", …" : some;
}

// What the user can write where a word means one thing in the whole column.
std::string advice_of(const Fault& fault, const Catalog& catalog) {
  if (fault.field != record::Field::sex || fault.values.empty() || fault.values.size() > 3)
    return fault.advice;
  std::string values;
  for (const std::string& value : fault.values)
    values += fmt::format("{}{} = \"…\"", values.empty() ? "" : ", ",
                          base::shown(base::toml_text(value)));
  return catalog.say(message("say what they mean, m or f; write under this list:  values = {}",
                             "{ sex = { " + values + " } }"));
}

void add_faults(const std::vector<record::BadCell>& cells, const Catalog& catalog,
                std::vector<std::vector<std::string>>& rows) {
  for (const Fault& fault : faults_of(cells, catalog)) {
    rows.push_back({"  " + some_of(fault.rows, fault.cells), said(catalog, fault.cells),
                    safe_cell(fault.column, cell_characters),
                    fault.is_of_name ? catalog.say("(a name: see the report)")
                                     : some_of(fault.values, fault.cells),
                    fault.reason, advice_of(fault, catalog)});
  }
}

// Refused rows, unreadable and doubtful cells, equal faults as one line.
std::string bad_cells_text(const ListReport& list, const Catalog& catalog) {
  if (list.bad_cells.empty() && list.refused_rows.empty() && list.doubtful_cells.empty()) return "";
  std::vector<std::vector<std::string>> rows = {{"  " + catalog.say("row"), catalog.say("how many"),
                                                 catalog.say("column"), catalog.say("stands there"),
                                                 catalog.say("why"), catalog.say("what to do")}};
  std::vector<record::BadCell> refused;
  for (const tables::RefusedRow& row : list.refused_rows)
    refused.push_back({list.name, row.row, "", std::nullopt, catalog.say("(the whole row)"),
                       row.reason, message("not counted")});
  add_faults(refused, catalog, rows);
  add_faults(list.bad_cells, catalog, rows);
  add_faults(list.doubtful_cells, catalog, rows);
  const std::size_t all = rows.size() - 1;
  if (all > faults_shown) rows.resize(faults_shown + 1);
  std::string text = text_table(rows);
  if (all > faults_shown)
    text +=
        "  " + line(catalog, message("and {} more in ingest-report.csv",
                                     said(catalog, static_cast<std::int64_t>(all - faults_shown))));
  return text;
}

std::string change_text(const ListReport& list, const Catalog& catalog) {
  const persons::VersionChange& change = list.change;
  if (!change.is_new || change.is_first) return "";
  return "  " +
         line(catalog,
              message("a new version: {} records as before, {} changed, {} added, {} removed",
                      said(catalog, change.unchanged), said(catalog, change.changed),
                      said(catalog, change.added), said(catalog, change.removed)));
}

}  // namespace

std::string list_text(const ListReport& list, const Catalog& catalog) {
  std::string text = line(catalog, message("{}  ({}, {}, header in row {})", list.name, list.file,
                                           list.encoding, list.header_row));
  text += "  " + line(catalog, message("{} rows read = {} records + {} blank + {} refused",
                                       said(catalog, list.rows_read), said(catalog, list.records),
                                       said(catalog, list.blank), said(catalog, list.refused)));
  text += fmt::format("  {}\n", mapping_text(list));
  if (!list.unmapped_headers.empty()) {
    std::string headers;
    for (const std::string& header : list.unmapped_headers)
      headers += (headers.empty() ? "" : ", ") + safe_cell(header, cell_characters);
    text += "  " + line(catalog, message("columns of no known kind: {}", headers));
  }
  text += change_text(list, catalog);
  if (list.out_of_scope > 0)
    text += "  " + line(catalog, message("{} records lie outside the scope and are not counted",
                                         said(catalog, list.out_of_scope)));
  if (list.no_person > 0)
    text += "  " + line(catalog, message("{} rows are no persons, as a reviewer decided, and are "
                                         "not counted",
                                         said(catalog, list.no_person)));
  if (list.unlinkable > 0)
    text +=
        "  " + line(catalog,
                    message("{} records have no name: they are counted apart, unless a number that "
                            "another list has too tells who they are",
                            said(catalog, list.unlinkable)));
  for (const base::Message& warning : list.warnings) text += "  ! " + line(catalog, warning);
  return text + bad_cells_text(list, catalog);
}

std::string ingest_text(const Outcome& outcome, const Catalog& catalog) {
  std::string text;
  for (const ListReport& list : outcome.lists) text += list_text(list, catalog);
  for (const base::Message& warning : outcome.warnings) text += "! " + line(catalog, warning);
  for (const record::BadCell& cell : outcome.bad_case_cells) {
    text += "! " +
            line(catalog, message("{}, row {}, column {}: {}; {}", cell.list, cell.row, cell.column,
                                  catalog.say(cell.reason), catalog.say(cell.advice)));
  }
  return text;
}

}  // namespace sanaq::answers
