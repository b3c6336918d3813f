// JSON with exactly one spelling: RFC 8785, so that the same value has the same hash everywhere.
#pragma once
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

namespace sanaq::ledger {

// Keys sorted by UTF-16 units, numbers as ECMAScript writes them, strings with the shortest
// escapes. Throws Error{bug} for NaN, infinity, and integers beyond 2^53 (write those as strings);
// Error{bad_input} for text that is not UTF-8.
[[nodiscard]] std::string canonical(const nlohmann::json& value);

// Appends a string as canonical() writes it, with its quotes. Throws as it does.
void append_canonical(std::string& out, std::string_view text);

// ECMAScript's Number::toString (ECMA-262, 6.1.6.1.20): shortest digits that read back the same.
[[nodiscard]] std::string canonical_number(double value);

}  // namespace sanaq::ledger
