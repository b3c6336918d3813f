// How drawings and pages speak one language: their sentences and numbers.
#pragma once
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "sanaq/base/catalog.h"

namespace sanaq::draw {

// The texts that somebody wrote in his own language, and what they are in others.
struct OwnTexts {
  std::string language;  // in which they are written
  std::set<std::string> texts;
  // By language, then by text.
  std::map<std::string, std::map<std::string, std::string>> translations;
};

class Voice {
 public:
  // A language without a catalogue speaks English and keeps its own name.
  explicit Voice(std::string_view language) : language_(language), catalog_(language) {}
  // `own` must outlive the voice.
  Voice(std::string_view language, const OwnTexts& own)
      : language_(language), catalog_(language), own_(&own) {}
  [[nodiscard]] const std::string& language() const { return language_; }
  [[nodiscard]] const base::Catalog& catalog() const { return catalog_; }
  [[nodiscard]] std::string say(const base::Message& sentence) const {
    return catalog_.say(sentence);
  }
  // Returns the same; every argument that is not a number is isolated, so that it does not change
  // the direction of the sentence around it.
  [[nodiscard]] std::string say_isolating(const base::Message& sentence) const;
  [[nodiscard]] std::string say(std::string_view sentence) const { return catalog_.say(sentence); }
  // Returns what one of the own texts is in this language; any other text as it is, and one that
  // was not translated.
  [[nodiscard]] std::string own(const std::string& text) const;
  // Returns the language of own(text) if that is another than this one: text is an own text without
  // a translation. Else "".
  [[nodiscard]] std::string other_language_of(const std::string& text) const;
  // Returns the plural form for n, with n, its digits grouped, in place of {}.
  [[nodiscard]] std::string count(std::string_view one, std::string_view many,
                                  std::int64_t n) const;

  // Returns "12,345" in English. Other languages have no-break spaces instead of commas, and
  // numbers of four digits are not grouped.
  [[nodiscard]] std::string number(std::int64_t value) const;
  [[nodiscard]] std::string number(double value) const;  // rounded to whole persons
  [[nodiscard]] std::string decimal(double value, int places) const;
  [[nodiscard]] std::string percent(double share) const;  // 0.9 -> 90 %; never rounded up to 100 %
  // Returns a single number if both are equal.
  [[nodiscard]] std::string range(std::int64_t low, std::int64_t high) const;

 private:
  [[nodiscard]] const std::string* translation_of(const std::string& text) const;

  std::string language_;
  base::Catalog catalog_;
  const OwnTexts* own_ = nullptr;
};

// Returns what a language calls itself: "Русский".
[[nodiscard]] std::string_view own_name(std::string_view language);

}  // namespace sanaq::draw
