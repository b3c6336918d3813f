#include "sanaq/disclose/hidden_names.h"

#include <algorithm>

#include "sanaq/base/utf8_letter.h"
#include "sanaq/text/fold.h"
#include "sanaq/text/romanise.h"

namespace sanaq::disclose {
namespace {

constexpr std::size_t letters_min = 3;  // of a word that tells somebody
constexpr std::size_t stem_min = 4;     // letters from which on a word may have an ending
constexpr std::size_t ending_max = 3;   // letters of an ending
constexpr std::size_t start_letters = 3;

bool is_of_a_word(const base::Utf8Letter& letter) {
  const char32_t code = letter.code;
  if (!letter.is_whole) return false;
  if (code < 0x80)
    return (code >= '0' && code <= '9') || (code >= 'a' && code <= 'z') ||
           (code >= 'A' && code <= 'Z') || code == '\'' || code == '-';
  const bool is_space_or_sign = code <= 0xBF || code == 0xD7 || code == 0xF7 ||
                                (code >= 0x2000 && code <= 0x206F && code != 0x2019 &&
                                 code != 0x2018 && code != 0x2010 && code != 0x2011) ||
                                (code >= 0x3000 && code <= 0x303F) || code == 0xFF0C;
  return !is_space_or_sign;
}

// What two spellings of a name have in common: Latin letters, folded.
std::string plain(std::string_view word) { return text::fold(text::romanise(word)); }

std::string_view without_last_vowel(std::string_view word) {
  static constexpr std::string_view soft = "aeiouy'";
  return !word.empty() && soft.find(word.back()) != soft.npos ? word.substr(0, word.size() - 1)
                                                              : word;
}

// "sarsenbayeva" and "sarsenbayevym" are "sarsenbayev" with endings.
bool is_same_word(std::string_view written, std::string_view word) {
  if (written == word) return true;
  const std::string_view stem = without_last_vowel(word);
  if (stem.size() < stem_min || !written.starts_with(stem)) return false;
  return written.size() - stem.size() <= ending_max;
}

std::string start_of(std::string_view word) { return std::string(word.substr(0, start_letters)); }

std::vector<std::string> plain_words(std::string_view name) {
  std::vector<std::string> words;
  for (const TextWord& word : words_of(name)) words.push_back(word.folded);
  return words;
}

}  // namespace

std::vector<TextWord> words_of(std::string_view text) {
  std::vector<TextWord> words;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size()) {
      const base::Utf8Letter letter = base::first_letter(text.substr(end));
      if (!is_of_a_word(letter)) break;
      end += letter.size;
    }
    if (end > at) {
      std::string folded = plain(text.substr(at, end - at));
      if (!folded.empty()) words.push_back({std::move(folded), at, end});
      at = end;
    } else {
      at += base::first_letter(text.substr(at)).size;
    }
  }
  return words;
}

bool has_word_of(std::string_view text, const std::vector<std::string>& names) {
  const std::vector<TextWord> words = words_of(text);
  return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
    const std::vector<std::string> of_name = plain_words(name);
    return std::any_of(of_name.begin(), of_name.end(), [&](const std::string& word) {
      return word.size() >= letters_min &&
             std::any_of(words.begin(), words.end(),
                         [&](const TextWord& one) { return is_same_word(one.folded, word); });
    });
  });
}

void HiddenNames::add(std::string_view name, const std::string& shown) {
  std::vector<std::string> words = plain_words(name);
  const auto letters = std::max_element(
      words.begin(), words.end(),
      [](const auto& left, const auto& right) { return left.size() < right.size(); });
  if (words.empty() || letters->size() < letters_min) return;
  const auto remember = [&](std::vector<std::string> own) {
    const bool is_known = std::any_of(names_.begin(), names_.end(),
                                      [&](const Name& one) { return one.words == own; });
    if (is_known) return;
    by_start_.emplace(start_of(own.front()), names_.size());
    names_.push_back({std::move(own), shown});
  };
  remember(words);
  if (words.size() < 2) return;
  // "Family Given Patronymic" is also called "Given Patronymic Family", and "Given Family".
  std::vector<std::string> turned = words;
  std::rotate(turned.begin(), turned.begin() + 1, turned.end());
  remember(turned);
  remember({words[0], words[1]});
  remember({words[1], words[0]});
}

bool HiddenNames::is_name(std::string_view text) const {
  const std::vector<TextWord> words = words_of(text);
  const Name* name = words.empty() ? nullptr : name_at(words, 0);
  return name != nullptr && name->words.size() == words.size();
}

const HiddenNames::Name* HiddenNames::name_at(const std::vector<TextWord>& words,
                                              std::size_t at) const {
  const Name* longest = nullptr;
  const auto [from, to] = by_start_.equal_range(start_of(words[at].folded));
  for (auto one = from; one != to; ++one) {
    const Name& name = names_[one->second];
    if (name.words.size() > words.size() - at) continue;
    const bool is_here = std::equal(name.words.begin(), name.words.end(),
                                    words.begin() + static_cast<std::ptrdiff_t>(at),
                                    [](const std::string& word, const TextWord& written) {
                                      return is_same_word(written.folded, word);
                                    });
    if (is_here && (longest == nullptr || name.words.size() > longest->words.size()))
      longest = &name;
  }
  return longest;
}

std::string HiddenNames::without(const std::string& text) const {
  if (names_.empty() || text.empty()) return text;
  const std::vector<TextWord> words = words_of(text);
  std::string out;
  std::size_t copied = 0;
  for (std::size_t at = 0; at < words.size();) {
    const Name* name = name_at(words, at);
    if (name == nullptr) {
      ++at;
      continue;
    }
    out += text.substr(copied, words[at].begin - copied) + name->shown;
    at += name->words.size();
    copied = words[at - 1].end;
  }
  return out + text.substr(copied);
}

}  // namespace sanaq::disclose
