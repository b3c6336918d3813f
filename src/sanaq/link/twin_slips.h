// How often a given name is a slip of the pen, not the other twin (twins.h).
#pragma once
#include "sanaq/link/pair_evidence.h"
#include "sanaq/link/pair_model.h"

namespace sanaq::link {

// m of given names from matches whose births are alike and not equal: twins are not among them.
// Sets the m of the model's twins, where there are such.
void learn_slips(const PairEvidence& evidence, PairModel& model);

}  // namespace sanaq::link
