// The cells of one person's records, with as much of the name and the place as may leave.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "sanaq/casefile/place_above.h"
#include "sanaq/disclose/person_rules.h"
#include "sanaq/pages/public_view.h"

namespace sanaq::disclose {

// Returns true for the fields that a name stands in: name, given, family, patronymic.
[[nodiscard]] bool is_of_a_name(const std::optional<record::Field>& field);

class PersonCells {
 public:
  // `names` are all that the person's records and the case file call him, and `places` all places
  // of his records. `above` must outlive this.
  PersonCells(const PersonRule& rule, std::vector<std::string> names,
              std::vector<std::string> places, const casefile::PlacesAbove& above);

  // Returns the cell as it may leave; nullopt if it may not.
  [[nodiscard]] std::optional<pages::PublicCell> shown(const std::optional<record::Field>& field,
                                                       pages::PublicCell cell) const;

 private:
  [[nodiscard]] std::optional<pages::PublicCell> name(pages::PublicCell cell) const;
  [[nodiscard]] std::optional<pages::PublicCell> place(record::Field field,
                                                       pages::PublicCell cell) const;

  PersonRule rule_;
  std::vector<std::string> names_, places_;
  const casefile::PlacesAbove& above_;
};

}  // namespace sanaq::disclose
