// How far two names agree.
#pragma once
#include <string>
#include <vector>

namespace sanaq::text {

// The level of agreement of two whole names, best first. link learns m and u for these levels.
enum class NameLevel {
  same,            // the same letters
  same_sound,      // every part fits by sound
  one_letter_off,  // every part fits, one part less well
  part_missing,    // one side lacks a part (an initial counts as fitting)
  near,            // something differs a little
  differs,
};

struct NameComparison {
  double weight_bits = 0;  // log2 odds that the names are one, at prior 1/2
  double probability = 0;  // 1/(1 + 2^-weight_bits)
  NameLevel level = NameLevel::differs;
  struct Part {
    std::string left;
    std::string right;
    std::string what;
    double bits = 0;
  };
  std::vector<Part> parts;  // the parts that met or are left over; filled by explain_names only
};

}  // namespace sanaq::text
