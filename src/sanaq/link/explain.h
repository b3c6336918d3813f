// What each comparison of two records says for and against one person.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "sanaq/link/model.h"
#include "sanaq/link/options.h"
#include "sanaq/record/record_table.h"

namespace sanaq::link {

// Why two records are, or are not, one person: one line a comparison, for --explain. Works for
// pairs that blocking left out too. `nicknames`: those that the model was learnt or used with.
struct Explanation {
  struct Line {
    std::string column;
    std::string left;
    std::string right;
    std::string level;
    double weight_bits = 0;
  };
  std::vector<Line> lines;
  int filled = 0, differing = 0;  // fields
  double differing_bits = 0;      // what their number says, beyond each field
  double prior_bits = 0, weight_bits = 0, probability = 0;
};
[[nodiscard]] Explanation explain(const record::RecordTable& table, const Model& model,
                                  std::uint32_t left, std::uint32_t right,
                                  const std::vector<Nickname>& nicknames = {});

}  // namespace sanaq::link
