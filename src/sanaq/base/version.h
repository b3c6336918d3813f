// The version of sanaq, which every result has.
#pragma once
#include <string_view>

namespace sanaq::base {

[[nodiscard]] std::string_view program_version();  // "0.1.0", the project's version

}  // namespace sanaq::base
