// References of public statements to things that are not public: a restricted organisation's id or
// name does not leave by way of a public act, nor that of an event, a custody, a demand.
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

  // Whether a cell of that property names a thing of which nothing public is said. What is no thing
  // at all (a name that no table knows) is text, and is not closed. The source of a public row is
  // closed by a thing's id alone: by its name it was told to the public on purpose.
  [[nodiscard]] bool is_closed(std::string_view property, std::string_view cell) const;

 private:
  struct Names {
    std::set<std::string> open, closed, closed_ids;  // ids and names, folded
  };
  std::map<std::string, Names, std::less<>> of_kind_;
};

// What stands after the slash of involvement/NAME, count/NAME and view/PROPERTY: NAME, where it is
// a reference itself; and the property that it belongs to.
struct InProperty {
  std::string head, name;
};
[[nodiscard]] InProperty parts_of(const std::string& property);

}  // namespace sanaq::disclose
