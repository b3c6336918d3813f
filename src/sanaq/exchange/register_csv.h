// The register as CSV for programs: who is who, which pairs were weighed, and sampled registers
// (design.md 9, Files).
#pragma once
#include <string>
#include <vector>

#include "sanaq/persons/register.h"

namespace sanaq::exchange {

// [record] -> the name of its person, from person numbers: the address of the person's smallest
// identity, so that it does not depend on the order of rows.
[[nodiscard]] std::vector<std::string> person_names(const record::RecordTable& records,
                                                    const std::vector<std::uint32_t>& person_of);
// The same for an investigation: ids of persons; empty for a record out of scope.
[[nodiscard]] std::vector<std::string> person_names(const persons::Register& all);

// list,record,person,probability; records without a person's name are left out.
[[nodiscard]] std::string clusters_csv(const record::RecordTable& records,
                                       const link::Result& linked,
                                       const std::vector<std::string>& names);
// list_l,record_l,list_r,record_r,weight_bits,probability and a column for each comparison's level
// (its label, empty for missing; of a Splink model its number, -1 for null), then both names as
// they are written, for people. By (left, right). A Splink model's millions come in the order in
// which they were found, and without names.
[[nodiscard]] std::string pairs_csv(const record::RecordTable& records, const link::Result& linked);
// draw,list,record,person; draws from 1.
[[nodiscard]] std::string draws_csv(const record::RecordTable& records, const link::Result& linked);

}  // namespace sanaq::exchange
