// How good a register is, against the truth or against a sample of reviewed persons.
//
// For pairs: precision, recall and F1 of "these two records are one person". For whole persons:
// those found exactly, with no record too many or too few. B-cubed (Bagga, Baldwin 1998): for each
// record the share of its found person that belongs, and of its true person that was found,
// averaged over records. Every measure is a ratio of sums over true persons (Binette et al. 2023,
// The American Statistician 77, Table 1: linked pairs across two true persons count half for each),
// so one interval serves them all.
#pragma once
#include <cstdint>
#include <limits>
#include <optional>
#include <span>

#include "sanaq/base/progress.h"

namespace sanaq::link {

// What `truth` covers.
enum class Reviewed {
  all,      // every record's true person is known; intervals come from resampling true persons
            // (bootstrap, percentiles)
  persons,  // a sample of true persons, each equally likely to be chosen, with all their records
  records,  // a sample of true persons, each found through a record chosen at random, so that
            // larger ones are likelier; each has weight 1 / size
};

struct EvaluateOptions {
  Reviewed reviewed = Reviewed::all;
  double level = 0.95;   // confidence level of the intervals, in (0, 1)
  int resamples = 1000;  // > 0
  std::uint64_t seed = 1;
};

// An estimated measure, with an interval within [0, 1]. With a sample it is the ratio estimator
// with its first-order bias removed, and its standard error (Binette et al. 2023, section 3).
// There is no interval if there is only one person, or if nothing varies.
struct Measure {
  double value = 0;
  std::optional<double> standard_error, low, high;
};
// A measure is absent if its denominator is 0.
struct Quality {
  std::optional<Measure> precision, recall, f1;
};

struct Evaluation {
  std::int64_t records = 0;  // number of records whose true person is known
  std::int64_t true_persons = 0;
  std::int64_t linked_persons = 0;  // persons of the register with at least one such record
  std::int64_t exact_persons = 0;
  Quality pairs, persons, b_cubed;
};

inline constexpr std::uint32_t not_reviewed = std::numeric_limits<std::uint32_t>::max();

// `linked` and `truth` have one entry for each record: the number of its person, which is a label
// only. With a sample, entries of `truth` may be not_reviewed; such records still show which links
// lead out of a reviewed person. The order of records and the choice of labels change nothing.
// Throws Error{stopped} if `progress` says so.
[[nodiscard]] Evaluation evaluate(std::span<const std::uint32_t> linked,
                                  std::span<const std::uint32_t> truth,
                                  const EvaluateOptions& options,
                                  const base::Progress& progress = base::Progress());

}  // namespace sanaq::link
