// Removes from texts of public statements what they may say about closed things: hashes and names
// of files that are not published, and what records are called inside; also what would affect the
// page around it.
#pragma once
#include <set>
#include <string>
#include <string_view>

#include "sanaq/disclose/hidden_names.h"
#include "sanaq/investigation/open_people.h"
#include "sanaq/persons/known_addresses.h"

namespace sanaq::disclose {

class PublicText {
 public:
  // `hidden` are names that may not be read in full; it and the others must outlive this.
  PublicText(const investigation::Outcome& outcome, const investigation::OpenPeople& people,
             const HiddenNames* hidden = nullptr);

  // Returns the text with each SHA-256 (64 hex digits) replaced by a commitment to it, unless its
  // file is public, and each id or address of a record replaced by the address of the person's page
  // or by `closed_reference`, and each hidden name by what is shown of it.
  [[nodiscard]] std::string cleaned(const std::string& text) const;
  // Does the same for a source or a locator, in which a record becomes the name of its list, and a
  // file is removed.
  [[nodiscard]] std::string cleaned_source(const std::string& text) const;

 private:
  [[nodiscard]] std::string hash(std::string_view digits) const;
  [[nodiscard]] bool is_known(std::string_view address) const;

  const investigation::Outcome& outcome_;
  const investigation::OpenPeople& people_;
  const HiddenNames* hidden_;
  std::set<std::string> open_hashes_;
  std::set<std::string> files_;
  mutable std::optional<persons::KnownAddresses> known_;
};

}  // namespace sanaq::disclose
