// The tables of the case file, from their files to statements; and what the ledger says.
#pragma once
#include <set>
#include <string>
#include <vector>

#include "sanaq/base/message.h"
#include "sanaq/casefile/read_table.h"
#include "sanaq/casefile/vocabulary.h"
#include "sanaq/record/bad_cell.h"
#include "sanaq/settings/config.h"
#include "sanaq/tables/ingested_list.h"

namespace sanaq::investigation {

inline constexpr std::string_view vocabulary_file = "vocabulary.csv";

struct CaseFile {
  casefile::Vocabulary vocabulary;
  std::vector<casefile::Statement> said;  // those of the tables in their order, then the ledger's
};

struct CaseTables {
  CaseFile file;
  std::vector<record::BadCell> bad_cells;  // `list` is the table's file, or "ledger"
  std::vector<base::Message> warnings;
  std::vector<base::Message> closings;  // what is sealed because it is unclear who may see it
  // SHA-256 of all public documents; empty if no statement has a SHA-256.
  std::set<std::string> public_documents;
  bool has_ledger_statements = false;
  std::string ledger_hash;  // SHA-256 of the statements in force, on which results depend
};

// Throws what reading a table's file throws, and Error{bad_input} for a table without any column
// that its kind has. `language` is that in which messages name the words of closed lists; it does
// not change what is read.
[[nodiscard]] CaseTables read_case_tables(const std::string& folder, const settings::Config& config,
                                          std::string_view language = "en");

// Returns the rows of one table in any form that a list may have. The header is the row, among the
// first twenty, that names most columns of the kind; titles above it are ignored.
[[nodiscard]] casefile::TableRows table_rows(const settings::TableConfig& table,
                                             std::string_view bytes);

}  // namespace sanaq::investigation
