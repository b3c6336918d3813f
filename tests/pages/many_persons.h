// A view of any number of invented persons; their names are made of syllables.
#pragma once
#include <array>

#include "pages/a_view.h"

namespace sanaq::pages::test {

inline std::string invented_word(std::size_t number, bool is_family) {
  static constexpr std::array<const char*, 16> syllables = {"ба", "ге", "до", "жу", "за", "ки",
                                                            "ла", "ме", "но", "пу", "ра", "си",
                                                            "та", "ше", "ды", "ал"};
  std::string word;
  for (int at = 0; at < 3; ++at) {
    word += syllables[number % syllables.size()];
    number /= syllables.size();
  }
  if (is_family) word += "ов";
  // The first letter is а capital: U+0430..U+043F become U+0410.., the rest two bytes lower.
  if (static_cast<unsigned char>(word[0]) == 0xD0) {
    word[1] = static_cast<char>(word[1] - 0x20);
  } else {
    word[0] = static_cast<char>(0xD0);
    word[1] = static_cast<char>(word[1] + 0x20);
  }
  return word;
}

// Given names are few, as they are in life; one of them has every tenth person.
inline PublicView view_of(std::size_t count) {
  PublicView view = a_view();
  view.columns = {
      {record::Field::name, ""}, {record::Field::birth, ""}, {record::Field::place, ""}};
  for (PublicList& list : view.lists) list.columns = {0, 1, 2};
  view.persons.clear();
  view.has_register = count > 0;
  for (std::size_t at = 0; at < count; ++at) {
    PublicPerson person;
    const std::size_t given = at % 10 == 0 ? 7 : at * 7919 % 300;
    person.id = "n" + std::to_string(at);
    person.name = invented_word(given, false) + " " + invented_word(at * 104729 % 4096, true);
    person.sort_key = person.id;
    person.records = {
        {0,
         1,
         {PublicCell{person.name, person.name, false},
          PublicCell{std::to_string(1940 + at % 60), std::to_string(1940 + at % 60), false},
          PublicCell{invented_word(at % 97 + 500, false), "", false}}}};
    view.persons.push_back(person);
  }
  return view;
}

}  // namespace sanaq::pages::test
