#include "sanaq/casefile/place_above.h"

#include "sanaq/text/fold.h"
#include "sanaq/text/romanise.h"

namespace sanaq::casefile {
namespace {

constexpr std::string_view contradicted = "|";

std::string in_latin(std::string_view place) { return text::fold(text::romanise(place)); }

void say(std::string& known, const std::string& value) {
  if (known.empty()) {
    known = value;
  } else if (text::fold(known) != text::fold(value)) {
    known = contradicted;
  }
}

}  // namespace

PlacesAbove::PlacesAbove(const std::vector<Statement>& said) {
  for (const Statement& one : said) {
    if (kind_of(one.subject) != "place" || one.value.empty()) continue;
    if (one.property == "district") say(above_[in_latin(id_of(one.subject))].district, one.value);
    if (one.property == "region") say(above_[in_latin(id_of(one.subject))].region, one.value);
  }
}

std::string PlacesAbove::coarser(std::string_view place, PlaceForm form) const {
  if (form == PlaceForm::exact) return std::string(place);
  if (form == PlaceForm::none || place.empty()) return {};
  const auto found = above_.find(in_latin(place));
  if (found == above_.end()) return {};
  const Above& above = found->second;
  std::string coarse = form == PlaceForm::district ? above.district : above.region;
  if (form == PlaceForm::district && coarse.empty()) coarse = above.region;
  return coarse == contradicted ? std::string() : coarse;
}

}  // namespace sanaq::casefile
