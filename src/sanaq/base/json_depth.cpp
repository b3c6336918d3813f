#include "sanaq/base/json_depth.h"

#include <algorithm>

namespace sanaq::base {

std::size_t json_depth(std::string_view json) {
  std::size_t depth = 0, deepest = 0;
  bool is_text = false;
  for (std::size_t at = 0; at < json.size(); ++at) {
    const char letter = json[at];
    if (is_text) {
      if (letter == '\\') ++at;
      if (letter == '"') is_text = false;
    } else if (letter == '"') {
      is_text = true;
    } else if (letter == '[' || letter == '{') {
      deepest = std::max(deepest, ++depth);
    } else if ((letter == ']' || letter == '}') && depth > 0) {
      --depth;
    }
  }
  return deepest;
}

}  // namespace sanaq::base
