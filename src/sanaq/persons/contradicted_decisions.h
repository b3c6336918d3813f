// What decisions contradict that are about to be entered: earlier ones, each other, and what was
// said of a list.
#pragma once
#include <string>
#include <vector>

#include "sanaq/persons/decisions.h"
#include "sanaq/persons/register.h"

namespace sanaq::persons {

struct Contradicted {
  ledger::Decision decision;  // it no longer counts
  bool is_new = false;        // one of those that are about to be entered, which a later one undoes
};

// Records of one list that become one person although the list is declared free of duplicates.
struct TwiceOnAList {
  std::string list;
  std::vector<std::uint32_t> records;
};

struct Contradictions {
  std::vector<Contradicted> decisions;
  std::vector<TwiceOnAList> lists;
  // Earlier ones by which a record is out of scope that is now decided to be somebody: they stand.
  std::vector<ledger::Decision> out_of_scope;
};

// `earlier`: those in force. Only what comes about by `entered` is named.
[[nodiscard]] Contradictions contradictions(const Register& all,
                                            const std::vector<ledger::Decision>& earlier,
                                            const std::vector<ledger::Decision>& entered);

}  // namespace sanaq::persons
