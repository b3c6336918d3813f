// What each comparison of two records says for and against their being one person.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "sanaq/link/model.h"
#include "sanaq/link/options.h"
#include "sanaq/record/record_table.h"

namespace sanaq::link {

// Why two records are, or are not, one person, with one line for each comparison (--explain). It
// also works for pairs that blocking left out. `nicknames` must be those that the model was learnt
// or used with.
struct Explanation {
  struct Line {
    std::string column;
    std::string left;
    std::string right;
    std::string level;
    double weight_bits = 0;
  };
  std::vector<Line> lines;
  int filled = 0, differing = 0;  // number of fields that both records have, and that differ
  double differing_bits = 0;      // what that number adds to the weights of the single fields
  double prior_bits = 0, weight_bits = 0, probability = 0;
};
[[nodiscard]] Explanation explain(const record::RecordTable& table, const Model& model,
                                  std::uint32_t left, std::uint32_t right,
                                  const std::vector<Nickname>& nicknames = {});
// Returns the same for many pairs, whose columns are prepared once.
[[nodiscard]] std::vector<Explanation> explain_pairs(
    const record::RecordTable& table, const Model& model,
    std::span<const std::pair<std::uint32_t, std::uint32_t>> pairs,
    const std::vector<Nickname>& nicknames = {});

}  // namespace sanaq::link
