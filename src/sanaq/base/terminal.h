// Asking the person at the terminal.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace sanaq::base {

// True where somebody can be asked: standard input and standard error are both a terminal.
[[nodiscard]] bool can_ask();

// Both print the question to standard error and give the line that was typed, without its end; none
// where nobody can be asked, or the input ended. Throws Error{stopped} at Ctrl-C in a hidden
// answer.
[[nodiscard]] std::optional<std::string> ask(std::string_view question);
[[nodiscard]] std::optional<std::string> ask_hidden(std::string_view question);  // nothing is shown

}  // namespace sanaq::base
