#include "sanaq/text/asian_compare.h"

#include <algorithm>
#include <optional>

#include "sanaq/text/chinese_reading.h"
#include "sanaq/text/keys.h"

namespace sanaq::text {
namespace {

// By hand, as is every figure here; docs/method/names.md says what they rest on.
constexpr double other_syllable_bits = -12;
constexpr double other_spelling_bits = -9;
constexpr double homophone_bits = -3.5;     // 王晓明 and 王小明
constexpr double transcription_bits = 3.2;  // what a consonant that fits can say
constexpr double like_quality = 0.6;        // by sound: too like to be told apart by syllables
constexpr double least_fit = 0.5;
constexpr double full_fit_gap = 0.25;
constexpr double unfit_bits_min = -3.5;
constexpr double unfit_bits = 25;

double rarity(const Part& x, const Part& y) { return std::min(x.whole.rarity, y.whole.rarity); }

template <typename Reading>
bool share_one(const std::vector<Reading>& x, const std::vector<Reading>& y) {
  return std::any_of(x.begin(), x.end(), [&](const Reading& one) {
    return std::find(y.begin(), y.end(), one) != y.end();
  });
}

// ㅓ, ㅗ, ㅜ and ㅡ are the vowels that romanisations mix up.
bool is_near_vowel(char32_t x, char32_t y) {
  const auto both_in = [&](std::u32string_view group) {
    return group.find(x) != std::u32string_view::npos && group.find(y) != std::u32string_view::npos;
  };
  return both_in(U"eout") || both_in(U"zyx");
}

bool is_near(const KoreanReading& x, const KoreanReading& y) {
  if (x.size() != y.size() || x.size() < 6) return false;
  int near = 0;
  for (std::size_t at = 0; at < x.size(); ++at) {
    if (x[at] == y[at]) continue;
    if (at % 3 != 1 || !is_near_vowel(x[at], y[at])) return false;
    ++near;
  }
  return near == 1;
}

bool has_near(const std::vector<KoreanReading>& x, const std::vector<KoreanReading>& y) {
  return std::any_of(x.begin(), x.end(), [&](const KoreanReading& one) {
    return std::any_of(y.begin(), y.end(),
                       [&](const KoreanReading& other) { return is_near(one, other); });
  });
}

std::optional<WordScore> compare_korean(const Part& x, const Part& y) {
  const auto& left = x.asian->korean;
  const auto& right = y.asian->korean;
  if (left.empty() || right.empty()) return std::nullopt;
  if (share_one(left, right)) return WordScore{0.9, rarity(x, y)};
  const bool both_hangul = !x.asian->letters.empty() && !y.asian->letters.empty();
  if (!both_hangul && has_near(left, right)) return WordScore{0.5, rarity(x, y) / 2};
  return WordScore{0, both_hangul ? other_syllable_bits : other_spelling_bits};
}

// Two words in Han letters. A homophone is another name, if a near one.
WordScore compare_han(const Part& x, const Part& y, const WordScore& by_sound) {
  const AsianReading& left = *x.asian;
  const AsianReading& right = *y.asian;
  if (left.letters == right.letters) return {1, rarity(x, y), true};
  const bool same_sound = share_one(left.pinyin, right.pinyin);
  if (left.is_transcription || right.is_transcription) {
    if (same_sound) return {0.8, rarity(x, y)};
    return by_sound.quality >= 0.75 ? by_sound : WordScore{0, other_syllable_bits};
  }
  return {0, same_sound ? homophone_bits : other_syllable_bits};
}

std::optional<WordScore> compare_pinyin(const Part& x, const Part& y) {
  const auto& left = x.asian->pinyin;
  const auto& right = y.asian->pinyin;
  if (left.empty() || right.empty()) return std::nullopt;
  if (share_one(left, right)) return WordScore{1, rarity(x, y)};
  return WordScore{0, other_spelling_bits};
}

std::optional<WordScore> compare_transcription(const Part& han, const Part& other) {
  if (!han.asian || !han.asian->is_transcription || han.asian->pinyin.empty()) return std::nullopt;
  if (other.asian && !other.asian->letters.empty()) return std::nullopt;
  const TranscriptionFit fit = fit_transcription(han.asian->pinyin[0], latin_key(other.units));
  if (fit.consonants == 0) return std::nullopt;
  const double most = std::min(other.whole.rarity, transcription_bits * fit.consonants);
  if (fit.quality > least_fit)
    return WordScore{fit.quality, std::min(1.0, (fit.quality - least_fit) / full_fit_gap) * most};
  return WordScore{fit.quality, unfit_bits_min + (fit.quality - least_fit) * unfit_bits};
}

// What the syllables say, where both words have readings; none where nothing can be told.
std::optional<WordScore> compare_syllables(const Part& x, const Part& y,
                                           const WordScore& by_sound) {
  const auto korean = compare_korean(x, y);
  const auto pinyin = compare_pinyin(x, y);
  if (!korean && !pinyin) return std::nullopt;
  const WordScore best =
      !pinyin || (korean && korean->score_bits > pinyin->score_bits) ? *korean : *pinyin;
  // In Latin letters a like word may be misspelt, or no such name at all.
  const bool has_letters = !x.asian->letters.empty() || !y.asian->letters.empty();
  if (best.score_bits < 0 && !has_letters && by_sound.quality >= 0.75) return by_sound;
  return best;
}

// A word in its own letters against one of a name that need not be Asian, such as a company's.
std::optional<WordScore> compare_letters_alone(const Part& own, const Part& other,
                                               const WordScore& by_sound) {
  if (!own.asian || own.asian->letters.empty() || own.asian->is_transcription || other.asian)
    return std::nullopt;
  Part read = other;
  AsianReading reading;
  const std::u32string letters = to_utf32(other.text);
  if (!own.asian->korean.empty()) reading.korean = korean_readings(letters);
  if (!own.asian->pinyin.empty()) reading.pinyin = pinyin_readings(letters);
  read.asian = std::make_shared<const AsianReading>(std::move(reading));
  const auto score = compare_syllables(own, read, by_sound);
  if (score && score->score_bits < 0 && by_sound.quality >= like_quality) return std::nullopt;
  return score;
}

}  // namespace

WordScore compare_asian(const Part& x, const Part& y, const WordScore& by_sound) {
  if (x.asian && y.asian) {
    const bool both_letters = !x.asian->letters.empty() && !y.asian->letters.empty();
    if (both_letters && !x.asian->pinyin.empty() && !y.asian->pinyin.empty())
      return compare_han(x, y, by_sound);
    if (both_letters && x.asian->letters == y.asian->letters) return {1, rarity(x, y), true};
    if (x.text == y.text && x.script == y.script) return {1, rarity(x, y), true};
    if (const auto score = compare_syllables(x, y, by_sound)) return *score;
  }
  if (const auto score = compare_letters_alone(x, y, by_sound)) return *score;
  if (const auto score = compare_letters_alone(y, x, by_sound)) return *score;
  auto score = compare_transcription(x, y);
  if (!score) score = compare_transcription(y, x);
  if (!score) return by_sound;
  const bool is_better = score->score_bits > by_sound.score_bits;
  return is_better || by_sound.quality < like_quality ? *score : by_sound;
}

}  // namespace sanaq::text
