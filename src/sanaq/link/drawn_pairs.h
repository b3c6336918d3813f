// Draws pairs of records by their marks: if one record is added or changed, nearly all drawn pairs
// stay the same.
//
// In each round the records of a block form a circle, in the order of a hash of their mark and the
// round, and each makes a pair with its neighbour. A record that is added separates one pair in
// each round. Every record is drawn equally often, which would not be so with random pairs.
#pragma once
#include <cstdint>
#include <utility>
#include <vector>

namespace sanaq::link {

// A record and its mark (pair_space.h), or a value and a hash of it.
struct Marked {
  std::uint64_t mark = 0;
  std::uint32_t record = 0;
};

// Returns this share, at most 1, of the pairs of a block, each equally often on average: each once
// if all pairs are wanted, otherwise some may come twice. `stream` has random bits for the use;
// each block of a use is drawn on its own. Two records with the same mark are told apart by their
// number.
[[nodiscard]] std::vector<std::pair<std::uint32_t, std::uint32_t>> drawn_pairs(
    std::vector<Marked> block, double share, std::uint64_t stream);

// Returns, of the records that have a value (a code that is not 0), the 2^17 with the smallest
// marks, ordered by mark. Pairs of a whole list are drawn from these.
[[nodiscard]] std::vector<Marked> records_to_draw_from(const std::vector<std::uint32_t>& codes,
                                                       const std::vector<std::uint64_t>& marks);

}  // namespace sanaq::link
