// How often different persons agree on these records by chance, and how many matches there are
// beyond that: before any pair that a rule finds is looked at.
#pragma once
#include <vector>

#include "sanaq/base/message.h"
#include "sanaq/link/crew.h"
#include "sanaq/link/moments.h"
#include "sanaq/link/pair_evidence.h"
#include "sanaq/link/prepared_records.h"

namespace sanaq::link {

// Empty where the model is known: then nobody asks.
struct ChanceAgreement {
  std::vector<std::vector<double>> of_all = {};  // u, by feature and level
  ChanceByGroup by_group = {};                   // of a feature it may be empty
  Moments moments = {};
};

// Where lists with one column in common show how many matches there are, moments are told that.
[[nodiscard]] ChanceAgreement estimate_chance(const PreparedRecords& records, Crew& crew);

// That the columns hardly tell persons from their families.
[[nodiscard]] std::vector<base::Message> warnings_of(const Moments& moments);

}  // namespace sanaq::link
