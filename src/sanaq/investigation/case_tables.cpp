#include "sanaq/investigation/case_tables.h"

#include <algorithm>
#include <map>
#include <set>

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/sha256.h"
#include "sanaq/casefile/column_headers.h"
#include "sanaq/casefile/contradictions.h"
#include "sanaq/casefile/follow_the_money.h"
#include "sanaq/casefile/limits.h"
#include "sanaq/casefile/loose_ends.h"
#include "sanaq/casefile/person_form.h"
#include "sanaq/casefile/read_statements.h"
#include "sanaq/casefile/schema.h"
#include "sanaq/casefile/visibility.h"
#include "sanaq/exchange/csv_table.h"
#include "sanaq/ledger/documents.h"
#include "sanaq/persons/mendings.h"
#include "sanaq/settings/config.h"
#include "sanaq/tables/cell_text.h"
#include "sanaq/tables/opened_list.h"
#include "sanaq/tables/sex_cell.h"
#include "sanaq/tables/table_dates.h"
#include "sanaq/text/fold.h"

namespace sanaq::investigation {
namespace {

using base::message;

constexpr std::size_t header_rows_max = 20;
constexpr std::string_view follow_the_money = "followthemoney";

std::size_t columns_known(const casefile::TableForm* form, const std::vector<std::string>& row) {
  if (form == nullptr) return 0;
  return static_cast<std::size_t>(
      std::count_if(row.begin(), row.end(), [&](const std::string& cell) {
        return casefile::column_with_header(*form, cell) != nullptr;
      }));
}

// With the headers that the settings name, and those in Russian and Kazakh, called as their columns
// are.
std::vector<std::string> named(std::vector<std::string> header,
                               const settings::TableConfig& table) {
  for (std::string& cell : header) {
    const auto said = std::find_if(table.columns.begin(), table.columns.end(),
                                   [&](const auto& column) { return column.second == cell; });
    const std::string_view known = casefile::column_of_header(table.kind, text::fold(cell));
    const bool is_ignored =
        std::find(table.ignored.begin(), table.ignored.end(), cell) != table.ignored.end();
    if (said != table.columns.end())
      cell = said->first;
    else if (!known.empty() && !is_ignored)
      cell = known;
  }
  return header;
}

// Position of the header among the rows.
std::size_t header_among(const casefile::TableForm* form, const settings::TableConfig& table,
                         const std::vector<std::vector<std::string>>& rows) {
  std::size_t best = 0, most = 0;
  for (std::size_t at = 0; at < std::min(rows.size(), header_rows_max); ++at) {
    const std::size_t known = columns_known(form, named(rows[at], table));
    if (known > most) {
      most = known;
      best = at;
    }
  }
  return best;
}

void read_vocabulary(const std::string& folder, CaseTables& out) {
  const std::string path = base::join(folder, std::string(vocabulary_file));
  if (!base::file_exists(path)) return;
  const exchange::CsvTable table = exchange::read_csv_table(base::read_file(path), path);
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
  std::move(read.statements.begin(), read.statements.end(), std::back_inserter(out.file.said));
  std::move(read.bad_cells.begin(), read.bad_cells.end(), std::back_inserter(out.bad_cells));
  std::move(read.warnings.begin(), read.warnings.end(), std::back_inserter(out.warnings));
  std::move(read.closings.begin(), read.closings.end(), std::back_inserter(out.closings));
}

void read_one(const std::string& folder, const settings::TableConfig& table, CaseTables& out,
              std::set<std::string>& changes_that_say) {
  const std::string bytes = base::read_file(base::join(folder, table.file));
  if (table.kind == follow_the_money) {
    take(casefile::from_follow_the_money(bytes, table.file, base::sha256_hex(bytes)), out);
    return;
  }
  const casefile::TableRows rows = table_rows(table, bytes);
  const tables::TableDates dates(rows.header, rows.rows);
  const auto read_date = [&](std::string_view column, std::string_view cell) {
    return dates.read(column, cell);
  };
  casefile::ReadTable read = casefile::read_table(rows, out.file.vocabulary, read_date);
  if (table.kind == "custody_change" && (read.says_visibility || !read.closings.empty()))
    changes_that_say.insert(table.file);
  if (table.kind == "statement") {
    casefile::ReadStatements again =
        casefile::read_statements(read.statements, out.file.vocabulary, read_date);
    read.statements = std::move(again.statements);
    for (record::BadCell& cell : again.bad_cells) cell.column = "value";
    read.bad_cells.insert(read.bad_cells.end(), again.bad_cells.begin(), again.bad_cells.end());
  }
  take(std::move(read), out);
}

void report_unclear_visibility(const std::vector<ledger::Statement>& statements, CaseTables& out) {
  for (const ledger::Statement& said : statements) {
    if (said.visibility.empty() || casefile::visibility_word(said.visibility)) continue;
    out.bad_cells.push_back({"ledger", said.place.seq, "visibility", std::nullopt, said.visibility,
                             message("none of public, restricted, sealed"),
                             message("retract the entry and enter it again; until then it is "
                                     "sealed")});
  }
}

void read_ledger(const std::string& folder, CaseTables& out) {
  const auto statements = persons::without_mendings(ledger::statements_in_force(folder));
  report_unclear_visibility(statements, out);
  const auto written = casefile::statements_in_ledger(statements);
  std::string bytes;
  for (const casefile::Statement& said : written)
    bytes +=
        said.origin.entry + "\n" + said.subject + "\n" + said.property + "\n" + said.value + "\n";
  out.ledger_hash = base::sha256_hex(bytes);
  out.has_ledger_statements = !written.empty();
  casefile::ReadStatements read = casefile::read_statements(
      written, out.file.vocabulary,
      [dates = tables::TableDates()](std::string_view column, std::string_view cell) {
        return dates.read(column, cell);
      });
  std::move(read.statements.begin(), read.statements.end(), std::back_inserter(out.file.said));
  std::move(read.bad_cells.begin(), read.bad_cells.end(), std::back_inserter(out.bad_cells));
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
      std::any_of(out.file.said.begin(), out.file.said.end(), [](const casefile::Statement& said) {
        return holds_a_hash(said.subject) || holds_a_hash(said.value) ||
               holds_a_hash(said.source) || holds_a_hash(said.locator);
      });
  if (!any) return;
  const std::set<std::string> closed = casefile::documents_without_consent(out.file.said);
  for (const ledger::Document& document : ledger::documents(folder)) {
    const bool is_closed = closed.contains(document.sha256) ||
                           closed.contains(text::fold(document.file)) ||
                           closed.contains(text::fold(document.first().name));
    if (document.visibility == "public" && !is_closed) out.public_documents.insert(document.sha256);
  }
}

// Of each custody the strictest word of its tables; of the ledger where no table speaks of it.
std::map<std::string, std::string> visibility_of_custodies(
    const std::vector<casefile::Statement>& all) {
  std::map<std::string, std::string> of_tables, of_ledger;
  for (const casefile::Statement& said : all) {
    if (casefile::kind_of(said.subject) != "custody") continue;
    auto& words = said.origin.file.empty() ? of_ledger : of_tables;
    const auto [word, is_new] = words.emplace(said.subject, said.visibility);
    if (!is_new) word->second = casefile::stricter(word->second, said.visibility);
  }
  of_tables.merge(of_ledger);
  return of_tables;
}

// A change to a custody that nobody speaks of would vanish from every count; it takes the
// visibility of its custody, and where its own table says one the stricter of the two.
void join_changes(CaseTables& out, const std::set<std::string>& changes_that_say) {
  const std::map<std::string, std::string> visibility = visibility_of_custodies(out.file.said);
  std::map<std::string, std::string> custody_of;  // change -> custody
  for (const casefile::Statement& said : out.file.said) {
    if (casefile::kind_of(said.subject) == "change" && said.property == "custody")
      custody_of[said.subject] = casefile::subject_of("custody", said.value);
  }
  for (casefile::Statement& said : out.file.said) {
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
      said.visibility = changes_that_say.contains(said.origin.file)
                            ? casefile::stricter(said.visibility, found->second)
                            : found->second;
    }
  }
}

// Which statements say who may see the thing that they are about.
class SaysVisibility {
 public:
  [[nodiscard]] bool operator()(const casefile::Statement& said) {
    if (said.property == "visibility") return true;
    if (said.property.find('/') != std::string::npos ||
        casefile::column_of(casefile::kind_of(said.subject), said.property) != nullptr)
      return false;
    const auto [known, is_new] = known_.try_emplace(said.property, false);
    if (is_new) known->second = casefile::means_visibility(said.property);
    return known->second;
  }

