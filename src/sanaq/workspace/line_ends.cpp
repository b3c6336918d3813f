#include "sanaq/workspace/line_ends.h"

namespace sanaq::workspace {

std::string with_plain_line_ends(std::string_view text) {
  std::string plain;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '\r') {
      plain += text[at];
      continue;
    }
    plain += '\n';
    if (text.substr(at + 1).starts_with('\n')) ++at;
  }
  return plain;
}

}  // namespace sanaq::workspace
