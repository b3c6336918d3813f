// What a Splink model does not know yet, learnt from the records (docs/method/linking.md): u from
// the frequencies of values, m by EM in a session for each blocking rule, the prior from what the
// sessions find.
#pragma once
#include "sanaq/base/message.h"
#include "sanaq/splink/blocked_table.h"

namespace sanaq::splink {

struct Learnt {
  Model model;            // m, u and the prior are there; what was known is unchanged
  int em_iterations = 0;  // of the longest session
  bool converged = true;
  std::vector<base::Message> warnings;
  double seconds_u = 0, seconds_em = 0;
};

// The same for any order of rows and any number of threads.
[[nodiscard]] Learnt learn(const record::RecordTable& table, const Levels& levels,
                           const BlockedTable& blocked, std::uint64_t seed, link::Workers& workers,
                           base::Progress& progress);

}  // namespace sanaq::splink
