// The secrets of an investigation, from its ledger.
#pragma once
#include <string>

#include "sanaq/persons/address.h"

namespace sanaq::investigation {

// Of an investigation without a ledger: an empty one.
[[nodiscard]] persons::AddressBook read_address_book(const std::string& folder);

}  // namespace sanaq::investigation
