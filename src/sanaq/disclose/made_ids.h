// What rows of case tables without an id of their own are called in public.
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/casefile/casefile.h"

namespace sanaq::disclose {

// Returns the statements that are public, without letters that a page could not show: what made ids
// are made from.
[[nodiscard]] std::vector<casefile::Statement> harmless_public_part(
    const std::vector<casefile::Statement>& said);

// A row without an id of its own is called by a hash of its cells, which would confirm a guess of
// what stands in them. In public its name is made under the secret, from what is public of it and
// which of the equal ones it is; without a secret it is a number.
class MadeIds {
 public:
  MadeIds(const std::vector<casefile::Statement>& said, const std::string& secret);

  // Returns an id that is not made as it is.
  [[nodiscard]] std::string public_id(const std::string& id) const;
  // Replaces the made ids in its subject and its value.
  void put_into(casefile::Statement& said) const;

 private:
  std::map<std::string, std::string, std::less<>> ids_;
};

}  // namespace sanaq::disclose
