// In which district and region a place is, as the case file says: statements `district` and
// `region` about a thing of the kind `place`.
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/casefile/person_form.h"
#include "sanaq/casefile/statement.h"

namespace sanaq::casefile {

class PlacesAbove {
 public:
  explicit PlacesAbove(const std::vector<Statement>& said);

  // Returns the place as far as the form lets it be told: itself, its district, its region, or "".
  // It is "" too where two are said, or nothing is known of what the place is in.
  [[nodiscard]] std::string coarser(std::string_view place, PlaceForm form) const;

 private:
  struct Above {
    std::string district, region;
  };
  std::map<std::string, Above, std::less<>> above_;  // by the place, romanised and folded
};

}  // namespace sanaq::casefile
