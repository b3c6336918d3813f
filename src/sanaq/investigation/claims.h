// Numbers that somebody asserted, from a table of kind "claim" (design.md 3.2).
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/investigation/csv_table.h"
#include "sanaq/investigation/investigation.h"

namespace sanaq::investigation {

struct ClaimTable {
  std::vector<Claim> claims;
  std::vector<tables::BadCell> bad_cells;  // a number that is none; the claim is kept without it
  std::vector<base::Message> warnings;     // unknown columns
};

// `file` names the table in what is reported. A claim is in scope when neither its place nor its
// days lie outside and it counts what the investigation counts (scope.what).
[[nodiscard]] ClaimTable read_claims(std::string_view bytes, const std::string& file,
                                     const Scope& scope);
[[nodiscard]] ClaimTable read_claims(const CsvTable& table, const std::string& file,
                                     const Scope& scope);

// Who may see a claim of a table is what its row's statements say; a row that says nothing readable
// is sealed.
void take_visibility(std::vector<Claim>& claims, const std::vector<casefile::Said>& said);

// Claims of the case file that `known` has not: those that the ledger alone makes.
// Each is as visible as the strictest of the statements that make it.
[[nodiscard]] std::vector<Claim> claims_said(const std::vector<casefile::Said>& said,
                                             const std::vector<Claim>& known, const Scope& scope);

}  // namespace sanaq::investigation
