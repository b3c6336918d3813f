#include "sanaq/draw/voice.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "sanaq/draw/markup.h"

namespace sanaq::draw {
namespace {

constexpr std::string_view no_break = "\u00a0";

}  // namespace

std::string Voice::say_isolating(const base::Message& sentence) const {
  base::Message isolating = sentence;
  for (std::string& argument : isolating.arguments) {
    const bool is_number = argument.find_first_not_of("0123456789.,% -") == argument.npos;
    if (!is_number) argument = isolated(argument);
  }
  return say(isolating);
}

std::string Voice::own(const std::string& text) const {
  const std::string* translated = translation_of(text);
  return translated == nullptr ? text : *translated;
}

std::string Voice::other_language_of(const std::string& text) const {
  if (own_ == nullptr || own_->language == language() || !own_->texts.contains(text)) return {};
  return translation_of(text) == nullptr ? own_->language : std::string();
}

const std::string* Voice::translation_of(const std::string& text) const {
  if (own_ == nullptr) return nullptr;
  const auto spoken = own_->translations.find(language());
  if (spoken == own_->translations.end()) return nullptr;
  const auto found = spoken->second.find(text);
  return found == spoken->second.end() ? nullptr : &found->second;
}

std::string Voice::count(std::string_view one, std::string_view many, std::int64_t n) const {
  std::string text = catalog_.count(one, many, n);
  const std::string plain = std::to_string(n);
  if (const std::size_t at = text.find(plain); at != text.npos)
    text.replace(at, plain.size(), number(n));
  return text;
}

std::string Voice::number(std::int64_t value) const {
  std::string digits = std::to_string(value < 0 ? -value : value);
  if (digits.size() > 4 || language() == "en") {
    for (std::ptrdiff_t at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3) {
      digits.insert(static_cast<std::size_t>(at), language() == "en" ? "," : no_break);
    }
  }
  return (value < 0 ? "\u2212" : "") + digits;
}

std::string Voice::number(double value) const {
  if (!std::isfinite(value)) return "∞";
  return number(static_cast<std::int64_t>(std::llround(value)));
}

std::string Voice::decimal(double value, int places) const {
  std::string text = fmt::format("{:.{}f}", value, places);
  if (language() != "en") std::replace(text.begin(), text.end(), '.', ',');
  return text;
}

std::string Voice::percent(double share) const {
  const double percent = share * 100;
  const bool is_whole = percent == std::round(percent);
  // 99.96 % must not read as certainty.
  const double shown = is_whole ? percent : std::clamp(std::floor(percent * 10) / 10, 0.0, 99.9);
  const bool has_tenths = shown != std::round(shown) && (shown > 99 || shown < 1);
  return decimal(shown, has_tenths ? 1 : 0) +
         (language() == "en" ? "%" : std::string(no_break) + "%");
}

std::string Voice::range(std::int64_t low, std::int64_t high) const {
  return low == high ? number(low) : number(low) + "–" + number(high);
}

std::string_view own_name(std::string_view language) {
  if (language == "ru") return "Русский";
  if (language == "kk") return "Қазақша";
  return "English";
}

}  // namespace sanaq::draw
