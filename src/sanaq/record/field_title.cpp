#include "sanaq/record/field_title.h"

#include <array>

namespace sanaq::record {
namespace {

using base::message;

// In the order of Field.
const std::array<base::Message, field_names.size()>& field_titles() {
  static const std::array<base::Message, field_names.size()> all = {
      message("Number on the list"),
      message("Whole name"),
      message("Given name"),
      message("Family name"),
      message("Patronymic"),
      message("Man or woman"),
      message("Birth"),
      message("Day of death"),
      message("Age"),
      message("Day of the event"),
      message("Place"),
      message("Town of the place"),
      message("Region of the place"),
      message("Country of the place"),
      message("Occupation"),
      message("Group"),
      message("Year of the event"),
      message("Month of the event"),
      message("Day of the month of the event"),
      message("Year of birth"),
      message("Month of birth"),
      message("Day of the month of birth"),
      message("Year of death"),
      message("Month of death"),
      message("Day of the month of death")};
  return all;
}

}  // namespace

const base::Message& field_title(Field field) {
  return field_titles()[static_cast<std::size_t>(field)];
}

}  // namespace sanaq::record
