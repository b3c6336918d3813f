// A day as people type it into a form.
#pragma once
#include <string>
#include <string_view>

namespace sanaq::workspace {

// "16.12.2011" and "12.2011" as the settings write them, "2011-12-16" and "2011-12"; anything else
// as it is, without white space around it.
[[nodiscard]] std::string typed_day(std::string_view typed);

}  // namespace sanaq::workspace
