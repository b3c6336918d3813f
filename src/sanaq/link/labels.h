// Labelled pairs: finds in the table the records that people have named.
#pragma once
#include "sanaq/link/options.h"

namespace sanaq::link {

// Sets the decisions of `binding` to those of the options, followed by one for each label. Throws
// Error{bad_input} for a record that does not exist or whose name others have too.
void resolve_labels(const record::RecordTable& table, const Options& options, Options& binding);

}  // namespace sanaq::link
