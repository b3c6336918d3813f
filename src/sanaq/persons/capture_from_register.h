// Makes the capture table from persons. This is the one bridge: link and estimate do not know each
// other.
#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "sanaq/estimate/capture_table.h"
#include "sanaq/estimate/strata.h"
#include "sanaq/persons/register.h"
#include "sanaq/persons/scope.h"
#include "sanaq/settings/config.h"

namespace sanaq::persons {

// Whether records without a name are left out, or each counted as a person of its own.
enum class Unlinkable { left_out, each_a_person };

// The lists on which one person is, and those that did not cover him; bit i is list i of the
// records.
struct CapturePattern {
  std::uint32_t not_covered = 0, listed = 0;
  auto operator<=>(const CapturePattern&) const = default;
};
using CaptureCounts = std::map<CapturePattern, std::int64_t>;

// The pattern of each single person, for code that asks what the table would be if some persons
// were one.
class CapturePatterns {
 public:
  // `records` must outlive this object.
  CapturePatterns(const settings::Config& config, const record::RecordTable& records);
  // Returns the pattern of the person who has these records.
  [[nodiscard]] CapturePattern of(const std::vector<std::uint32_t>& records) const;
  // Returns the same table as capture_from_register.
  [[nodiscard]] estimate::CaptureTable table(const CaptureCounts& counts) const;

 private:
  const record::RecordTable& records_;
  std::vector<std::vector<Standing>> covered_;
};

// Returns the capture table of the persons. Its lists are those of `config` in their order, without
// lists that have nobody who is counted. A person is `not_covered` by a list that did not look at
// his day or place (`covers` in the settings): some record of his is outside, and none is inside.
[[nodiscard]] estimate::CaptureTable capture_from_register(const settings::Config& config,
                                                           const record::RecordTable& records,
                                                           const std::vector<Person>& persons,
                                                           Unlinkable unlinkable);

// Returns one table for each stratum, ordered by name, all with the lists of the whole. `strata`
// are fields or headers; an age counts in tens of years and a date by its month. A person's value
// is the one that most of his records have, or the first of these in list order if there is a tie;
// it is "?" if no record has one. Throws Error{usage} for a name that no list has a column for.
[[nodiscard]] std::vector<estimate::Stratum> captures_by_stratum(
    const settings::Config& config, const record::RecordTable& records,
    const std::vector<Person>& persons, Unlinkable unlinkable,
    const std::vector<std::string>& strata);

}  // namespace sanaq::persons
