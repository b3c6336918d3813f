// Pairs of records drawn by their marks: one record more, or one that changes, leaves nearly all
// drawn pairs as they were.
//
// In each round the records of a block stand in a circle, in the order of a hash of their mark and
// the round, and each makes a pair with its neighbour. A record that comes in parts one pair a
// round. Every record is drawn as often as the others, which random pairs are not.
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

// Of the pairs of a block this share, at most 1, each as often as the others on average: where
// every pair is wanted, each once; else some may come twice. `stream`: random bits of the use; each
// block of a use draws on its own. Two of one mark are told apart by their record.
[[nodiscard]] std::vector<std::pair<std::uint32_t, std::uint32_t>> drawn_pairs(
    std::vector<Marked> block, double share, std::uint64_t stream);

// Of the records that have a value (a code that is not 0), the 2^17 with the smallest marks, by
// mark: those that pairs of a whole list are drawn from.
[[nodiscard]] std::vector<Marked> records_to_draw_from(const std::vector<std::uint32_t>& codes,
                                                       const std::vector<std::uint64_t>& marks);

}  // namespace sanaq::link
