// The secrets of an investigation, from its ledger.
#pragma once
#include <string>

#include "sanaq/persons/address.h"

namespace sanaq::investigation {

// Returns an empty book if the investigation has no ledger.
[[nodiscard]] persons::AddressBook read_address_book(const std::string& folder);

}  // namespace sanaq::investigation
