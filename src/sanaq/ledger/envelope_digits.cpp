#include "sanaq/ledger/envelope_digits.h"

#include "sanaq/base/error.h"

namespace sanaq::ledger {

std::optional<std::size_t> envelope_called(const std::vector<std::string_view>& envelopes,
                                           std::string_view digits) {
  std::optional<std::size_t> found;
  if (digits.size() < envelope_digits_min) return found;
  for (std::size_t at = 0; at < envelopes.size(); ++at) {
    if (!envelopes[at].starts_with(digits)) continue;
    if (found)
      throw base::Error(base::Kind::usage,
                        base::message("several begin with {}; write more of its digits", digits));
    found = at;
  }
  return found;
}

}  // namespace sanaq::ledger
