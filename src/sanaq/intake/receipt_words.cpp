#include "sanaq/intake/receipt_words.h"

#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>
#include <map>
#include <utility>

#include "embedded/sanaq_intake.h"
#include "sanaq/base/check.h"
#include "sanaq/base/hmac.h"
#include "sanaq/base/random_bytes.h"
#include "sanaq/base/utf8_letter.h"
#include "sanaq/intake/secret_memory.h"
#include "sanaq/text/fold.h"

namespace sanaq::intake {
namespace {

constexpr std::array<std::string_view, 3> list_languages = {"en", "kk", "ru"};
constexpr std::size_t known_letters = 4;
constexpr double token_seconds = 24 * 3600.0;

struct WordList {
  std::vector<std::string> words;
  std::map<std::string, std::string, std::less<>> by_beginning;
};

// Letters that one keyboard has and another has not.
std::string_view neighbour(std::string_view letter) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 10> letters = {{{"ё", "е"},
                                                                                      {"ә", "а"},
                                                                                      {"қ", "к"},
                                                                                      {"ң", "н"},
                                                                                      {"ғ", "г"},
                                                                                      {"ү", "у"},
                                                                                      {"ұ", "у"},
                                                                                      {"і", "и"},
                                                                                      {"ө", "о"},
                                                                                      {"һ", "х"}}};
  const auto* const found = std::find_if(letters.begin(), letters.end(),
                                         [&](const auto& each) { return each.first == letter; });
  return found == letters.end() ? letter : found->second;
}

// The first four letters as every keyboard has them; all of a shorter word.
std::string beginning(std::string_view word) {
  std::string letters;
  for (std::size_t count = 0; count < known_letters && !word.empty(); ++count) {
    const std::size_t size = base::first_letter(word).size;
    letters += neighbour(word.substr(0, size));
    word.remove_prefix(size);
  }
  return letters;
}

WordList read_list(std::string_view language) {
  WordList list;
  std::string_view text = embedded_file(fmt::format("receipt-words-{}.txt", language));
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find('\n'));
    text.remove_prefix(word.size() + 1);
    list.words.emplace_back(word);
    list.by_beginning.emplace(beginning(word), word);
  }
  base::check(list.words.size() == word_list_size && list.by_beginning.size() == word_list_size,
              "a list has 1,024 words with as many beginnings");
  return list;
}

const WordList& list_of(std::string_view language) {
  static const std::array<WordList, list_languages.size()> lists = {
      read_list(list_languages[0]), read_list(list_languages[1]), read_list(list_languages[2])};
  const auto* const found = std::find(list_languages.begin(), list_languages.end(), language);
  return lists[found == list_languages.end()
                   ? 0
                   : static_cast<std::size_t>(found - list_languages.begin())];
}

// Whatever stands between words separates them, and numbers that were written along are none.
bool is_between(std::string_view letter) {
  if (letter.size() > 1) return letter == "\xc2\xab" || letter == "\xc2\xbb" || letter == "—";
  const char byte = letter[0];
  return !((byte >= 'a' && byte <= 'z') || (byte & 0x80) != 0);
}

std::vector<std::string> words_in(std::string_view folded) {
  std::vector<std::string> words(1);
  while (!folded.empty()) {
    const std::string_view letter = folded.substr(0, base::first_letter(folded).size);
    folded.remove_prefix(letter.size());
    if (!is_between(letter))
      words.back() += letter;
    else if (!words.back().empty())
      words.emplace_back();
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

// Words that all belong to the list, as it has them; none where one does not.
std::vector<std::string> found_in(const WordList& list, const std::vector<std::string>& words) {
  std::vector<std::string> found;
  for (const std::string& word : words) {
    const auto known = list.by_beginning.find(beginning(word));
    if (known == list.by_beginning.end()) return {};
    found.push_back(known->second);
  }
  return found;
}

}  // namespace

const std::vector<std::string>& word_list(std::string_view language) {
  return list_of(language).words;
}

// No word twice: whoever reads "horn, horn" takes it for a slip. That costs six hundredths of a
// bit.
std::string new_receipt_words(std::string_view language) {
  const std::vector<std::string>& list = word_list(language);
  std::vector<std::string> words;
  while (words.size() < receipt_word_count) {
    const std::string bytes = base::random_bytes(2);
    const auto number = static_cast<std::size_t>(static_cast<unsigned char>(bytes[0])) * 256 +
                        static_cast<unsigned char>(bytes[1]);
    const std::string& word = list[number % word_list_size];
    if (std::find(words.begin(), words.end(), word) == words.end()) words.push_back(word);
  }
  return joined(words);
}

std::string normalised_words(std::string_view typed) {
  constexpr std::size_t typed_most = 1000;
  const std::vector<std::string> words = words_in(text::fold(typed.substr(0, typed_most)));
  // Lists have beginnings in common: the one that has most of the words just so is meant.
  std::vector<std::string> meant;
  std::int64_t most = -1;
  for (const std::string_view language : list_languages) {
    std::vector<std::string> found = found_in(list_of(language), words);
    if (found.empty()) continue;
    std::int64_t exact = 0;
    for (std::size_t at = 0; at < words.size(); ++at) exact += found[at] == words[at] ? 1 : 0;
    if (exact <= most) continue;
    most = exact;
    meant = std::move(found);
  }
  if (!meant.empty()) return joined(meant);
  return joined(words);
}

bool are_ten_words(std::string_view normalised) {
  const std::vector<std::string> words = words_in(normalised);
  return words.size() == receipt_word_count &&
         std::any_of(list_languages.begin(), list_languages.end(), [&](std::string_view language) {
           return found_in(list_of(language), words) == words;
         });
}

KeyPair receipt_keys(std::string_view normalised) {
  base::check(sodium_init() >= 0, "libsodium can be used");
  std::string text = "sanaq receipt 1" + std::string(normalised);
  std::array<std::uint8_t, 32> secret{};
  crypto_generichash(secret.data(), secret.size(),
                     reinterpret_cast<const unsigned char*>(text.data()), text.size(), nullptr, 0);
  KeyPair pair = key_pair_of(secret);
  sodium_memzero(secret.data(), secret.size());
  wipe(text);
  return pair;
}

ReceiptTokens::ReceiptTokens() : key_(base::random_bytes(32)) {}

std::string ReceiptTokens::token(std::string_view normalised, double now) const {
  const auto minute = static_cast<std::int64_t>(now / 60);
  return fmt::format("{}.{}", minute,
                     base::hmac_sha256_hex(key_, fmt::format("words {} {}", minute, normalised)));
}

bool ReceiptTokens::is_ours(std::string_view normalised, std::string_view token, double now) const {
  const std::size_t dot = token.find('.');
  if (dot == token.npos || dot == 0 || dot > 12 ||
      token.substr(0, dot).find_first_not_of("0123456789") != token.npos)
    return false;
  const auto given = static_cast<double>(std::stoll(std::string(token.substr(0, dot)))) * 60;
  const std::string expected = this->token(normalised, given);
  return given <= now && now - given <= token_seconds && expected.size() == token.size() &&
         sodium_memcmp(expected.data(), token.data(), token.size()) == 0;
}

}  // namespace sanaq::intake
