// The register as CSV for programs: which record is which person, the pairs with their weights, and
// sampled registers (design.md 9, Files).
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "sanaq/link/result.h"
#include "sanaq/record/record_table.h"

namespace sanaq::exchange {

// Returns one entry for each record: the name of its person, given person numbers. The name is made
// from the person's smallest identity (record::record_address), so that it does not depend on the
// order of rows.
[[nodiscard]] std::vector<std::string> person_names(const record::RecordTable& records,
                                                    const std::vector<std::uint32_t>& person_of);

// Returns the label of a comparison's level, "" for -1; of a Splink model its number, as Splink
// writes it.
[[nodiscard]] std::string level_text(const link::Model& model, std::size_t comparison,
                                     std::int8_t level);

// Returns the CSV list,record,person,probability. Records without a person's name are left out.
[[nodiscard]] std::string clusters_csv(const record::RecordTable& records,
                                       const link::Result& linked,
                                       const std::vector<std::string>& names);
// Returns the CSV list_l,record_l,list_r,record_r,weight_bits,probability with a column for each
// comparison's level (its label, empty if a value is missing; for a Splink model its number, and -1
// for null), then both names as written, for people. It is ordered by (left, right). Millions of
// pairs of a Splink model come in the order in which they were found, and without names.
[[nodiscard]] std::string pairs_csv(const record::RecordTable& records, const link::Result& linked);
// Returns the CSV draw,list,record,person; draws are counted from 1.
[[nodiscard]] std::string draws_csv(const record::RecordTable& records, const link::Result& linked);

}  // namespace sanaq::exchange
