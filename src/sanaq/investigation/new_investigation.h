// The first step: a folder with settings that explain themselves.
#pragma once
#include <string>
#include <string_view>

namespace sanaq::investigation {

// Makes the folder, lists/ in it, and the commented settings ("en" or "ru"; the title is the
// folder's name). Throws Error{usage} if there is an investigation already: nothing is ever
// overwritten.
void new_investigation(const std::string& folder, std::string_view language);

}  // namespace sanaq::investigation
