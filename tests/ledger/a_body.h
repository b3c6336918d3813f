// Bodies that fit their kinds, made from the table of forms, and every way to spoil them.
#pragma once
#include <limits>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "sanaq/ledger/body_schema.h"

namespace sanaq::ledger {

inline nlohmann::json a_value(const Form& form);

// With every field, or with those alone that must be there.
inline nlohmann::json an_object(std::span<const Field> fields, bool with_all) {
  nlohmann::json object = nlohmann::json::object();
  for (const Field& field : fields) {
    if (field.is_required || with_all) object[field.name] = a_value(field.form);
  }
  return object;
}

inline nlohmann::json a_value(const Form& form) {
  switch (form.shape) {
    case Shape::text:
      return form.words.empty() ? "Құрманов \"A\"\n" : std::string(form.words.front());
    case Shape::hash:
      return std::string(64, 'a');
    case Shape::identity:
      return std::string(32, 'b');
    case Shape::count:
      return 0;
    case Shape::place:
      return 7;
    case Shape::flag:
      return true;
    case Shape::evidence_file:
      return "evidence/" + std::string(64, 'a') + ".jpg";
    case Shape::object:
      return an_object(form.fields, true);
    case Shape::list:
      return nlohmann::json::array({a_value(*form.each), a_value(*form.each)});
    case Shape::by_name:
      return {{"имя", a_value(*form.each)}, {"b", a_value(*form.each)}};
    case Shape::by_writer:
      return {{std::string(64, '0'), a_value(*form.each)},
              {std::string(64, '1'), a_value(*form.each)}};
  }
  return nullptr;
}

inline nlohmann::json a_body(const BodyForm& form, bool with_all = true) {
  nlohmann::json body = an_object(form.fields, with_all);
  if (!form.tell.empty() && !form.word.empty()) body[form.tell] = form.word;
  if (!form.tell.empty() && form.word.empty() && !body.contains(form.tell)) body[form.tell] = "x";
  return body;
}

// What no field expects, and what some do: each stands once in the place of each value.
inline std::vector<nlohmann::json> odd_values() {
  nlohmann::json deep = nlohmann::json::array();
  for (int depth = 0; depth < 50; ++depth) deep = nlohmann::json::array({deep});
  return {nullptr,
          true,
          -1,
          0,
          1,
          9007199254740991,
          1.5,
          1e300,
          -1e21,
          "",
          "public",
          "7",
          "\"\\\n\x01",
          std::string(64, 'a'),
          std::string(64, 'A'),
          std::string(63, 'a'),
          std::string(32, 'b'),
          "evidence/" + std::string(64, 'a') + "/../../../etc/passwd",
          "evidence/" + std::string(64, 'c'),
          std::string(100'000, 'x'),
          nlohmann::json::array(),
          {5},
          {nullptr, "a"},
          nlohmann::json::object(),
          {{"a", 5}},
          {{"seq", -1}, {"writer", 7}},
          {{"seq", 1}, {"writer", std::string(64, 'a')}},
          deep};
}

// Calls `visit` with every body that has one value replaced by each odd one, one member taken out,
// or one member more.
template <typename Visit>
void for_each_spoilt(const nlohmann::json& body, const Visit& visit) {
  const nlohmann::json flat = body.flatten();
  std::vector<nlohmann::json::json_pointer> places;
  for (const auto& [path, value] : flat.items()) {
    (void)value;
    // Each value, and what it stands in.
    for (nlohmann::json::json_pointer at(path); !at.empty(); at = at.parent_pointer())
      places.push_back(at);
  }
  for (const auto& at : places) {
    for (const nlohmann::json& odd : odd_values()) {
      nlohmann::json spoilt = body;
      spoilt[at] = odd;
      visit(spoilt);
    }
    nlohmann::json spoilt = body;
    nlohmann::json& parent = spoilt[at.parent_pointer()];
    if (parent.is_object()) {
      parent.erase(at.back());
      visit(spoilt);
      parent["zz\n"] = {{"more", 1.5}};
      parent["sha\n"] = 5;
      parent["\xF0\x9F\x98\x80"] = nullptr;
      visit(spoilt);
    }
  }
}

}  // namespace sanaq::ledger
