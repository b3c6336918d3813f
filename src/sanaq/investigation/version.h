// The version of sanaq, stamped on every result.
#pragma once
#include <string_view>

namespace sanaq::investigation {

[[nodiscard]] std::string_view program_version();  // "0.1.0", the project's version

}  // namespace sanaq::investigation
