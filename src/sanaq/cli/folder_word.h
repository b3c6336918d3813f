// Commands whose first word may name the investigation, or be left out in its folder.
#pragma once
#include <cstddef>
#include <string>
#include <vector>

namespace sanaq::cli {

// Takes the first word out and returns it, if it is a folder or if there are more words than the
// command has besides (`others_max`); otherwise returns ".", the folder where the command was
// called.
[[nodiscard]] std::string take_folder(std::vector<std::string>& words, std::size_t others_max);

}  // namespace sanaq::cli
