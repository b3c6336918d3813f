#include "sanaq/estimate/chordal.h"

#include <algorithm>
#include <bit>

#include "sanaq/base/check.h"

namespace sanaq::estimate {
namespace {

using Neighbours = std::array<std::uint8_t, chordal_vertices_max>;

Neighbours neighbours_of(std::uint32_t edges, int vertices) {
  Neighbours neighbours{};
  int edge = 0;
  for (int right = 1; right < vertices; ++right) {
    for (int left = 0; left < right; ++left, ++edge) {
      if (((edges >> edge) & 1) == 0) continue;
      neighbours[static_cast<std::size_t>(left)] |= static_cast<std::uint8_t>(1 << right);
      neighbours[static_cast<std::size_t>(right)] |= static_cast<std::uint8_t>(1 << left);
    }
  }
  return neighbours;
}

bool is_clique(std::uint8_t set, const Neighbours& neighbours) {
  for (std::uint32_t rest = set; rest != 0; rest &= rest - 1) {
    const auto vertex = static_cast<std::size_t>(std::countr_zero(rest));
    if ((set & ~neighbours[vertex] & ~(1 << vertex)) != 0) return false;
  }
  return true;
}

}  // namespace

std::optional<PerfectOrder> perfect_order(std::uint32_t edges, int vertices) {
  const Neighbours neighbours = neighbours_of(edges, vertices);
  PerfectOrder order{};
  std::uint8_t numbered = 0;
  for (std::size_t step = 0; step < static_cast<std::size_t>(vertices); ++step) {
    int next = -1, most = -1;
    for (int vertex = 0; vertex < vertices; ++vertex) {
      if (((numbered >> vertex) & 1) != 0) continue;
      const int met = std::popcount(
          static_cast<unsigned>(neighbours[static_cast<std::size_t>(vertex)] & numbered));
      if (met > most) {
        most = met;
        next = vertex;
      }
    }
    const auto earlier =
        static_cast<std::uint8_t>(neighbours[static_cast<std::size_t>(next)] & numbered);
    if (!is_clique(earlier, neighbours)) return std::nullopt;
    order[step] = {static_cast<std::uint8_t>(next), earlier};
    numbered |= static_cast<std::uint8_t>(1 << next);
  }
  return order;
}

std::vector<std::uint32_t> chordal_graphs(int vertices) {
  base::check(vertices >= 1 && vertices <= chordal_vertices_max, "graphs on one to seven vertices");
  const std::uint32_t all = 1u << (vertices * (vertices - 1) / 2);
  std::vector<std::uint32_t> graphs;
  for (std::uint32_t edges = 0; edges < all; ++edges) {
    if (perfect_order(edges, vertices)) graphs.push_back(edges);
  }
  return graphs;
}

std::uint32_t edges_of(const std::vector<std::uint32_t>& pairs) {
  std::uint32_t edges = 0;
  for (const std::uint32_t pair : pairs) {
    const int left = std::countr_zero(pair), right = std::bit_width(pair) - 1;
    edges |= 1u << (right * (right - 1) / 2 + left);
  }
  return edges;
}

std::vector<std::uint32_t> cliques(const PerfectOrder& order, int vertices) {
  std::vector<std::uint32_t> maximal;
  for (std::size_t step = 0; step < static_cast<std::size_t>(vertices); ++step) {
    const std::uint32_t set = order[step].earlier | (1u << order[step].vertex);
    std::erase_if(maximal, [&](std::uint32_t other) { return (other & set) == other; });
    maximal.push_back(set);
  }
  std::sort(maximal.begin(), maximal.end());
  return maximal;
}

}  // namespace sanaq::estimate
