// What a column of a list says about a person, in the words of investigation.toml.
#pragma once
#include <array>
#include <optional>
#include <string_view>

namespace sanaq::record {

enum class Field {
  id,
  name,
  given,
  family,
  patronymic,
  sex,
  birth,
  death,
  age,
  date,
  place,
  place_town,
  place_region,
  place_country,
  occupation,
  group,
  date_year,
  date_month,
  date_day,
  birth_year,
  birth_month,
  birth_day,
  death_year,
  death_month,
  death_day
};

inline constexpr std::array<std::string_view, 25> field_names = {
    "id",          "name",       "given",        "family",        "patronymic",
    "sex",         "birth",      "death",        "age",           "date",
    "place",       "place_town", "place_region", "place_country", "occupation",
    "group",       "date_year",  "date_month",   "date_day",      "birth_year",
    "birth_month", "birth_day",  "death_year",   "death_month",   "death_day"};

[[nodiscard]] constexpr std::string_view field_name(Field field) {
  return field_names[static_cast<std::size_t>(field)];
}
[[nodiscard]] constexpr std::optional<Field> field_from_name(std::string_view name) {
  for (std::size_t at = 0; at < field_names.size(); ++at) {
    if (field_names[at] == name) return static_cast<Field>(at);
  }
  return std::nullopt;
}

}  // namespace sanaq::record
