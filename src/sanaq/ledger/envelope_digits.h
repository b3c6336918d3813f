// What came from outside is called by the first digits of its envelope's hash.
#pragma once
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace sanaq::ledger {

constexpr std::size_t envelope_digits_min = 4;

// Returns the place of the only envelope that begins with `digits`; nullopt if none does, or fewer
// than envelope_digits_min are given. Throws Error{usage} if several do.
[[nodiscard]] std::optional<std::size_t> envelope_called(
    const std::vector<std::string_view>& envelopes, std::string_view digits);

}  // namespace sanaq::ledger
