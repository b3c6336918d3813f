// Invented people on two lists, with whole names, births and places: for the tests of learning at
// scale.
#pragma once
#include <array>
#include <string>
#include <vector>

#include "link/a_table.h"

namespace sanaq::link {

// `persons` stand on the first list, every `often`-th of them on the second too, in the order of
// the first. One in ten has another given name there.
inline record::RecordTable a_town_of_names(std::size_t persons, std::size_t often) {
  constexpr std::array<const char*, 8> starts{"Вет", "Гор", "Дол", "Жар",
                                              "Кам", "Лес", "Мор", "Тум"};
  constexpr std::array<const char*, 8> middles{"ан", "ел", "ик", "об", "ур", "яг", "ин", "од"};
  constexpr std::array<const char*, 8> ends{"ов",   "ин",   "ников", "ушин",
                                            "аков", "ятин", "ищев",  "енков"};
  constexpr std::array<const char*, 6> given{"Степан", "Юрий", "Олег", "Виктор", "Роман", "Павел"};
  num::Rng rng(5, "tests.link.town_of_names");
  Rows first, second;
  for (std::size_t person = 0; person < persons; ++person) {
    const std::string family =
        std::string(starts[rng.below(8)]) + middles[rng.below(8)] + ends[rng.below(8)];
    const std::string day = "19" + std::to_string(40 + rng.below(60)) + "-0" +
                            std::to_string(1 + rng.below(9)) + "-" +
                            std::to_string(10 + rng.below(18));
    const std::string place = "place " + std::to_string(rng.below(6));
    const std::size_t name = rng.below(6);
    first.push_back({family + " " + given[name], day, place});
    if (person % often != 0) continue;
    const std::size_t other = person % (10 * often) == 0 ? (name + 1) % 6 : name;
    second.push_back({family + " " + given[other], day, place});
  }
  const std::size_t size = first.size();
  first.insert(first.end(), second.begin(), second.end());
  record::RecordTable table = a_table({"name", "birth", "place"}, first);
  table.lists[0].one_per_person = true;
  table.lists.push_back(
      {.name = "second", .file = "second.csv", .version = "", .one_per_person = true});
  for (std::size_t record = size; record < first.size(); ++record) table.list_of[record] = 1;
  return table;
}

}  // namespace sanaq::link
