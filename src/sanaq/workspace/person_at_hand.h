// The person whom an address names.
#pragma once
#include <optional>
#include <string>

#include "sanaq/http/response.h"
#include "sanaq/workspace/bench.h"
#include "sanaq/workspace/persons_at_hand.h"
#include "sanaq/workspace/visit.h"

namespace sanaq::workspace {

struct PersonAtHand {
  PersonsNow all;
  const persons::Person* person = nullptr;
  [[nodiscard]] const investigation::Outcome& outcome() const { return all->outcome(); }
  [[nodiscard]] std::string path() const { return "/persons/" + person->id; }
};

// Throws Error{not_found} if {ID} is or was nobody's id or address, and Error{conflict} where the
// lists were not counted yet.
[[nodiscard]] PersonAtHand person_at_hand(const Visit& visit, const Bench& bench);
// Where {ID} is another id or address of the person: leads to the present one, with `rest` behind.
[[nodiscard]] std::optional<http::Response> leads_on(const Visit& visit, const PersonAtHand& here,
                                                     const std::string& rest);

// The name of a person for a title; harmless, in the reader's language where there is none.
[[nodiscard]] std::string person_title(const Visit& visit, const PersonAtHand& here);

}  // namespace sanaq::workspace
