// How the lists meet: without persons in common no method can say how many no list has.
#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace sanaq::estimate {

// `counts`: 2^L values by mask; counts[0] is not looked at.
[[nodiscard]] std::vector<std::int64_t> list_sizes(std::span<const std::int64_t> counts);
[[nodiscard]] std::int64_t on_two_lists_or_more(std::span<const std::int64_t> counts);

// Groups of lists that share persons, directly or through others; each ascending, ordered by their
// first list.
[[nodiscard]] std::vector<std::vector<std::size_t>> connected_lists(
    std::span<const std::int64_t> counts);

// (inner, outer): all persons of `inner` are on `outer` too. Empty lists are inside none.
[[nodiscard]] std::vector<std::pair<std::size_t, std::size_t>> nested_lists(
    std::span<const std::int64_t> counts);

}  // namespace sanaq::estimate
