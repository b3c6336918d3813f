#include "sanaq/serve/witness_words.h"

#include <vector>

#include "sanaq/intake/receipt_words.h"

namespace sanaq::serve {
namespace {

std::vector<std::string> words_of(std::string_view normalised) {
  std::vector<std::string> words;
  while (!normalised.empty()) {
    const std::size_t end = std::min(normalised.find(' '), normalised.size());
    words.emplace_back(normalised.substr(0, end));
    normalised.remove_prefix(std::min(end + 1, normalised.size()));
  }
  return words;
}

}  // namespace

void fill_words(Filling& filling, std::string_view normalised, const Reception& reception) {
  filling.places["words"] = normalised;
  if (!intake::are_ten_words(normalised)) return;
  filling.places["words_token"] = reception.tokens.token(normalised, reception.now());
  int number = 0;
  for (const std::string& word : words_of(normalised))
    filling.places["word" + std::to_string(++number)] = word;
}

std::string nth_word(std::string_view normalised, int number) {
  const std::vector<std::string> words = words_of(normalised);
  const auto at = static_cast<std::size_t>(number - 1);
  return at < words.size() ? words[at] : "";
}

// Read together with the others: a word alone may belong to another list.
bool is_nth_word(std::string_view typed, std::string_view normalised, int number) {
  std::vector<std::string> words = words_of(normalised);
  const auto at = static_cast<std::size_t>(number - 1);
  if (at >= words.size() || typed.find_first_not_of(' ') == typed.npos) return false;
  words[at] = typed;
  std::string joined;
  for (const std::string& word : words) joined += word + " ";
  return intake::normalised_words(joined) == normalised;
}

}  // namespace sanaq::serve
