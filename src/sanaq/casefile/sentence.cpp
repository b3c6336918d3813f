#include "sanaq/casefile/sentence.h"

#include <charconv>

namespace sanaq::casefile {
namespace {

constexpr int months_max = 200 * 12;

std::string compact(std::string_view cell) {
  std::string out;
  for (const char letter : cell) {
    if (letter == ' ' || letter == '\t') continue;
    out += letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
  }
  return out;
}

// Takes "7y" off the front. The units come in the order y, m, d, each once.
bool take(std::string_view& text, char unit, int& number) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end == text.data() + text.size() || *end != unit || value < 0)
    return false;
  number = value;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()) + 1);
  return true;
}

}  // namespace

std::optional<Sentence> read_sentence(std::string_view cell) {
  const std::string written = compact(cell);
  std::string_view rest = written;
  Sentence sentence;
  if (rest == "none") return sentence;
  if (rest.starts_with("suspended")) {
    sentence.is_suspended = true;
    rest.remove_prefix(9);
  }
  if (rest == "life") {
    sentence.is_life = true;
    return sentence.is_suspended ? std::nullopt : std::optional(sentence);
  }
  int years = 0, months = 0, days = 0;
  const bool has_years = take(rest, 'y', years);
  const bool has_months = take(rest, 'm', months);
  const bool has_days = take(rest, 'd', days);
  const bool is_absurd = years > 200 || months > months_max || days > months_max * 31;
  if (!rest.empty() || is_absurd || !(has_years || has_months || has_days)) return std::nullopt;
  sentence.months = years * 12 + months;
  sentence.days = days;
  if (sentence.months > months_max || sentence.is_none()) return std::nullopt;
  return sentence;
}

std::string sentence_text(const Sentence& sentence) {
  if (sentence.is_life) return "life";
  if (sentence.is_none()) return "none";
  std::string text = sentence.is_suspended ? "suspended " : "";
  if (sentence.months >= 12) text += std::to_string(sentence.months / 12) + "y";
  if (sentence.months % 12 != 0) text += std::to_string(sentence.months % 12) + "m";
  if (sentence.days != 0) text += std::to_string(sentence.days) + "d";
  return text;
}

}  // namespace sanaq::casefile
