// Words that many organisations and ships bear: legal forms, numbers, countries, fields of work and
// the small words between them, in many languages. What a word means is compared, not how it is
// spelt: "Ministry" and «министерство» are one word, "Defence" and "Finance" are two.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sanaq::text {

enum class WordRole : std::uint8_t {
  name,     // in no table: it tells one organisation from another
  filler,   // of, and, company, republic: says nothing
  weak,     // group, international, service
  place,    // a country
  telling,  // a field of work or a kind of body: bank, oil, ministry, defence
  legal,    // Ltd, GmbH, АО, 有限公司
  number,   // five, пятый, iii
  sign,     // No., № before a number
  vessel,   // MV, M/T, теплоход
};

// `meaning` is one number for all words of one meaning, the number itself where the role is number,
// the class of form (limited company, joint-stock company, ...) where it is legal.
struct WordMeaning {
  WordRole role = WordRole::name;
  std::uint16_t meaning = 0;
};

// Words of one name from `at` on that the tables know together: how many, and what they mean. An
// abbreviation means several words ("Минобороны": ministry, defence).
struct KnownWords {
  std::size_t count = 0;
  std::vector<WordMeaning> meanings;
};

// Small letters without marks, as the tables have them: "société" is "societe".
[[nodiscard]] std::u32string table_key(std::u32string_view word);

// The longest phrase of the tables that begins at `keys[at]`; of phrases equally long one without
// an open ending goes first. None: the word is a name. `keys` are table keys.
[[nodiscard]] std::optional<KnownWords> find_known_words(const std::vector<std::u32string>& keys,
                                                         std::size_t at);

// A word in Chinese, Japanese or Korean letters, which are written without spaces, cut where a
// word of the tables begins or ends: 华明技术有限公司 is 华明, 技术, 有限公司.
[[nodiscard]] std::vector<std::u32string> cut_known_words(std::u32string_view word);

}  // namespace sanaq::text
