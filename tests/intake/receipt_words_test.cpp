#include "sanaq/intake/receipt_words.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <regex>
#include <set>

#include "sanaq/base/utf8_letter.h"
#include "sanaq/text/letters.h"

namespace sanaq::intake {
namespace {

std::u32string plain_letters(const std::string& word) {
  static const std::map<char32_t, char32_t> neighbours = {
      {U'ё', U'е'}, {U'ә', U'а'}, {U'қ', U'к'}, {U'ң', U'н'}, {U'ғ', U'г'},
      {U'ү', U'у'}, {U'ұ', U'у'}, {U'і', U'и'}, {U'ө', U'о'}, {U'һ', U'х'}};
  std::u32string letters = text::to_utf32(word);
  for (char32_t& letter : letters) {
    if (neighbours.contains(letter)) letter = neighbours.at(letter);
  }
  return letters;
}

// English spelling to sound, roughly: what somebody might write who only heard the word.
std::string english_sound(std::string word) {
  for (const auto& [from, to] :
       std::vector<std::pair<const char*, const char*>>{{"tch", "c"},
                                                        {"ough", "o"},
                                                        {"augh", "o"},
                                                        {"eigh", "e"},
                                                        {"igh", "i"},
                                                        {"ght", "t"},
                                                        {"ph", "f"},
                                                        {"sch", "sk"},
                                                        {"kn", "n"},
                                                        {"wr", "r"},
                                                        {"wh", "w"},
                                                        {"ck", "k"},
                                                        {"dge", "j"},
                                                        {"mb$", "m"},
                                                        {"gn", "n"},
                                                        {"qu", "kw"},
                                                        {"x", "ks"},
                                                        {"sc([eiy])", "s$1"},
                                                        {"c([eiy])", "s$1"},
                                                        {"[ts]ion", "shn"},
                                                        {"ch", "C"},
                                                        {"c", "k"},
                                                        {"C", "c"},
                                                        {"sh", "S"},
                                                        {"th", "T"},
                                                        {"y", "i"},
                                                        {"z", "s"},
                                                        {"e$", ""},
                                                        {"([aeiou])[aeiou]+", "$1"},
                                                        {"(.)\\1+", "$1"}})
    word = std::regex_replace(word, std::regex(from), to);
  return word;
}

// Cyrillic: voiced consonants as their voiceless twins; in Russian also the vowels that lose their
// colour where no stress falls on them.
std::u32string cyrillic_sound(const std::string& word, bool is_russian) {
  std::u32string sound;
  for (char32_t letter : plain_letters(word)) {
    const std::map<char32_t, char32_t> merged = {{U'б', U'п'}, {U'в', U'ф'}, {U'г', U'к'},
                                                 {U'д', U'т'}, {U'ж', U'ш'}, {U'з', U'с'},
                                                 {U'й', U'и'}, {U'ы', U'и'}, {U'э', U'е'}};
    const std::map<char32_t, char32_t> reduced = {
        {U'е', U'и'}, {U'э', U'и'}, {U'я', U'а'}, {U'ю', U'у'}, {U'о', U'а'}};
    if (letter == U'ъ' || letter == U'ь') continue;
    if (merged.contains(letter)) letter = merged.at(letter);
    if (is_russian && reduced.contains(letter)) letter = reduced.at(letter);
    if (sound.empty() || sound.back() != letter) sound += letter;
  }
  return sound;
}

// Whether one letter more, less or other makes one of the other.
template <typename Text>
bool is_within_one_letter(const Text& one, const Text& other) {
  const Text& shorter = one.size() < other.size() ? one : other;
  const Text& longer = one.size() < other.size() ? other : one;
  if (longer.size() - shorter.size() > 1) return false;
  const auto [left, right] = std::mismatch(shorter.begin(), shorter.end(), longer.begin());
  if (right == longer.end()) return true;
  const auto after = longer.size() == shorter.size() && left != shorter.end() ? left + 1 : left;
  return std::equal(after, shorter.end(), right + 1, longer.end());
}

template <typename Sound>
void expect_no_two_alike(const std::string& language, const Sound& sound) {
  const std::vector<std::string>& words = word_list(language);
  std::vector<decltype(sound(words[0]))> sounds;
  for (const std::string& word : words) sounds.push_back(sound(word));
  for (std::size_t one = 0; one < words.size(); ++one) {
    for (std::size_t other = one + 1; other < words.size(); ++other)
      EXPECT_FALSE(is_within_one_letter(sounds[one], sounds[other]))
          << words[one] << " and " << words[other];
  }
}

TEST(ReceiptWords, TheSearchForAlikeSoundsFindsThem) {
  EXPECT_TRUE(is_within_one_letter(std::string("abc"), std::string("abd")));
  EXPECT_TRUE(is_within_one_letter(std::string("abc"), std::string("bc")));
  EXPECT_TRUE(is_within_one_letter(std::string("abc"), std::string("abc")));
  EXPECT_FALSE(is_within_one_letter(std::string("abc"), std::string("acd")));
  EXPECT_EQ(english_sound("knight"), english_sound("night"));
  EXPECT_EQ(cyrillic_sound("плод", true), cyrillic_sound("плот", true));
}

TEST(ReceiptWords, ThereAre1024OfEachLanguageInTheirOrder) {
  for (const char* const language : {"en", "ru", "kk"}) {
    const std::vector<std::string>& words = word_list(language);
    EXPECT_EQ(1024U, words.size());
    EXPECT_TRUE(std::is_sorted(words.begin(), words.end()));
    for (const std::string& word : words) {
      EXPECT_GE(text::to_utf32(word).size(), 4U) << word;
      EXPECT_LE(text::to_utf32(word).size(), 10U) << word;
      EXPECT_EQ(word, normalised_words(word)) << word;
    }
  }
  EXPECT_EQ(word_list("en"), word_list("fr"));
}

TEST(ReceiptWords, NoTwoHaveTheSameFourFirstLettersOnAnyKeyboard) {
  for (const char* const language : {"en", "ru", "kk"}) {
    std::set<std::u32string> beginnings;
    for (const std::string& word : word_list(language))
      EXPECT_TRUE(beginnings.insert(plain_letters(word).substr(0, 4)).second) << word;
  }
}

TEST(ReceiptWords, NoTwoSoundAlike) {
  expect_no_two_alike("en", english_sound);
  expect_no_two_alike("ru", [](const std::string& word) { return cyrillic_sound(word, true); });
  expect_no_two_alike("kk", [](const std::string& word) { return cyrillic_sound(word, false); });
}

TEST(ReceiptWords, NewOnesAreTenOfTheListAndNeverTheSame) {
  std::set<std::string> seen, used;
  for (int count = 0; count < 1000; ++count) {
    const std::string words = new_receipt_words("ru");
    EXPECT_TRUE(are_ten_words(normalised_words(words)));
    EXPECT_TRUE(seen.insert(words).second);
    std::set<std::string> different;
    for (std::size_t at = 0; at < words.size(); at = words.find(' ', at) + 1) {
      used.insert(words.substr(at, words.find(' ', at) - at));
      different.insert(words.substr(at, words.find(' ', at) - at));
      if (words.find(' ', at) == words.npos) break;
    }
    EXPECT_EQ(10U, different.size()) << words;
  }
  EXPECT_GT(used.size(), 1000U);  // of 1,024, after 10,000 draws
}

TEST(ReceiptWords, AreKnownHoweverTheyAreTyped) {
  const std::string words =
      "абажур абрикос август автобус агроном адмирал адрес азбука азимут ёлка";
  const std::string known = normalised_words("абажур абрикос август автобус агроном адмирал адрес");
  EXPECT_EQ(known,
            normalised_words("  АБАЖУР,\nАбрикос  август. автобус; агроном 6) адмирал 7.адрес"));
  EXPECT_EQ(known, normalised_words("абаж абри авгу автобусы агро адми адре"));
  EXPECT_EQ(normalised_words("телёнок ёж"), normalised_words("ТЕЛЁНОК ЁЖ"));
  // A short i that was typed as two signs.
  EXPECT_EQ(normalised_words("чайник"), normalised_words("чаи\xcc\x86ник"));
}

TEST(ReceiptWords, KazakhOnesAreKnownFromARussianKeyboard) {
  EXPECT_EQ(normalised_words("әдебиет қағаз құлпынай өнер"),
            normalised_words("адебиет кагаз кулпынай онер"));
}

TEST(ReceiptWords, OnesOfNoListStayAsTheyAre) {
  EXPECT_EQ("zzzz qqqq", normalised_words("ZZZZ  qqqq"));
  EXPECT_FALSE(are_ten_words("zzzz qqqq"));
  EXPECT_FALSE(are_ten_words(""));
  EXPECT_EQ("", normalised_words(std::string(5000, ' ')));
}

TEST(ReceiptWords, MakeTheSameKeysEachTimeAndOthersForOtherWords) {
  const std::string words = normalised_words(new_receipt_words("kk"));
  EXPECT_EQ(receipt_keys(words).public_half, receipt_keys(words).public_half);
  EXPECT_NE(receipt_keys(words).public_half,
            receipt_keys(normalised_words(new_receipt_words("kk"))).public_half);
  // Whoever came once must come back with every later version (made with Python's hashlib.blake2b
  // and x25519 of cryptography).
  EXPECT_EQ("7420b456c2b6289a84679260d49d4d196dd85216e6da4e75f44be1607e5d2117",
            key_text(receipt_keys("academy accent acorn").public_half));
}

TEST(ReceiptWords, TheirTokenHoldsADayAndForTheseWordsAlone) {
  const ReceiptTokens tokens, restarted;
  const std::string words = normalised_words(new_receipt_words("en"));
  const std::string token = tokens.token(words, 100000);
  EXPECT_TRUE(tokens.is_ours(words, token, 100000));
  EXPECT_TRUE(tokens.is_ours(words, token, 100000 + 23 * 3600));
  EXPECT_FALSE(tokens.is_ours(words, token, 100000 + 25 * 3600));
  EXPECT_FALSE(tokens.is_ours(words, token, 100000 - 24 * 3600)) << "a clock that went back";
  EXPECT_FALSE(tokens.is_ours(words + " x", token, 100000));
  EXPECT_FALSE(restarted.is_ours(words, token, 100000));
  for (const char* const bad : {"", ".", "12", "12.", "x.y", "99999999999999999999.a", "-1.a"})
    EXPECT_FALSE(tokens.is_ours(words, bad, 100000)) << bad;
}

}  // namespace
}  // namespace sanaq::intake
