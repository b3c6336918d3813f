// All decomposable (chordal) graphs on a few vertices, each with a perfect order.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace sanaq::estimate {

inline constexpr int chordal_vertices_max = 7;

// Vertex and its earlier neighbours (a clique), in a perfect order found by maximum cardinality
// search (Tarjan, Yannakakis 1984).
struct PerfectStep {
  std::uint8_t vertex = 0;
  std::uint8_t earlier = 0;  // mask of vertices
};
// The first `vertices` of them count.
using PerfectOrder = std::array<PerfectStep, chordal_vertices_max>;

// `edges`: bit e for the e-th pair in the order 01, 02, 12, 03, ... None where the graph is not
// chordal.
[[nodiscard]] std::optional<PerfectOrder> perfect_order(std::uint32_t edges, int vertices);

// 8, 61, 822, 18154, 617675 graphs for 3 to 7 vertices (OEIS A058862), by ascending `edges`.
[[nodiscard]] std::vector<std::uint32_t> chordal_graphs(int vertices);

// The bits of `edges` of the pairs of vertices in `pairs` (masks of two).
[[nodiscard]] std::uint32_t edges_of(const std::vector<std::uint32_t>& pairs);

// Maximal cliques as ascending masks.
[[nodiscard]] std::vector<std::uint32_t> cliques(const PerfectOrder& order, int vertices);

}  // namespace sanaq::estimate
