// The one bridge from persons to the capture table: link and estimate do not know each other.
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

// Who without a name is counted too: each record as a person of its own.
enum class Unlinkable { left_out, each_a_person };

// Where one person stands; bit i = list i of the records.
struct CapturePattern {
  std::uint32_t not_covered = 0, listed = 0;
  auto operator<=>(const CapturePattern&) const = default;
};
using CaptureCounts = std::map<CapturePattern, std::int64_t>;

// Persons one by one, for whoever asks what the table would be if some of them were put together.
class CapturePatterns {
 public:
  // `records` must outlive it.
  CapturePatterns(const settings::Config& config, const record::RecordTable& records);
  // Of the person who has these records.
  [[nodiscard]] CapturePattern of(const std::vector<std::uint32_t>& records) const;
  // As capture_from_register makes it.
  [[nodiscard]] estimate::CaptureTable table(const CaptureCounts& counts) const;

 private:
  const record::RecordTable& records_;
  std::vector<std::vector<Standing>> covered_;
};

// Lists of `config` in their order (bit i = list i of outcome.records), but lists with nobody
// counted are left out. A person is `not_covered` by a list that did not look at his day or place
// (config covers): some record of his lies outside, none inside.
[[nodiscard]] estimate::CaptureTable capture_from_register(const settings::Config& config,
                                                           const record::RecordTable& records,
                                                           const std::vector<Person>& persons,
                                                           Unlinkable unlinkable);

// The same separated by `strata` (fields or headers; an age in tens of years, a date by its month),
// all with the lists of the whole, ordered by name. A person's value is that of most of his
// records, the first of these in list order where there is a tie; "?" where no record has one.
// Throws Error{usage} for a name that no list has a column for.
[[nodiscard]] std::vector<estimate::Stratum> captures_by_stratum(
    const settings::Config& config, const record::RecordTable& records,
    const std::vector<Person>& persons, Unlinkable unlinkable,
    const std::vector<std::string>& strata);

}  // namespace sanaq::persons
