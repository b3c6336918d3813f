#include "sanaq/disclose/person_cells.h"

#include "sanaq/text/initials.h"

namespace sanaq::disclose {
namespace {

using casefile::NameForm;
using casefile::PlaceForm;
using pages::PublicCell;
using record::Field;

bool is_of_a_place(const std::optional<Field>& field) {
  return field == Field::place || field == Field::place_town || field == Field::place_region ||
         field == Field::place_country;
}

}  // namespace

bool is_of_a_name(const std::optional<Field>& field) {
  return field == Field::name || field == Field::given || field == Field::family ||
         field == Field::patronymic;
}

PersonCells::PersonCells(const PersonRule& rule, std::vector<std::string> names,
                         std::vector<std::string> places, const casefile::PlacesAbove& above)
    : rule_(rule), names_(std::move(names)), places_(std::move(places)), above_(above) {}

std::optional<PublicCell> PersonCells::shown(const std::optional<Field>& field,
                                             PublicCell cell) const {
  if (rule_.is_whole()) return cell;
  if (is_of_a_name(field)) return name(std::move(cell));
  if (rule_.is_name_only) return std::nullopt;
  if (is_of_a_place(field)) return place(*field, std::move(cell));
  // A nickname, an address, a note: columns of which nobody knows what stands in them.
  if (rule_.name != NameForm::full && has_word_of(cell.text, names_)) return std::nullopt;
  if (rule_.place != PlaceForm::exact && !field && has_word_of(cell.text, places_))
    return std::nullopt;
  return cell;
}

std::optional<PublicCell> PersonCells::name(PublicCell cell) const {
  if (rule_.name == NameForm::full) return cell;
  if (rule_.name == NameForm::none) return std::nullopt;
  cell.text = cell.reading = text::initials(cell.text);
  return cell;
}

std::optional<PublicCell> PersonCells::place(Field field, PublicCell cell) const {
  if (rule_.place == PlaceForm::exact) return cell;
  if (rule_.place == PlaceForm::none) return std::nullopt;
  // The list itself says in which region and country the town is.
  if (field == Field::place_region || field == Field::place_country) return cell;
  const std::string coarse = above_.coarser(cell.text, rule_.place);
  if (coarse.empty()) return std::nullopt;
  return PublicCell{coarse, coarse};
}

}  // namespace sanaq::disclose
