// What came from outside, as far as a site is made from it.
#pragma once
#include <string>
#include <vector>

#include "sanaq/ledger/comments.h"
#include "sanaq/ledger/testimonies.h"

namespace sanaq::investigation {

// SHA-256 of the comments that are decided, with what is shown of them, and of the keys in force;
// "" where there is neither. One that is held changes nothing.
[[nodiscard]] std::string reception_digest(const std::vector<ledger::ModeratedComment>& comments,
                                           const std::vector<ledger::IntakeKey>& keys);

}  // namespace sanaq::investigation
