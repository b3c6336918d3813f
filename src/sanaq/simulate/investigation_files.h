// The files that stand beside invented lists and make an investigation folder of them.
#pragma once
#include <string>

#include "sanaq/simulate/simulate.h"

namespace sanaq::simulate {

[[nodiscard]] std::string truth_csv(const Result& result);  // key,value: total, listed, seed
[[nodiscard]] std::string truth_records_csv(const Result& result);  // list,record,person
[[nodiscard]] std::string claims_csv(const Result& result);     // invented claims below the truth
[[nodiscard]] std::string settings_toml(const Result& result);  // investigation.toml

}  // namespace sanaq::simulate
