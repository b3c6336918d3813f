// What steps made, as SHA-256: by these a run is compared with one done anew.
#pragma once
#include <string>

#include "sanaq/persons/register.h"

namespace sanaq::investigation {

// Which records there are, in their order, and how each cell was read.
[[nodiscard]] std::string records_digest(const record::RecordTable& records);
// Of clusters.csv: which record is which person, and how surely.
[[nodiscard]] std::string register_digest(const persons::Register& all);
// Which record is which person, whatever the probabilities.
[[nodiscard]] std::string persons_digest(const persons::Register& all);
}  // namespace sanaq::investigation
