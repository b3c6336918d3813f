// Zipped files made for tests, by libzip.
#pragma once
#include <functional>
#include <string>
#include <vector>

namespace sanaq::help {

// A part of which the bytes are at hand, or come piece by piece: `next` fills its piece, and says
// false when there is none left.
struct MadePart {
  std::string name;
  std::string bytes = {};
  std::function<bool(std::string& piece)> next = {};
};

[[nodiscard]] std::string made_zip(std::vector<MadePart> parts);

}  // namespace sanaq::help
