// The code of a public log's checkpoint, for paper and telephone: L- and what ledger/checkpoint.h
// makes of the number of leaves and the SHA-256 of the checkpoint's text.
//
// The text and not its signatures, so that the code of an older state is made again from the tree
// of a newer one, and a witness's signature changes no code.
#pragma once
#include <string>
#include <string_view>

#include "sanaq/ledger/checkpoint.h"
#include "sanaq/log/log_checkpoint.h"

namespace sanaq::publish {

[[nodiscard]] std::string log_code(const log::Checkpoint& checkpoint);  // L-1280-7ZK0-…-A3

[[nodiscard]] bool looks_like_log_code(std::string_view typed);  // begins with L- or l-
// As typed by hand. Throws Error{usage} for what is no code.
[[nodiscard]] ledger::CheckpointCode parse_log_code(std::string_view typed);

}  // namespace sanaq::publish
