// How often a different given name is an error, and not the other twin (twins.h).
#pragma once
#include "sanaq/link/pair_evidence.h"
#include "sanaq/link/pair_model.h"

namespace sanaq::link {

// Learns m of given names from matches whose births are alike but not equal, since twins are not
// among them. Sets the m of the model's twins, if there are any.
void learn_slips(const PairEvidence& evidence, PairModel& model);

}  // namespace sanaq::link