 private:
  std::map<std::string, bool> known_;
};

// Whom a statement names in its value or behind the slash of its property; folded.
std::string person_named(const casefile::Statement& said) {
  const std::string_view property = said.property;
  for (const std::string_view head : {"involvement/", "count/"}) {
    if (property.starts_with(head)) return text::fold(property.substr(head.size()));
  }
  const bool names = property == "person" || property == "victim" || property == "perpetrator" ||
                     property == "from" || property == "to";
  return names ? text::fold(said.value) : std::string();
}

// `sanaq say act:a7 visibility sealed`, and rows that say so: nothing of the thing is more open
// than that, whoever said it; of a person also nothing that names him. It never opens anything.
void close_what_statements_close(CaseTables& out) {
  SaysVisibility says;
  std::map<std::string, std::string> closed, persons;  // subject or folded name -> strictest word
  const auto close = [](auto& words, const std::string& key, const std::string& word) {
    const auto [known, is_new] = words.emplace(key, word);
    if (!is_new) known->second = casefile::stricter(known->second, word);
  };
  for (const casefile::Statement& said : out.file.said) {
    if (!says(said)) continue;
    close(closed, said.subject, casefile::visibility_of(said.value));
    if (casefile::kind_of(said.subject) == "person")
      close(persons, text::fold(casefile::id_of(said.subject)),
            casefile::visibility_of(said.value));
    if (said.value.empty() || casefile::visibility_word(said.value)) continue;
    out.bad_cells.push_back({said.origin.file.empty() ? "ledger" : said.origin.file,
                             said.origin.row, said.property, std::nullopt, said.value,
                             message("none of public, restricted, sealed"),
                             message("write one of the three; until then all that is said of this "
                                     "thing is sealed")});
  }
  if (closed.empty()) return;
  for (casefile::Statement& said : out.file.said) {
    if (const auto found = closed.find(said.subject); found != closed.end())
      said.visibility = casefile::stricter(said.visibility, found->second);
    if (const auto found = persons.find(person_named(said)); found != persons.end())
      said.visibility = casefile::stricter(said.visibility, found->second);
  }
}

// How a person or document may be shown is read where it is done (disclose/person_rules.h). A word
// that is none closes there, and whoever wrote it is told here.
void report_unknown_forms(CaseTables& out) {
  std::map<std::string, std::optional<casefile::FormProperty>> known;
  for (const casefile::Statement& said : out.file.said) {
    const std::string_view kind = casefile::kind_of(said.subject);
    if (kind != "person" && kind != "document") continue;
    const auto [form, is_new] = known.try_emplace(said.property);
    if (is_new) form->second = casefile::form_property(said.property);
    if (!form->second || *form->second == casefile::FormProperty::visibility ||
        casefile::is_form_word(*form->second, said.value))
      continue;
    out.bad_cells.push_back(casefile::bad_cell_of(
        said, message("this is none of: {}", casefile::form_words(*form->second)),
        message("write one of these; until then the most closed one holds")));
    if (!said.origin.file.empty()) out.bad_cells.back().column = "value";
  }
}

// Sexes are read as in lists, once the names are linked; what is none is kept as written.
void report_unknown_sexes(CaseTables& out) {
  for (const casefile::Statement& said : out.file.said) {
    if (casefile::kind_of(said.subject) != "person" || said.property != "sex") continue;
    const auto sex = tables::read_sex(said.value);
    if (sex) continue;
    out.bad_cells.push_back(casefile::bad_cell_of(said, sex.error().reason, sex.error().advice));
    if (!said.origin.file.empty()) out.bad_cells.back().column = "value";
  }
}

void report_what_does_not_hold(CaseTables& out) {
  const casefile::View view(out.file.said);
  for (const auto& found : {casefile::loose_ends(out.file.said), casefile::contradictions(view)}) {
    out.bad_cells.insert(out.bad_cells.end(), found.begin(), found.end());
  }
}

// One custody is of one person: two names under one id are most likely a row that was copied.
void report_two_in_one_custody(CaseTables& out) {
  std::map<std::string, const casefile::Statement*> first;
  for (const casefile::Statement& said : out.file.said) {
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

casefile::TableRows table_rows(const settings::TableConfig& table, std::string_view bytes) {
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
  const std::size_t header = header_among(casefile::table_form(table.kind), table, rows);
  out.header = named(rows[header], table);
  out.ignored = table.ignored;
  const auto said = table.columns.find("visibility");
  if (said != table.columns.end() &&
      std::find(rows[header].begin(), rows[header].end(), said->second) == rows[header].end())
    out.missing.push_back(said->second);
  for (std::size_t at = header + 1; at < rows.size(); ++at) {
    if (rows[at].size() < out.header.size()) rows[at].resize(out.header.size());
    out.rows.push_back(std::move(rows[at]));
    out.row_numbers.push_back(numbers[at]);
  }
  return out;
}

CaseTables read_case_tables(const std::string& folder, const settings::Config& config,
                            std::string_view language) {
  CaseTables out;
  out.file.vocabulary.speak(language);
  read_vocabulary(folder, out);
  std::set<std::string> changes_that_say;
  for (const settings::TableConfig& table : config.tables)
    read_one(folder, table, out, changes_that_say);
  read_ledger(folder, out);
  join_changes(out, changes_that_say);
  close_what_statements_close(out);
  report_two_in_one_custody(out);
  report_unknown_sexes(out);
  report_unknown_forms(out);
  report_what_does_not_hold(out);
  note_public_documents(folder, out);
  return out;
}

}  // namespace sanaq::investigation
