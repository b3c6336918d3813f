// What a record, and so the person whom it founds, is called inside an investigation
// (docs/decisions/0003).
#pragma once
#include <string>
#include <string_view>

namespace sanaq::record {

// Returns the id, 16 lower-case hex digits: a hash of the record's identity as it was first seen,
// which is the same in every office and needs no ledger. It is never published.
[[nodiscard]] std::string record_address(std::string_view origin);

}  // namespace sanaq::record
