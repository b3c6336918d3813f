#include "sanaq/investigation/case_tables.h"

#include <algorithm>
#include <map>

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/sha256.h"
#include "sanaq/casefile/follow_the_money.h"
#include "sanaq/casefile/limits.h"
#include "sanaq/casefile/read_said.h"
#include "sanaq/casefile/schema.h"
#include "sanaq/investigation/csv_table.h"
#include "sanaq/ledger/documents.h"
#include "sanaq/tables/cell_text.h"
#include "sanaq/tables/date_cell.h"
#include "sanaq/tables/opened_list.h"
#include "sanaq/text/name.h"

namespace sanaq::investigation {
namespace {

using base::message;

constexpr std::size_t header_rows_max = 20;
constexpr std::string_view follow_the_money = "followthemoney";

std::size_t columns_known(const casefile::TableForm* form, const std::vector<std::string>& row) {
  if (form == nullptr) return 0;
  return static_cast<std::size_t>(
      std::count_if(row.begin(), row.end(), [&](const std::string& cell) {
        std::string name = text::fold(cell);
        std::replace(name.begin(), name.end(), ' ', '_');
        return std::any_of(form->columns.begin(), form->columns.end(),
                           [&](const casefile::Column& column) { return column.name == name; });
      }));
}

// Position of the header among the rows.
std::size_t header_among(const casefile::TableForm* form,
                         const std::vector<std::vector<std::string>>& rows) {
  std::size_t best = 0, most = 0;
  for (std::size_t at = 0; at < std::min(rows.size(), header_rows_max); ++at) {
    const std::size_t known = columns_known(form, rows[at]);
    if (known > most) {
      most = known;
      best = at;
    }
  }
  return best;
}

// What a whole column proves about day and month, and how a cell of it is read then.
class DateColumns {
 public:
  explicit DateColumns(const casefile::TableRows& table) {
    for (std::size_t column = 0; column < table.header.size(); ++column) {
      tables::DateContext& context = contexts_[table.header[column]];
      for (const auto& row : table.rows) {
        if (column >= row.size() || context.order != tables::DayMonthOrder::unknown) continue;
        context.order = tables::order_proved_by(row[column]);
      }
    }
  }
  [[nodiscard]] base::Result<std::optional<record::PartialDate>> read(std::string_view column,
                                                                      std::string_view cell) const {
    if (const auto date = record::from_edtf(cell)) return date;
    const auto found = contexts_.find(column);
    return tables::read_date(cell,
                             found == contexts_.end() ? tables::DateContext{} : found->second);
  }

