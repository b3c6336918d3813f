// The lines of publication/corrections.jsonl: what the site says of a correction, and the ids of
// the facts that it is about.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/pages/public_correction.h"

namespace sanaq::disclose {

struct CorrectionLine {
  pages::PublicCorrection said;
  std::uint64_t was = 0, is = 0;  // the facts before and after; 0: none
};

// Throws Error{corrupt}, naming the line, where one is none that sanaq wrote.
[[nodiscard]] std::vector<CorrectionLine> read_correction_lines(std::string_view text);

[[nodiscard]] std::string text_of(const std::vector<CorrectionLine>& lines);

// Takes `before` and `now` out of every line about a closed fact, and about what it said earlier.
// `closed` is sorted.
void close_facts(std::vector<CorrectionLine>& lines, const std::vector<std::uint64_t>& closed);

}  // namespace sanaq::disclose
