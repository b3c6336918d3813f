// Signs the state of the ledger, for somebody else to hold us to it.
#pragma once
#include <string>

#include "sanaq/ledger/entry.h"
#include "sanaq/ledger/writer.h"

namespace sanaq::ledger {

// Signs the heads of all chains here and enters that. Gives the code to print.
struct Checkpoint {
  Entry entry;
  std::string code;
};
[[nodiscard]] Checkpoint make_checkpoint(Writer& writer);

}  // namespace sanaq::ledger
