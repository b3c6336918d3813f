// What a user may say of a linking.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sanaq/link/model.h"
#include "sanaq/record/record_table.h"

namespace sanaq::link {

// A reviewer's word on two records: they are one person, or they are not. It binds.
struct Decision {
  std::uint32_t left = 0, right = 0;
  bool same = true;
};
// A pair whose truth is known, by the lists' names and the records' ids: it trains, and it binds as
// a decision does.
struct Label {
  std::string list_left, record_left, list_right, record_right;
  bool match = true;
};

// A short form that stands for a given name, in any scripts, beside those that are built in.
struct Nickname {
  std::string name, nickname;
};

struct Options {
  std::vector<std::string> block_rules =
      {};                  // design.md 9: "family_key,birth_year"; empty: the program chooses
  double threshold = 0.5;  // in (0, 1): records are joined where that is more probable than this
  double pair_probability_min = 0.01;  // pairs below are not handed out
  std::uint64_t seed = 1;
  int threads = 0;  // 0: all processors
  std::vector<std::string> ignore_headers = {};
  std::vector<Decision> decisions = {};
  std::vector<Label> labels = {};
  std::vector<Nickname> nicknames = {};
  std::vector<SameValues> same_values = {};  // beside those that the lists themselves show
  int draws = 0;                             // sampled registers to hand out
  // One a record, or empty: records that are not to be linked (out of scope).
  std::vector<bool> leave_out = {};
  std::optional<Model> model = std::nullopt;  // known: nothing is learnt
};
// Throws Error{usage} naming the field, its value and the bound.
void check_options(const Options& options);
// The same, and that options.leave_out, where there is one, has an entry for each record.
void check_options(const Options& options, const record::RecordTable& table);

}  // namespace sanaq::link
