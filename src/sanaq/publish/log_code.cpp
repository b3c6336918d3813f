#include "sanaq/publish/log_code.h"

#include "sanaq/base/sha256.h"

namespace sanaq::publish {

std::string log_code(const log::Checkpoint& checkpoint) {
  return "L-" + ledger::code_text(static_cast<std::int64_t>(checkpoint.size),
                                  base::sha256_hex(log::checkpoint_text(checkpoint)));
}

bool looks_like_log_code(std::string_view typed) {
  return typed.starts_with("L-") || typed.starts_with("l-");
}

ledger::CheckpointCode parse_log_code(std::string_view typed) {
  // The L is taken off first: among the digits it would be read as a 1.
  return ledger::parse_code(looks_like_log_code(typed) ? typed.substr(2) : typed);
}

}  // namespace sanaq::publish
