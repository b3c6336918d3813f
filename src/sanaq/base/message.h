// A sentence for people, kept apart from its values so that it can be said in their language.
#pragma once
#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

namespace sanaq::base {

// `id` is the English sentence with {} for each argument; it is also the key in the catalogues
// under po/. Arguments are already formatted as text. A message never contains a victim's name.
struct Message {
  std::string id;
  std::vector<std::string> arguments;
  [[nodiscard]] std::string english() const;
  bool operator==(const Message&) const = default;
};

// Returns the sentence with the arguments in place of its {}, in order; `{1}` means the second
// argument. Characters that could steer a terminal are escaped (shown.h). If there are too few
// arguments, the remaining "{}" are left as they are.
[[nodiscard]] std::string fill(std::string_view sentence,
                               const std::vector<std::string>& arguments);

// Makes a Message, as in message("row {} is blank", 7). xgettext collects the first argument of
// every such call.
template <typename... Arguments>
[[nodiscard]] Message message(std::string_view id, const Arguments&... arguments) {
  return {std::string(id), {fmt::format("{}", arguments)...}};
}

}  // namespace sanaq::base
