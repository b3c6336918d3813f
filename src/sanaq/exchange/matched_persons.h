// What was linked beside what is true, record by record.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "sanaq/exchange/membership_csv.h"

namespace sanaq::exchange {

// One pair of labels for each record, as link::evaluate takes them. A record of the truth that the
// clusters lack was linked to nothing.
struct Matched {
  std::vector<std::uint32_t> linked, truth;
  std::int64_t not_in_clusters = 0, not_in_truth = 0;  // numbers of records
};

// With a sample, records that only the clusters have are kept as link::not_reviewed, since they
// show which links lead out of a reviewed person; else they are left out. The names are those of
// the tables, for errors. Throws Error{bad_input} if only one of the two names lists, and if they
// have no record in common.
[[nodiscard]] Matched match_persons(const std::vector<Membership>& clusters,
                                    const std::string& clusters_name,
                                    const std::vector<Membership>& truth,
                                    const std::string& truth_name, bool is_sample);

}  // namespace sanaq::exchange
