// Asking the person at the terminal.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace sanaq::base {

// Returns true if standard input and standard error are both a terminal.
[[nodiscard]] bool can_ask();

// Both print the question to standard error and return the line that was typed, without its line
// end. They return nullopt if nobody can be asked or the input has ended. ask_hidden throws
// Error{stopped} at Ctrl-C.
[[nodiscard]] std::optional<std::string> ask(std::string_view question);
// What is typed is not shown.
[[nodiscard]] std::optional<std::string> ask_hidden(std::string_view question);

enum class Typed { nothing, line, end };
// What came on standard input within that time: a line, which is taken, or its end. Nothing, at
// once, while the program is in the background of its terminal.
[[nodiscard]] Typed typed_within(double seconds);

}  // namespace sanaq::base
