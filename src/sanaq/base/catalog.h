// Sentences in the reader's language, from the compiled gettext catalogues that are built in.
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/base/message.h"

namespace sanaq::base {

// The languages are "en" (the msgids themselves), "ru" and "kk". For an unknown language, and for
// a sentence without a translation, the English is returned.
class Catalog {
 public:
  explicit Catalog(std::string_view language = "en");
  ~Catalog();
  Catalog(Catalog&&) noexcept;
  Catalog& operator=(Catalog&&) noexcept;
  [[nodiscard]] const std::string& language() const;
  [[nodiscard]] std::string say(const Message& message) const;
  [[nodiscard]] std::string say(std::string_view id) const;  // a sentence without arguments
  // Returns the plural form for n by the language's rule (Unicode CLDR, by ICU), with n in place of
  // {}.
  [[nodiscard]] std::string count(std::string_view one, std::string_view many,
                                  std::int64_t n) const;
  [[nodiscard]] static std::vector<std::string> languages();
  // Returns the catalogue as its translators wrote it (po_text.h); empty for English and for a
  // language that is not built in.
  [[nodiscard]] static std::string_view source(std::string_view language);

 private:
  struct Entries;
  std::unique_ptr<Entries> entries_;
};

}  // namespace sanaq::base
