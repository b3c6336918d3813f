#include "sanaq/workspace/person_at_hand.h"

#include "sanaq/base/error.h"
#include "sanaq/draw/markup.h"
#include "sanaq/workspace/person_line.h"

namespace sanaq::workspace {

PersonAtHand person_at_hand(const Visit& visit, const Bench& bench) {
  PersonAtHand here{persons_now(bench)};
  here.person = here.all->called(visit.names.at("ID"));
  if (here.person == nullptr)
    throw base::Error(base::Kind::not_found,
                      base::message("nobody has this id or address now; look for the name among "
                                    "the persons"));
  return here;
}

std::optional<http::Response> leads_on(const Visit& visit, const PersonAtHand& here,
                                       const std::string& rest) {
  if (visit.names.at("ID") == here.person->id) return std::nullopt;
  return http::see_other(here.path() + rest);
}

std::string person_title(const Visit& visit, const PersonAtHand& here) {
  const std::string name =
      person_line(here.outcome().records, *here.person, here.all->words()).name;
  return name.empty() ? visit.voice.say("without a name") : draw::harmless(name);
}

}  // namespace sanaq::workspace
