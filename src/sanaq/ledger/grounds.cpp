#include "sanaq/ledger/grounds.h"

#include <algorithm>

namespace sanaq::ledger {

std::string ground_of(std::string_view word) {
  const bool is_known = std::find(grounds.begin(), grounds.end(), word) != grounds.end();
  return is_known ? std::string(word) : std::string(ground_not_given);
}

}  // namespace sanaq::ledger
