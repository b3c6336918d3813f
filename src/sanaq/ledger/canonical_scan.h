// Is this text canonical JSON? Decided in one pass over the bytes, for checking millions of lines.
#pragma once
#include <string_view>

namespace sanaq::ledger {

// True exactly where canonical(parse(text)) == text (canonical.h, its slow twin), nested at most 64
// deep.
[[nodiscard]] bool is_canonical(std::string_view text);

}  // namespace sanaq::ledger
