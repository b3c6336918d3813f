// What a user may choose about a linking.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sanaq/link/model.h"
#include "sanaq/record/record_table.h"

namespace sanaq::link {

// A reviewer's decision on two records, by their indices: they are one person, or they are not.
// It is binding.
struct Decision {
  std::uint32_t left = 0, right = 0;
  bool same = true;
};
// A pair whose truth is known, by the lists' names and the records' ids. The model learns from it,
// and it is binding as a decision is.
struct Label {
  std::string list_left, record_left, list_right, record_right;
  bool match = true;
};

// A short form of a given name, in any scripts, in addition to the built-in ones.
struct Nickname {
  std::string name, nickname;
};

struct Options {
  // Blocking rules such as "family_key,birth_year" (design.md 9). If empty, rules are chosen.
  std::vector<std::string> block_rules = {};
  // In (0, 1): records are joined if it is more probable than this that they are one person.
  double threshold = 0.5;
  double pair_probability_min = 0.01;  // less probable pairs are not in the result
  std::uint64_t seed = 1;
  int threads = 0;                               // 0 means all processors
  std::vector<std::string> ignore_headers = {};  // columns that are not compared
  std::vector<Decision> decisions = {};
  std::vector<Label> labels = {};
  std::vector<Nickname> nicknames = {};
  std::vector<SameValues> same_values = {};  // in addition to those that the lists show
  int draws = 0;                             // number of sampled registers in the result
  // Records that are not to be linked (out of scope): one entry for each record, or empty.
  std::vector<bool> leave_out = {};
  int thresholds = 0;  // at how many others the result says what they would change
  std::optional<Model> model = std::nullopt;  // if there is one, it is used and nothing is learnt
};
// Throws Error{usage}, naming the option, its value and the bound, if an option is out of bounds.
void check_options(const Options& options);
// Checks also that options.leave_out is empty or has one entry for each record.
void check_options(const Options& options, const record::RecordTable& table);

}  // namespace sanaq::link
