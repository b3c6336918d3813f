#include "sanaq/base/message.h"

#include "sanaq/base/in_context.h"
#include "sanaq/base/shown.h"

namespace sanaq::base {

std::string fill(std::string_view sentence, const std::vector<std::string>& arguments) {
  std::string text;
  std::size_t next = 0;
  for (std::size_t at = 0; at < sentence.size(); ++at) {
    const std::size_t close = sentence[at] == '{' ? sentence.find('}', at) : std::string_view::npos;
    if (close == std::string_view::npos) {
      text += sentence[at];
      continue;
    }
    const std::string_view name = sentence.substr(at + 1, close - at - 1);
    const bool is_number = !name.empty() && name.find_first_not_of("0123456789") == name.npos;
    if (!name.empty() && !is_number) {
      text += sentence[at];
      continue;
    }
    const std::size_t which = is_number ? std::stoul(std::string(name)) : next++;
    if (which < arguments.size()) {
      text += shown(arguments[which]);
    } else {
      text += sentence.substr(at, close - at + 1);
    }
    at = close;
  }
  return text;
}

std::string Message::english() const { return fill(without_context(id), arguments); }

}  // namespace sanaq::base
