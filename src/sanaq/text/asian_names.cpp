#include "sanaq/text/asian_names.h"

#include <unicode/uscript.h>

#include <algorithm>
#include <array>

namespace sanaq::text {
namespace {

using View = std::u32string_view;

bool is_all(View word, UScriptCode wanted) {
  UErrorCode status = U_ZERO_ERROR;
  return std::all_of(word.begin(), word.end(), [&](char32_t letter) {
    return uscript_getScript(static_cast<UChar32>(letter), &status) == wanted;
  });
}

bool has_double_family_name(View word) {
  static constexpr std::array<View, 12> doubles = {U"歐陽", U"欧阳", U"司馬", U"司马",
                                                   U"諸葛", U"诸葛", U"上官", U"司徒",
                                                   U"東方", U"东方", U"夏侯", U"皇甫"};
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

}  // namespace

std::vector<Word> split_asian_names(std::vector<Word> words) {
  if (words.size() != 1) return words;
  const std::u32string word = words[0].letters;
  if (word.size() < 2 || word.size() > 4) return words;
  const bool is_han = is_all(word, USCRIPT_HAN);
  if (!is_han && !is_all(word, USCRIPT_HANGUL)) return words;
  const std::size_t family_length =
      is_han && word.size() > 2 && has_double_family_name(word) ? 2 : 1;
  Word family = words[0];
  family.letters = word.substr(0, family_length);
  if (const View latin = korean_family_name(word[0]); !is_han && !latin.empty())
    family.letters = latin;
  Word given = words[0];
  given.letters = word.substr(family_length);
  return {family, given};
}

}  // namespace sanaq::text
