// Two lists of invented people, for the tests of lists as they are.
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "link/a_table.h"

namespace sanaq::link {

// A column is filled on the first list, on the second or on both: what is not there is "".
inline record::RecordTable two_lists(const std::vector<std::string>& headers, const Rows& first,
                                     const Rows& second) {
  Rows rows = first;
  rows.insert(rows.end(), second.begin(), second.end());
  record::RecordTable table = a_table(headers, rows);
  table.lists.push_back({.name = "other", .file = "other.csv", .version = ""});
  for (std::size_t at = first.size(); at < rows.size(); ++at) table.list_of[at] = 1;
  return table;
}

inline std::string a_family_name(num::Rng& rng) {
  static const std::vector<std::string> stems{"Абай",  "Бектас", "Дос",     "Ержан",
                                              "Жұман", "Кәрім",  "Қасым",   "Махмет",
                                              "Оспан", "Сағын",  "Төлеген", "Үсен"};
  static const std::vector<std::string> endings{"ов", "баев", "бек", "жанов", "қалиев", "ұлы"};
  return stems[rng.below(stems.size())] + endings[rng.below(endings.size())];
}

inline std::string a_given_name(num::Rng& rng) {
  static const std::vector<std::string> names{"Айбек",  "Асхат", "Болат",  "Дәурен", "Ерлан",
                                              "Жандос", "Қанат", "Марат",  "Нұрлан", "Олжас",
                                              "Рүстем", "Серік", "Талғат", "Тимур",  "Ұлан",
                                              "Айгүл",  "Асел",  "Динара", "Мадина", "Сәуле"};
  return names[rng.below(names.size())];
}

// Pairs of records that are one person by the answer and by the truth, `person` one a record.
struct Pairwise {
  double right = 0, linked = 0, true_pairs = 0;
  [[nodiscard]] double f1() const { return 2 * right / std::max(1.0, linked + true_pairs); }
};
inline Pairwise compare_pairs(const std::vector<std::uint32_t>& found,
                              const std::vector<int>& person) {
  Pairwise pairs;
  for (std::size_t a = 0; a < person.size(); ++a) {
    for (std::size_t b = a + 1; b < person.size(); ++b) {
      pairs.right += found[a] == found[b] && person[a] == person[b];
      pairs.linked += found[a] == found[b];
      pairs.true_pairs += person[a] == person[b];
    }
  }
  return pairs;
}

}  // namespace sanaq::link
