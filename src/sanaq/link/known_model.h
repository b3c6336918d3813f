// A model that the user gives: nothing is learnt, and what these lists do not have of it is said.
#pragma once
#include <vector>

#include "sanaq/base/message.h"
#include "sanaq/link/block_rules.h"
#include "sanaq/link/crew.h"
#include "sanaq/link/model.h"
#include "sanaq/link/pair_model.h"
#include "sanaq/link/prepared_records.h"

namespace sanaq::link {

// All of these: records.options.model is there.
[[nodiscard]] PairModel known_model(const PreparedRecords& records);
// Its columns that are not compared here.
[[nodiscard]] std::vector<base::Message> warnings_of_known_model(const PreparedRecords& records);

// The rules that the model was learnt with, as far as these lists have their columns, and the keys
// that they need.
struct KnownRules {
  std::vector<Key> keys;
  std::vector<Rule> rules;
  std::vector<base::Message> warnings;  // rules that are left out
};
[[nodiscard]] KnownRules known_rules(const PreparedRecords& records, Crew& crew);

// The known model as it is handed out: with what was compared of it, by which rules, and what they
// lose here.
[[nodiscard]] Model known_model_as_used(const PreparedRecords& records, const PairModel& model,
                                        const std::vector<Rule>& rules, double recall_lost);

}  // namespace sanaq::link
