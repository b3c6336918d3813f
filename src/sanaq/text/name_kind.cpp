#include "sanaq/text/name_kind.h"

#include <algorithm>
#include <array>

#include "sanaq/text/fold.h"
#include "sanaq/text/letters.h"
#include "sanaq/text/named_thing.h"
#include "sanaq/text/organisation.h"

namespace sanaq::text {
namespace {

constexpr PossibleKinds a_person = {true, false, false};
constexpr PossibleKinds an_organisation = {false, true, false};
constexpr PossibleKinds a_thing = {false, false, true};
constexpr PossibleKinds person_or_organisation = {true, true, false};
constexpr PossibleKinds organisation_or_thing = {false, true, true};
constexpr PossibleKinds anything = {true, true, true};

struct KindWord {
  std::string_view word;
  PossibleKinds kinds;
};

// FollowTheMoney's schemata that have names, small; before them our own words.
constexpr std::array<KindWord, 36> kind_words = {{
    {"person", a_person},
    {"organisation", an_organisation},
    {"vessel", a_thing},
    {"organization", an_organisation},
    {"company", an_organisation},
    {"publicbody", an_organisation},
    {"public body", an_organisation},
    {"state_body", an_organisation},
    {"union", an_organisation},
    {"legalentity", person_or_organisation},
    {"legal entity", person_or_organisation},
    {"thing", anything},
    {"asset", organisation_or_thing},
    {"airplane", a_thing},
    {"vehicle", a_thing},
    {"realestate", a_thing},
    {"security", organisation_or_thing},
    {"cryptowallet", a_thing},
    {"workofart", a_thing},
    {"article", a_thing},
    {"license", organisation_or_thing},
    {"program", an_organisation},
    {"project", an_organisation},
    {"position", an_organisation},
    {"event", an_organisation},
    {"event_series", an_organisation},
    {"assessment", an_organisation},
    {"contract", an_organisation},
    {"contractaward", an_organisation},
    {"courtcase", an_organisation},
    {"trip", an_organisation},
    {"address", a_thing},
    {"taxroll", an_organisation},
    {"useraccount", anything},
    {"bankaccount", anything},
    {"place", a_thing},
}};

NameKind first_kind(PossibleKinds kinds) {
  if (kinds.person) return NameKind::person;
  return kinds.organisation ? NameKind::organisation : NameKind::vessel;
}

}  // namespace

std::optional<PossibleKinds> possible_kinds(std::string_view word) {
  const std::string wanted = fold(word);
  const auto found = std::find_if(kind_words.begin(), kind_words.end(),
                                  [&](const KindWord& one) { return one.word == wanted; });
  if (found == kind_words.end()) return std::nullopt;
  return found->kinds;
}

PairKind kind_of_pair(PossibleKinds left, std::string_view left_name, PossibleKinds right,
                      std::string_view right_name) {
  const PossibleKinds both = {left.person && right.person, left.organisation && right.organisation,
                              left.vessel && right.vessel};
  const int count = int{both.person} + int{both.organisation} + int{both.vessel};
  if (count == 1) return {first_kind(both), false};
  if (count == 0) {
    const bool organisations = left.organisation || right.organisation;
    return {organisations ? NameKind::organisation : NameKind::vessel, true};
  }
  const bool by_words = both.organisation && (is_organisation_like(split_words(left_name)) ||
                                              is_organisation_like(split_words(right_name)));
  if (by_words) return {NameKind::organisation, false};
  return {both.person ? NameKind::person : NameKind::vessel, false};
}

}  // namespace sanaq::text
