// From what the pages of a site are made that are not a person's own, as hashes.
#pragma once
#include <string>
#include <string_view>

#include "sanaq/pages/public_view.h"

namespace sanaq::pages {

// Reads of the view everything but its persons, its facts and its corrections, which a page adds
// for itself.
class SiteInputs {
 public:
  explicit SiteInputs(const PublicView& view);

  // Returns 64 hex digits for the page at `path` (from the language's root): the program, its
  // templates and translations, what every page has around it, the corrections of this page, and
  // `own`, the hash of what else it is made from.
  [[nodiscard]] std::string of_page(std::string_view language, std::string_view path,
                                    std::string_view own) const;

  // Returns a hash of the whole case file, with the claims and the lists beside it: one that
  // changes makes all its pages anew.
  [[nodiscard]] const std::string& case_file() const { return case_file_; }

 private:
  const PublicView& view_;
  std::string around_, case_file_;
};

}  // namespace sanaq::pages
