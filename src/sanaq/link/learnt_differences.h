// Learns how many fields of a match differ at once (differences.h), with m, u and the number of
// matches as they are.
#pragma once
#include "sanaq/link/pair_evidence.h"
#include "sanaq/link/pair_model.h"

namespace sanaq::link {

// It uses what the fields besides each two say: strangers who agree in the others differ in two
// fields far more often than matches do. Sets the tilt of the model's differences; leaves it empty
// if there are fewer than three fields, or if the number of matches is known otherwise.
void learn_differences(const PairEvidence& evidence, PairModel& model);

}  // namespace sanaq::link
