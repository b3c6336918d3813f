// Labelled pairs: records named as people name them, found in the table.
#pragma once
#include "sanaq/link/options.h"

namespace sanaq::link {

// `binding`: the options' decisions, followed by a decision for each label. Throws
// Error{bad_input} for a record that is not there or that is not the only one of its name.
void resolve_labels(const record::RecordTable& table, const Options& options, Options& binding);

}  // namespace sanaq::link
