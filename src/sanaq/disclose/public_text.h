// Texts of public statements, without what they may carry of closed things: hashes of files that do
// not leave, their names, what records are called inside; and what would steer the page around it.
#pragma once
#include <set>
#include <string>
#include <string_view>

#include "sanaq/investigation/open_people.h"
#include "sanaq/persons/known_addresses.h"

namespace sanaq::disclose {

class PublicText {
 public:
  PublicText(const investigation::Outcome& outcome, const investigation::OpenPeople& people);

  // A SHA-256 (64 hex digits) becomes a commitment to it, unless its file is public; an id or
  // address of a record becomes the address of the person's page, or `closed_reference`.
  [[nodiscard]] std::string cleaned(const std::string& text) const;
  // The same of a source or a locator: a record is told by its list alone, a file by nothing.
  [[nodiscard]] std::string cleaned_source(const std::string& text) const;

 private:
  [[nodiscard]] std::string hash(std::string_view digits) const;
  [[nodiscard]] bool is_known(std::string_view address) const;

  const investigation::Outcome& outcome_;
  const investigation::OpenPeople& people_;
  std::set<std::string> open_hashes_;
  std::set<std::string> files_;
  mutable std::optional<persons::KnownAddresses> known_;
};

}  // namespace sanaq::disclose
