// All decomposable (chordal) graphs on a few vertices, each with a perfect order.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace sanaq::estimate {

inline constexpr int chordal_vertices_max = 7;

// A vertex and its earlier neighbours, which form a clique, in a perfect order found by maximum
// cardinality search (Tarjan, Yannakakis 1984).
struct PerfectStep {
  std::uint8_t vertex = 0;
  std::uint8_t earlier = 0;  // mask of vertices
};
// Only the first `vertices` entries are used.
using PerfectOrder = std::array<PerfectStep, chordal_vertices_max>;

// Returns a perfect order of a graph, or nullopt if it is not chordal. Bit e of `edges` is the e-th
// pair in the order 01, 02, 12, 03, ...
[[nodiscard]] std::optional<PerfectOrder> perfect_order(std::uint32_t edges, int vertices);

// Returns all chordal graphs by ascending `edges`: 8, 61, 822, 18154, 617675 for 3 to 7 vertices
// (OEIS A058862).
[[nodiscard]] std::vector<std::uint32_t> chordal_graphs(int vertices);

// Returns the bits of `edges` for pairs of vertices, which are given as masks of two.
[[nodiscard]] std::uint32_t edges_of(const std::vector<std::uint32_t>& pairs);

// Returns the maximal cliques as ascending masks.
[[nodiscard]] std::vector<std::uint32_t> cliques(const PerfectOrder& order, int vertices);

}  // namespace sanaq::estimate
