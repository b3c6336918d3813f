// Kinds of options, by the type of what they set. `field` is a function from an owner, const or
// not, to a reference to that.
#pragma once
#include <algorithm>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "sanaq/record/partial_date.h"
#include "sanaq/settings/option.h"
#include "sanaq/settings/toml_section.h"

namespace sanaq::settings {

// Whole numbers from `min` to `max`; `form` shows how to write one.
struct Bounds {
  std::int64_t min = 0, max = 0;
  std::string form;
  bool or_zero = false;  // below `min`
};

// Numbers between `low` and `high`, with these two or without them.
struct Between {
  double low = 0, high = 0;
  bool with_both = true;
  [[nodiscard]] bool has(double value) const {
    return with_both ? low <= value && value <= high : low < value && value < high;
  }
};

template <typename Value>
[[nodiscard]] constexpr Written written_as() {
  if constexpr (std::is_same_v<Value, std::vector<std::string>>) return Written::texts;
  if constexpr (std::is_same_v<Value, bool>) return Written::truth;
  if constexpr (std::is_same_v<Value, double>) return Written::number;
  return Written::text;
}

// A text, texts, true or false, or a date: by the type of the field.
template <typename Owner, typename Field>
[[nodiscard]] Option<Owner> option(std::string_view key, Step step, Field field) {
  using Value = std::remove_cvref_t<decltype(field(std::declval<Owner&>()))>;
  const auto read = [key = std::string(key), field](Section& section, Owner& owner) {
    if constexpr (std::is_same_v<Value, std::vector<std::string>>) {
      field(owner) = section.texts(key);
    } else if constexpr (std::is_same_v<Value, std::optional<record::PartialDate>>) {
      field(owner) = section.date(key);
    } else if constexpr (std::is_same_v<Value, std::optional<std::string>>) {
      field(owner) = section.text(key);
    } else if constexpr (std::is_same_v<Value, bool>) {
      field(owner) = section.flag(key).value_or(field(owner));
    } else {
      static_assert(std::is_same_v<Value, std::string>);
      field(owner) = section.text(key).value_or(field(owner));
    }
  };
  const auto value = [field](const Owner& owner) {
    if constexpr (std::is_same_v<Value, std::optional<record::PartialDate>>) {
      return field(owner) ? nlohmann::json(record::to_edtf(*field(owner))) : nlohmann::json();
    } else if constexpr (std::is_same_v<Value, std::optional<std::string>>) {
      return field(owner) ? nlohmann::json(*field(owner)) : nlohmann::json();
    } else {
      return nlohmann::json(field(owner));
    }
  };
  return {key, step, read, value, {}, {}, written_as<Value>()};
}

// A number within bounds.
template <typename Owner, typename Field>
[[nodiscard]] Option<Owner> number_option(std::string_view key, Step step, Field field,
                                          Between bounds) {
  const auto read = [key = std::string(key), field, bounds](Section& section, Owner& owner) {
    const auto number = section.number(key);
    if (!number) return;
    if (!bounds.has(*number)) section.outside(key, *number, bounds.low, bounds.high);
    field(owner) = *number;
  };
  const auto value = [field](const Owner& owner) { return nlohmann::json(field(owner)); };
  return {key, step, read, value, {}, {}, Written::number};
}

// A whole number within bounds.
template <typename Owner, typename Field>
[[nodiscard]] Option<Owner> whole_option(std::string_view key, Step step, Field field,
                                         const Bounds& bounds) {
  const auto read = [key = std::string(key), field, bounds](Section& section, Owner& owner) {
    const auto number = section.whole(key);
    if (!number) return;
    const bool is_within = *number >= bounds.min && *number <= bounds.max;
    if (!is_within && !(bounds.or_zero && *number == 0)) section.wrong(key, bounds.form);
    using Value = std::remove_cvref_t<decltype(field(owner))>;
    if constexpr (std::is_arithmetic_v<Value>)
      field(owner) = static_cast<Value>(*number);
    else
      field(owner) = static_cast<typename Value::value_type>(*number);
  };
  const auto value = [field](const Owner& owner) {
    if constexpr (std::is_arithmetic_v<std::remove_cvref_t<decltype(field(owner))>>)
      return nlohmann::json(field(owner));
    else
      return field(owner) ? nlohmann::json(*field(owner)) : nlohmann::json();
  };
  return {key, step, read, value, {}, {}, Written::whole};
}

// A seed: any whole number that is not negative. As JSON it is a text, since it may be beyond 2^53.
template <typename Owner, typename Field>
[[nodiscard]] Option<Owner> seed_option(std::string_view key, Step step, Field field) {
  const auto read = [key = std::string(key), field](Section& section, Owner& owner) {
    field(owner) = section.seed(key).value_or(field(owner));
  };
  const auto value = [field](const Owner& owner) {
    return nlohmann::json(std::to_string(field(owner)));
  };
  return {key, step, read, value, {}, {}, Written::seed};
}

// One of a few words, kept as a text. Another word is refused with all of them.
template <typename Owner, typename Field>
[[nodiscard]] Option<Owner> word_option(std::string_view key, Step step, Field field, Words known) {
  Option<Owner> made = option<Owner>(key, step, field);
  made.choices = {known.begin(), known.end()};
  made.read = [key = std::string(key), field, known = std::move(known)](Section& section,
                                                                        Owner& owner) {
    const std::string word = section.text(key).value_or("");
    if (!word.empty() && std::find(known.begin(), known.end(), word) == known.end())
      section.unknown_word(key, word, known);
    field(owner) = word;
  };
  return made;
}

// One of a few words, kept as an enumerator: `from_name` gives none for any other word, `name_of`
// is its inverse, `known` says all.
template <typename Owner, typename Field, typename FromName, typename NameOf>
[[nodiscard]] Option<Owner> choice_option(std::string_view key, Step step, Field field,
                                          FromName from_name, NameOf name_of, Words known) {
  std::vector<std::string> choices(known.begin(), known.end());
  const auto read = [key = std::string(key), field, from_name, known = std::move(known)](
                        Section& section, Owner& owner) {
    const auto word = section.text(key);
    if (!word) return;
    const auto choice = from_name(*word);
    if (!choice) section.unknown_word(key, *word, known);
    field(owner) = *choice;
  };
  const auto value = [field, name_of](const Owner& owner) {
    return nlohmann::json(std::string(name_of(field(owner))));
  };
  Option<Owner> made{key, step, read, value};
  made.choices = std::move(choices);
  return made;
}

// What no key of the file sets, and still decides a result: a flag does, or another option.
template <typename Owner, typename Field>
[[nodiscard]] Option<Owner> unread_option(std::string_view key, Step step, Field field) {
  return {key, step, {}, [field](const Owner& owner) { return nlohmann::json(field(owner)); }};
}

// Reads every option of a table into its owner, and refuses the keys that are none of them.
template <typename Owner>
void read_options(const std::vector<Option<Owner>>& options, Section& section, Owner& owner) {
  for (const Option<Owner>& each : options) {
    if (each.read) each.read(section, owner);
  }
  section.refuse_unknown();
}

}  // namespace sanaq::settings
