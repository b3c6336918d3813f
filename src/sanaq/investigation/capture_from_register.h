// The one bridge from persons to the capture table: link and estimate do not know each other.
#pragma once
#include <vector>

#include "sanaq/estimate/estimate.h"
#include "sanaq/investigation/investigation.h"

namespace sanaq::investigation {

// Who without a name is counted too: each record as a person of its own.
enum class Unlinkable { left_out, each_a_person };

// Lists of `config` in their order (bit i = list i of outcome.records), but lists with nobody
// counted are left out. A person is `not_covered` by a list that did not look at his day or place
// (config covers): some record of his lies outside, none inside.
[[nodiscard]] estimate::CaptureTable capture_from_register(const Config& config,
                                                           const record::RecordTable& records,
                                                           const std::vector<Person>& persons,
                                                           Unlinkable unlinkable);

}  // namespace sanaq::investigation
