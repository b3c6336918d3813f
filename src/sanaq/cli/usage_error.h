// What was wrong with a command line, said in our own words (CLI11 speaks only English).
#pragma once
#include "sanaq/base/message.h"

namespace CLI {
class App;
class ParseError;
}  // namespace CLI

namespace sanaq::cli {

// `app` is the whole program, as far as it was parsed: an unknown word is compared with the names
// that its command knows.
[[nodiscard]] base::Message usage_message(const CLI::App& app, const CLI::ParseError& error);

}  // namespace sanaq::cli
