// From what a person's page is made, as one hash: a page whose inputs are what they were need not
// be made again.
#pragma once
#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "sanaq/draw/voice.h"
#include "sanaq/pages/public_view.h"

namespace sanaq::pages {

// What all pages of persons share is known by pages of a probe: a person who does not exist, with
// something in every column. Whatever changes there (templates, translations, lists, settings, the
// program) changes every hash.
class PersonInputs {
 public:
  explicit PersonInputs(const PublicView& view);

  // Returns 64 hex digits; the same for each language. Equal ones mean equal bytes of the page and
  // of those that send on to it.
  [[nodiscard]] std::string of(const PublicPerson& person) const;

  // Returns the same for all persons of the view, in their order.
  [[nodiscard]] std::vector<std::string> of_all() const;

 private:
  const PublicView& view_;
  draw::Voice voice_;  // of the main language
  std::string shared_;
  std::map<std::string, std::string, std::less<>> case_of_;  // what the case file says, by person
};

}  // namespace sanaq::pages
