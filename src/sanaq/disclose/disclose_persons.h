// The register's side of the one gate (disclose.h): persons, their records cell by cell, and the
// addresses that lead to them.
#pragma once
#include <vector>

#include "sanaq/disclose/person_rules.h"
#include "sanaq/investigation/open_register.h"
#include "sanaq/pages/public_view.h"

namespace sanaq::disclose {

// A column that some list makes public, and its index in the record table.
struct OpenColumn {
  pages::PublicColumn shown;
  std::size_t at = 0;
};

// Fills the persons of `view`, which must have its lists and columns (`columns`, in that order)
// already. A name or place that `rules` shorten leaves shortened from every cell, and a cell in
// which a word of such a name stands does not leave.
void disclose_persons(const investigation::Outcome& outcome, const investigation::OpenColumns& open,
                      const std::vector<OpenColumn>& columns,
                      const investigation::OpenRegister& shown, const PersonRules& rules,
                      pages::PublicView& view);

}  // namespace sanaq::disclose
