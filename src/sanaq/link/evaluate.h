// How good a register is, against the truth or against a sample of reviewed persons.
//
// Pairs: precision, recall and F1 of "these two records are one person". Whole persons: those found
// exactly, no record too many or too few. B-cubed (Bagga, Baldwin 1998): for each record the share
// of its found person that belongs, and of its true person that was found, averaged over records.
// Every measure is a ratio of sums over true persons (Binette et al. 2023, The American
// Statistician 77, Table 1: linked pairs across two true persons count half for each), so one
// interval serves them all.
#pragma once
#include <cstdint>
#include <limits>
#include <optional>
#include <span>

namespace sanaq::link {

// What `truth` covers.
enum class Reviewed {
  all,      // every record's true person is known: intervals resample true persons (bootstrap,
            // percentiles)
  persons,  // some true persons, each equally likely to be chosen, with all their records
  records,  // some true persons, each found through a record chosen at random: larger ones are
            // likelier, weight 1 / size
};

struct EvaluateOptions {
  Reviewed reviewed = Reviewed::all;
  double level = 0.95;   // of the intervals, in (0, 1)
  int resamples = 1000;  // > 0
  std::uint64_t seed = 1;
};

// The estimate; its interval within [0, 1]. With a sample, the ratio estimator with its first-order
// bias removed and its standard error (Binette et al. 2023, section 3). No interval where there is
// one person only, or nothing varies to tell it from.
struct Measure {
  double value = 0;
  std::optional<double> standard_error, low, high;
};
struct Quality {
  std::optional<Measure> precision, recall, f1;
};  // none where nothing is there to divide by

struct Evaluation {
  std::int64_t records = 0;  // with a known true person
  std::int64_t true_persons = 0;
  std::int64_t linked_persons = 0;  // that have such a record
  std::int64_t exact_persons = 0;
  Quality pairs, persons, b_cubed;
};

inline constexpr std::uint32_t not_reviewed = std::numeric_limits<std::uint32_t>::max();

// One entry a record in both; numbers are labels only. `truth` may be not_reviewed with a sample;
// such records still show which links lead out of a reviewed person. The order of records and the
// choice of labels change nothing.
[[nodiscard]] Evaluation evaluate(std::span<const std::uint32_t> linked,
                                  std::span<const std::uint32_t> truth,
                                  const EvaluateOptions& options);

}  // namespace sanaq::link
