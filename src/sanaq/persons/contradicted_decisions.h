// What decisions that are about to be entered contradict: earlier decisions, each other, and what
// the settings say about a list.
#pragma once
#include <string>
#include <vector>

#include "sanaq/persons/decisions.h"
#include "sanaq/persons/register.h"

namespace sanaq::persons {

struct Contradicted {
  ledger::Decision decision;  // has no effect any more
  bool is_new = false;        // whether it is itself about to be entered, and a later one undoes it
};

// Records of one list that become one person although the list is declared free of duplicates.
struct TwiceOnAList {
  std::string list;
  std::vector<std::uint32_t> records;
};

struct Contradictions {
  std::vector<Contradicted> decisions;
  std::vector<TwiceOnAList> lists;
  // Earlier decisions by which a record is out of scope that is now decided to be somebody. They
  // remain in force.
  std::vector<ledger::Decision> out_of_scope;
};

// `earlier` are the decisions in force. Only what `entered` brings about is named.
[[nodiscard]] Contradictions contradictions(const Register& all,
                                            const std::vector<ledger::Decision>& earlier,
                                            const std::vector<ledger::Decision>& entered);

}  // namespace sanaq::persons
