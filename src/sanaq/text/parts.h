// The parts of a name: which word is a patronymic, an initial, a particle; what is joined; how rare
// each is.
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/text/asian_names.h"
#include "sanaq/text/known_words.h"
#include "sanaq/text/named_thing.h"
#include "sanaq/text/nicknames.h"
#include "sanaq/text/units.h"

namespace sanaq::text {

enum class PartKind : std::uint8_t { name, patronymic, initial };

// A word or a piece of it that can be compared by itself: units [begin, end), its bits by bigrams,
// its rarity.
struct Form {
  std::uint8_t begin = 0;
  std::uint8_t end = 0;  // equal to begin: there is no such form
  std::uint32_t classes = 0;
  double bits = 0;
  double rarity = 0;
  [[nodiscard]] bool exists() const { return end > begin; }
};

struct Part {
  std::string text;  // the letters, small, UTF-8: for reading and for "same letters"
  Units units;       // at most part_length_max
  Script script = Script::latin;
  PartKind kind = PartKind::name;
  std::uint8_t family_suffix = 0;  // kind of suffix (affixes.h), 0: none
  Form whole;
  Form without_article;  // ال, al-
  Form stem;             // without family suffix or, of a patronymic, the father's name
  NicknameGroups nicknames;
  std::shared_ptr<const AsianReading> asian;  // of a Chinese or Korean name
  WordMeaning known;  // of an organisation: what the word means, if the tables have it
};

constexpr std::uint8_t adjective_suffix = 100;  // a family_suffix: Харківська, of an organisation
constexpr std::size_t part_length_max = 40;
constexpr std::size_t part_count_max = 8;  // of a longer name the first eight are compared

struct PreparedName {
  std::string folded;                // fold() of the name: orders a pair, and tells equal names
  std::vector<Part> parts;           // names and patronymics in their order
  std::vector<Part> initials;        // in their order
  std::vector<std::string> numbers;  // of an organisation or a ship, sorted
  // Of an organisation: the first letters of its words, with and without the small ones; and its
  // only word letter by letter, which may be another's acronym.
  std::vector<std::string> acronyms;
  std::string spelled;
  int generation = 0;      // 0 none, 1 the elder (sr), 2 the younger (jr), 3 third ...
  int legal_class = 0;     // of an organisation; 0 none
  std::string legal_form;  // as it is written, for reading
  int words_left_out = 0;  // parts and initials beyond part_count_max
  NameKind kind = NameKind::person;
};

}  // namespace sanaq::text
