// A sentence for people, kept apart from its values so that it can be said in their language.
#pragma once
#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

namespace sanaq::base {

// `id` is the English sentence with {} for each argument; it is also the key in the catalogues
// under po/. Arguments are text already. Names of victims never stand in a message.
struct Message {
  std::string id;
  std::vector<std::string> arguments;
  [[nodiscard]] std::string english() const;
  bool operator==(const Message&) const = default;
};

// Puts the arguments into the {} of a sentence, in order; `{1}` names the second. Too few arguments
// leave "{}" standing.
[[nodiscard]] std::string fill(std::string_view sentence,
                               const std::vector<std::string>& arguments);

// message("row {} is blank", 7). xgettext reads the first argument of every such call.
template <typename... Arguments>
[[nodiscard]] Message message(std::string_view id, const Arguments&... arguments) {
  return {std::string(id), {fmt::format("{}", arguments)...}};
}

}  // namespace sanaq::base