 private:
  std::map<std::string, tables::DateContext, std::less<>> contexts_;
};

tables::BadCell reported(const casefile::BadCell& cell) {
  return {cell.file, cell.row, cell.column, std::nullopt, cell.value, cell.reason, cell.advice};
}

void read_vocabulary(const std::string& folder, CaseTables& out) {
  const std::string path = base::join(folder, std::string(vocabulary_file));
  if (!base::file_exists(path)) return;
  const CsvTable table = read_csv_table(base::read_file(path), path);
  const auto cell = [&](std::size_t row, std::string_view name) {
    const auto found = std::find(table.header.begin(), table.header.end(), name);
    return found == table.header.end()
               ? std::string()
               : table.rows[row][static_cast<std::size_t>(found - table.header.begin())];
  };
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    const casefile::Term term{
        cell(row, "table"), cell(row, "code"), {cell(row, "en"), cell(row, "ru"), cell(row, "kk")}};
    if (const auto added = out.file.vocabulary.add(term); !added) {
      out.bad_cells.push_back({std::string(vocabulary_file), table.row_numbers[row], "code",
                               std::nullopt, term.code, added.error().reason,
                               added.error().advice});
    }
  }
}

void take(casefile::ReadTable read, CaseTables& out) {
  std::move(read.said.begin(), read.said.end(), std::back_inserter(out.file.said));
  for (const casefile::BadCell& cell : read.bad_cells) out.bad_cells.push_back(reported(cell));
  std::move(read.warnings.begin(), read.warnings.end(), std::back_inserter(out.warnings));
}

void read_one(const std::string& folder, const TableConfig& table, CaseTables& out) {
  const std::string bytes = base::read_file(base::join(folder, table.file));
  if (table.kind == follow_the_money) {
    take(casefile::from_follow_the_money(bytes, table.file, base::sha256_hex(bytes)), out);
    return;
  }
  const casefile::TableRows rows = table_rows(table, bytes);
  const DateColumns dates(rows);
  const auto read_date = [&](std::string_view column, std::string_view cell) {
    return dates.read(column, cell);
  };
  casefile::ReadTable read = casefile::read_table(rows, out.file.vocabulary, read_date);
  if (table.kind == "claim") {  // read_claims has reported what it cannot read, and the columns
    read.bad_cells.clear();
    read.warnings.clear();
  } else if (table.kind == "statement") {
    casefile::ReadSaid again = casefile::read_said(read.said, out.file.vocabulary, read_date);
    read.said = std::move(again.said);
    read.bad_cells.insert(read.bad_cells.end(), again.bad_cells.begin(), again.bad_cells.end());
  }
  take(std::move(read), out);
}

void read_ledger(const std::string& folder, CaseTables& out) {
  const auto written = casefile::said_in_ledger(ledger::statements_in_force(folder));
  std::string bytes;
  for (const casefile::Said& said : written)
    bytes +=
        said.origin.entry + "\n" + said.subject + "\n" + said.property + "\n" + said.value + "\n";
  out.ledger_hash = base::sha256_hex(bytes);
  out.has_ledger_statements = !written.empty();
  casefile::ReadSaid read = casefile::read_said(
      written, out.file.vocabulary,
      [](std::string_view,
         std::string_view cell) -> base::Result<std::optional<record::PartialDate>> {
        if (const auto date = record::from_edtf(cell)) return date;
        return tables::read_date(cell, {});
      });
  std::move(read.said.begin(), read.said.end(), std::back_inserter(out.file.said));
  for (const casefile::BadCell& cell : read.bad_cells) out.bad_cells.push_back(reported(cell));
}

bool holds_a_hash(const std::string& text) {
  constexpr std::size_t digits = 64;
  std::size_t run = 0;
  for (const char letter : text) {
    const bool is_hex = (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'f') ||
                        (letter >= 'A' && letter <= 'F');
    run = is_hex ? run + 1 : 0;
    if (run == digits) return true;
  }
  return false;
}

// Whoever publishes must tell the hash of a public document from that of a closed one.
void note_public_documents(const std::string& folder, CaseTables& out) {
  const bool any =
      std::any_of(out.file.said.begin(), out.file.said.end(), [](const casefile::Said& said) {
        return holds_a_hash(said.subject) || holds_a_hash(said.value) ||
               holds_a_hash(said.source) || holds_a_hash(said.locator);
      });
  if (!any) return;
  for (const ledger::Document& document : ledger::documents(folder)) {
    if (document.visibility == "public") out.public_documents.insert(document.sha256);
  }
}

// A change to a custody that nobody speaks of would vanish from every count; it takes the
// visibility of its custody where there is one.
void join_changes(CaseTables& out) {
  std::map<std::string, std::string> visibility;  // of a custody: the widest that is said
  for (const casefile::Said& said : out.file.said) {
    if (casefile::kind_of(said.subject) != "custody") continue;
    std::string& widest = visibility[said.subject];
    if (widest.empty() || said.visibility == "public") widest = said.visibility;
  }
  std::map<std::string, std::string> custody_of;  // change -> custody
  for (const casefile::Said& said : out.file.said) {
    if (casefile::kind_of(said.subject) == "change" && said.property == "custody")
      custody_of[said.subject] = casefile::subject_of("custody", said.value);
  }
  for (casefile::Said& said : out.file.said) {
    if (casefile::kind_of(said.subject) != "change") continue;
    const auto found = visibility.find(custody_of[said.subject]);
    if (found == visibility.end()) {
      if (said.property == "custody")
        out.bad_cells.push_back(
            {said.origin.file, said.origin.row, "custody", std::nullopt, said.value,
             message("no custody has this id"),
             message("correct the id, or add the custody; until then the change "
                     "counts nowhere")});
    } else if (!said.origin.file.empty() && said.visibility != "sealed") {
      said.visibility = found->second;
    }
  }
}

// One custody is of one person: two names under one id are most likely a row that was copied.
void report_two_in_one_custody(CaseTables& out) {
  std::map<std::string, const casefile::Said*> first;
  for (const casefile::Said& said : out.file.said) {
    if (casefile::kind_of(said.subject) != "custody" || said.property != "person") continue;
    const auto [known, is_new] = first.emplace(said.subject, &said);
    const bool are_names = said.value.find(':') == std::string::npos &&
                           known->second->value.find(':') == std::string::npos;
    if (is_new || !are_names || text::fold(known->second->value) == text::fold(said.value))
      continue;
    out.bad_cells.push_back({said.origin.file.empty() ? "ledger" : said.origin.file,
                             said.origin.row, "person", record::Field::name, said.value,
                             message("another person under the id of this custody"),
                             message("give each custody its own id, or write one of the two names "
                                     "in both")});
  }
}

}  // namespace

casefile::TableRows table_rows(const TableConfig& table, std::string_view bytes) {
  tables::ListSource source;
  source.name = table.file;
  source.path = table.file;
  const auto opened = tables::open_list(source, bytes);
  std::vector<std::vector<std::string>> rows;
  std::vector<std::int64_t> numbers;
  std::vector<std::string_view> cells;
  std::size_t held = 0;
  while (opened->rows->next(cells)) {
    std::vector<std::string> row;
    for (const std::string_view cell : cells) row.emplace_back(tables::trimmed(cell));
    for (const std::string& cell : row) held += sizeof(std::string) + cell.size();
    if (held > casefile::table_bytes_max) {
      throw base::Error(base::Kind::bad_input,
                        base::message("{}: a table of the case file has no more than {} MB of "
                                      "cells; take out what is not in use",
                                      table.file, casefile::table_bytes_max >> 20));
    }
    while (!row.empty() && row.back().empty()) row.pop_back();
    opened->rows->release();
    if (row.empty()) continue;
    rows.push_back(std::move(row));
    numbers.push_back(opened->rows->row());
  }
  casefile::TableRows out{table.kind, table.file, base::sha256_hex(bytes), {}, {}, {}};
  if (rows.empty()) return out;
  const std::size_t header = header_among(casefile::table_form(table.kind), rows);
  out.header = rows[header];
  for (std::size_t at = header + 1; at < rows.size(); ++at) {
    if (rows[at].size() < out.header.size()) rows[at].resize(out.header.size());
    out.rows.push_back(std::move(rows[at]));
    out.row_numbers.push_back(numbers[at]);
  }
  return out;
}

CaseTables read_case_tables(const std::string& folder, const Config& config) {
  CaseTables out;
  read_vocabulary(folder, out);
  for (const TableConfig& table : config.tables) read_one(folder, table, out);
  read_ledger(folder, out);
  join_changes(out);
  report_two_in_one_custody(out);
  note_public_documents(folder, out);
  return out;
}

}  // namespace sanaq::investigation
