// Holds a site against an older state of its log: is the tree of today a continuation of that one,
// and is every leaf that was open then open now, or closed with a reason?
#pragma once
#include <string>
#include <vector>

#include "sanaq/publish/verify_log.h"

namespace sanaq::publish {

// `older`: a code (log_code.h), a file with a checkpoint, or the folder of an older copy of the
// site, whose files are then compared too. Adds to the report of a site that verify_log has read.
// Throws Error{usage} for a wrong code, Error{not_found} and Error{bad_input} for what is no
// checkpoint.
void check_against(const std::string& site, const std::string& older, CheckedLog& checked);

}  // namespace sanaq::publish
