#include "sanaq/persons/known_addresses.h"

namespace sanaq::persons {

KnownAddresses::KnownAddresses(const Register& all) {
  for (std::uint32_t record = 0; record < all.record_ids.size(); ++record) {
    records_.emplace(all.record_ids[record], record);
    if (record >= all.origins.size()) continue;
    for (const std::string& secret : all.addresses.all)
      records_.emplace(keyed_address(secret, all.origins[record]), record);
  }
}

std::optional<std::uint32_t> KnownAddresses::record(std::string_view address) const {
  const auto found = records_.find(address);
  return found == records_.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace sanaq::persons
