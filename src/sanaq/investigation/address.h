// The address of a record, and so of the person whom it founds (docs/decisions/0002).
#pragma once
#include <string>
#include <string_view>

namespace sanaq::investigation {

// 16 lower-case hex digits, of SHA-256 of the record's identity as it was first seen. Fit for a
// file name and a link.
[[nodiscard]] std::string record_address(std::string_view origin);

}  // namespace sanaq::investigation
