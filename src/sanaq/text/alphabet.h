// The alphabet of a language, as its readers look a name up in it: how names are ordered, and under
// which letter each stands.
#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace sanaq::text {

// Orders by CLDR's rules for the language (the root order for a language that CLDR does not know).
// It holds the letters of the language, then those of English, Russian and Kazakh that it lacks.
// Reading it is safe on any thread.
class Alphabet {
 public:
  // `language` is a BCP 47 tag: "ru", "kk", "ar-x-test".
  explicit Alphabet(std::string_view language);
  ~Alphabet();
  Alphabet(const Alphabet&) = delete;
  Alphabet& operator=(const Alphabet&) = delete;

  // Returns bytes: keys of two texts compare as a dictionary of the language orders the texts.
  [[nodiscard]] std::string key(std::string_view text) const;

  struct Letter {
    std::string label;  // "Ш"; "#" for what begins with no letter of the alphabet
    std::string file;   // small Latin letters and digits, of each letter another: "sh"
  };
  // Returns the letter under which a text stands.
  [[nodiscard]] const Letter& letter_of(std::string_view text) const;

 private:
  struct Parts;
  std::unique_ptr<const Parts> parts_;
};

}  // namespace sanaq::text
