// What the program asks of the desktop around it.
#pragma once
#include <string>

namespace sanaq::base {

// Whether there is a desktop that could show something.
[[nodiscard]] bool has_desktop();
// Opens a file with the program that the user has chosen for its kind, and does not wait for it.
// Returns false if that cannot be begun.
[[nodiscard]] bool open_on_desktop(const std::string& path);

}  // namespace sanaq::base
