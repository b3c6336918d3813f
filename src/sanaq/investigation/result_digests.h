// The results of steps as SHA-256, by which a run is compared with one that is done anew.
#pragma once
#include <string>

#include "sanaq/persons/register.h"

namespace sanaq::investigation {

// Hashes which records there are, in their order, and how each cell was read.
[[nodiscard]] std::string records_digest(const record::RecordTable& records);
// Hashes clusters.csv: which record is which person, and how certainly.
[[nodiscard]] std::string register_digest(const persons::Register& all);
// Hashes which record is which person, without the probabilities.
[[nodiscard]] std::string persons_digest(const persons::Register& all);
}  // namespace sanaq::investigation
