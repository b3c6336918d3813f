#include "sanaq/text/asian_names.h"

#include <unicode/uscript.h>

#include <algorithm>
#include <array>

#include "sanaq/text/chinese_reading.h"

namespace sanaq::text {
namespace {

using View = std::u32string_view;

constexpr char32_t first_east_asian = 0x2E80;  // Hangul Jamo of old texts aside

bool is_all(View word, UScriptCode wanted) {
  UErrorCode status = U_ZERO_ERROR;
  return std::all_of(word.begin(), word.end(), [&](char32_t letter) {
    return uscript_getScript(static_cast<UChar32>(letter), &status) == wanted;
  });
}

bool has_double_family_name(View word) {
  static constexpr std::array<View, 14> doubles = {U"欧阳", U"司马", U"诸葛", U"上官", U"司徒",
                                                   U"东方", U"夏侯", U"皇甫", U"尉迟", U"남궁",
                                                   U"황보", U"제갈", U"선우", U"독고"};
  return std::any_of(doubles.begin(), doubles.end(),
                     [&](View pair) { return word.starts_with(pair); });
}

struct FamilyName {
  char32_t syllable;
  View latin;
};

// As Koreans write them in passports, where romanisation by rule would mislead.
View korean_family_name(char32_t syllable) {
  static constexpr std::array<FamilyName, 52> names = {{
      {U'김', U"kim"},   {U'이', U"lee"},  {U'박', U"park"}, {U'최', U"choi"}, {U'정', U"jung"},
      {U'강', U"kang"},  {U'조', U"cho"},  {U'윤', U"yoon"}, {U'장', U"jang"}, {U'임', U"lim"},
      {U'한', U"han"},   {U'오', U"oh"},   {U'서', U"seo"},  {U'신', U"shin"}, {U'권', U"kwon"},
      {U'황', U"hwang"}, {U'안', U"ahn"},  {U'송', U"song"}, {U'전', U"jeon"}, {U'홍', U"hong"},
      {U'유', U"yoo"},   {U'고', U"ko"},   {U'문', U"moon"}, {U'양', U"yang"}, {U'손', U"son"},
      {U'배', U"bae"},   {U'백', U"baek"}, {U'허', U"heo"},  {U'남', U"nam"},  {U'심', U"shim"},
      {U'노', U"noh"},   {U'하', U"ha"},   {U'곽', U"kwak"}, {U'성', U"sung"}, {U'차', U"cha"},
      {U'주', U"joo"},   {U'우', U"woo"},  {U'구', U"koo"},  {U'민', U"min"},  {U'류', U"ryu"},
      {U'나', U"na"},    {U'진', U"jin"},  {U'지', U"ji"},   {U'엄', U"eom"},  {U'채', U"chae"},
      {U'원', U"won"},   {U'천', U"chun"}, {U'방', U"bang"}, {U'공', U"kong"}, {U'현', U"hyun"},
      {U'함', U"ham"},   {U'변', U"byun"},
  }};
  const auto found = std::find_if(names.begin(), names.end(), [&](const FamilyName& name) {
    return name.syllable == syllable;
  });
  return found == names.end() ? View() : found->latin;
}

// How the name of a person may be read; no spelling: not in Chinese.
struct Languages {
  bool korean = false;
  std::optional<ChineseSpelling> chinese;
};

constexpr Languages hangul = {true, std::nullopt};
constexpr Languages han = {false, ChineseSpelling::pinyin};

std::shared_ptr<const AsianReading> reading_of(View letters, Languages languages) {
  AsianReading reading;
  if (is_all(letters, USCRIPT_HAN) || is_all(letters, USCRIPT_HANGUL)) reading.letters = letters;
  if (languages.korean) reading.korean = korean_readings(letters);
  if (languages.chinese) reading.pinyin = pinyin_readings(letters, *languages.chinese);
  return std::make_shared<const AsianReading>(std::move(reading));
}

AsianPart part_of(const Word& from, View letters, Languages languages) {
  AsianPart part{from, reading_of(letters, languages)};
  part.word.letters = letters;
  return part;
}

// ---- in their own letters

std::vector<AsianPart> own_letters(const Word& family, View family_letters, const Word& given,
                                   View given_letters) {
  const bool is_han = is_all(family_letters, USCRIPT_HAN);
  std::vector<AsianPart> parts = {part_of(family, family_letters, is_han ? han : hangul),
                                  part_of(given, given_letters, is_han ? han : hangul)};
  if (const View latin = korean_family_name(family_letters[0]);
      !is_han && family_letters.size() == 1 && !latin.empty())
    parts[0].word.letters = latin;
  return parts;
}

// Foreign names: each word by its sound. Hangul is read by its letters then, as any script is.
std::vector<AsianPart> foreign_words(const std::vector<Word>& words) {
  std::vector<AsianPart> parts;
  for (const Word& word : words) {
    AsianReading reading;
    reading.letters = word.letters;
    reading.is_transcription = is_all(word.letters, USCRIPT_HAN);
    if (reading.is_transcription) reading.pinyin = pinyin_readings(word.letters);
    parts.push_back({word, std::make_shared<const AsianReading>(std::move(reading))});
  }
  return parts;
}

std::vector<AsianPart> name_in_own_letters(const std::vector<Word>& words) {
  const View first = words[0].letters;
  const std::size_t family_length = first.size() > 2 && has_double_family_name(first) ? 2 : 1;
  if (words.size() == 1 && first.size() >= 2 && first.size() <= 4)
    return own_letters(words[0], first.substr(0, family_length), words[0],
                       first.substr(family_length));
  if (words.size() == 2 && first.size() <= 2 && words[1].letters.size() <= 2 &&
      (first.size() == 1 || has_double_family_name(first)))
    return own_letters(words[0], first, words[1], words[1].letters);
  const bool is_single_letter = words.size() == 1 && first.size() == 1;
  return is_single_letter ? std::vector<AsianPart>() : foreign_words(words);
}

// ---- in Latin or Cyrillic letters

std::size_t syllable_count(const std::string& reading) {
  return static_cast<std::size_t>(std::count(reading.begin(), reading.end(), '|')) + 1;
}

// Can the word be read in this language, with so many syllables at most?
bool reads_korean(View word, std::size_t syllables_max) {
  const auto readings = korean_readings(word);
  return std::any_of(readings.begin(), readings.end(), [&](const KoreanReading& reading) {
    return reading.size() <= 3 * syllables_max;
  });
}

bool reads_chinese(View word, ChineseSpelling spelling, std::size_t syllables_max) {
  const auto readings = pinyin_readings(word, spelling);
  return std::any_of(readings.begin(), readings.end(), [&](const std::string& reading) {
    return syllable_count(reading) <= syllables_max;
  });
}

// Every word but the one at `place` is of the given name: two syllables, each a word or both one.
template <typename Reads>
bool all_read(const std::vector<Word>& words, std::size_t place, Reads reads) {
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (at != place && !reads(words[at].letters, words.size() > 2 ? 1U : 2U)) return false;
  }
  return true;
}

// Which word is the family name, the first or the last; none if the words are no such name.
std::optional<std::size_t> korean_family_place(const std::vector<Word>& words) {
  const auto first = korean_family_rank(words.front().letters);
  const auto last = korean_family_rank(words.back().letters);
  if (!first && !last) return std::nullopt;
  const std::size_t place = !first || (last && *last < *first) ? words.size() - 1 : 0;
  if (!all_read(words, place, reads_korean)) return std::nullopt;
  return place;
}

std::optional<std::size_t> chinese_family_place(const std::vector<Word>& words,
                                                ChineseSpelling spelling) {
  const bool first_fits = is_chinese_family_name(words.front().letters, spelling);
  if (!first_fits && !is_chinese_family_name(words.back().letters, spelling)) return std::nullopt;
  const std::size_t place = first_fits ? 0 : words.size() - 1;
  const auto reads = [&](View word, std::size_t syllables_max) {
    return reads_chinese(word, spelling, syllables_max);
  };
  if (!all_read(words, place, reads)) return std::nullopt;
  return place;
}

std::vector<AsianPart> romanised_name(const std::vector<Word>& words, bool is_cyrillic) {
  // In Cyrillic letters a Korean name has its syllables apart: Ким Мин Су is one, Ким Ольга not.
  const auto korean = is_cyrillic && words.size() == 2 ? std::nullopt : korean_family_place(words);
  Languages languages = {korean.has_value(), std::nullopt};
  std::optional<std::size_t> chinese;
  const auto spellings = is_cyrillic ? std::vector<ChineseSpelling>{ChineseSpelling::palladius}
                                     : std::vector<ChineseSpelling>{ChineseSpelling::pinyin,
                                                                    ChineseSpelling::wade_giles};
  for (const ChineseSpelling spelling : spellings) {
    if (chinese) break;
    chinese = chinese_family_place(words, spelling);
    if (chinese) languages.chinese = spelling;
  }
  if (!korean && !chinese) return {};
  const std::size_t place = korean ? *korean : *chinese;
  std::u32string given;
  const Word* given_word = nullptr;
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (at == place) continue;
    if (given_word == nullptr) given_word = &words[at];
    given += words[at].letters;
  }
  AsianPart family = part_of(words[place], words[place].letters, languages);
  AsianPart rest = part_of(*given_word, given, languages);
  if (place == 0) return {std::move(family), std::move(rest)};
  return {std::move(rest), std::move(family)};
}

bool all_between(const std::vector<Word>& words, char32_t first, char32_t last) {
  return std::all_of(words.begin(), words.end(), [&](const Word& word) {
    return word.letters[0] >= first && word.letters[0] <= last;
  });
}

}  // namespace

std::shared_ptr<const AsianReading> reading_of_letters(View word) {
  const bool is_han = is_all(word, USCRIPT_HAN);
  if (!is_han && !is_all(word, USCRIPT_HANGUL)) return nullptr;
  return reading_of(word, is_han ? han : hangul);
}

std::vector<AsianPart> asian_name(const std::vector<Word>& words) {
  if (words.empty()) return {};
  if (words[0].letters[0] < first_east_asian) {
    if (words.size() < 2 || words.size() > 3) return {};
    if (all_between(words, U'a', U'z')) return romanised_name(words, false);
    if (all_between(words, U'а', U'ё')) return romanised_name(words, true);
    return {};
  }
  const auto all = [&](UScriptCode script) {
    return std::all_of(words.begin(), words.end(),
                       [&](const Word& word) { return is_all(word.letters, script); });
  };
  if (all(USCRIPT_HAN) || all(USCRIPT_HANGUL)) return name_in_own_letters(words);
  return {};
}

}  // namespace sanaq::text
