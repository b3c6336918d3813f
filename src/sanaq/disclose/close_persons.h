// Closes what the case file says about persons who may not be shown, or not whole.
#pragma once
#include <vector>

#include "sanaq/casefile/statement.h"
#include "sanaq/disclose/person_rules.h"

namespace sanaq::disclose {

// Returns all statements of the case file in their order, with `visibility` sealed on those that do
// not leave: what `person` statements say of visibility, forms and consent; all about a closed
// person; acts whose every named victim is closed, custodies and posts of one, with the changes to
// them; and cells elsewhere that name one. Places of persons whose places leave less exactly are
// made so, and names in texts are shortened or replaced. `warnings` tells the publisher what is
// kept back for want of consent.
[[nodiscard]] std::vector<casefile::Statement> close_persons(const investigation::Outcome& outcome,
                                                             const PersonRules& rules,
                                                             std::vector<base::Message>& warnings);

}  // namespace sanaq::disclose
