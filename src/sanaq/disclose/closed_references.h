// References of public statements to things that are not public. The id or name of a restricted
// organisation is not published by way of a public act, nor that of an event, a custody or a
// demand.
#pragma once
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/casefile/statement.h"

namespace sanaq::disclose {

class ClosedReferences {
 public:
  explicit ClosedReferences(const std::vector<casefile::Statement>& all);

  // Returns true if a cell of that property names a thing about which nothing public is said. A
  // name that no table knows is text, and is not closed. The source of a public row is closed only
  // by a thing's id, since its name was told to the public on purpose.
  [[nodiscard]] bool is_closed(std::string_view property, std::string_view cell) const;

 private:
  struct Names {
    std::set<std::string> open, closed, closed_ids;  // ids and names, folded
  };
  std::map<std::string, Names, std::less<>> of_kind_;
};

// The parts of a property such as involvement/NAME, count/NAME or view/PROPERTY: the property it
// belongs to, and NAME if that is itself a reference.
struct InProperty {
  std::string head, name;
};
[[nodiscard]] InProperty parts_of(const std::string& property);

}  // namespace sanaq::disclose
