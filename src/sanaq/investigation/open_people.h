// Which persons the cells of public statements mean, judged by what is public alone.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "sanaq/casefile/entities.h"
#include "sanaq/investigation/open_register.h"
#include "sanaq/persons/known_addresses.h"

namespace sanaq::investigation {

// Names are joined to the persons of the open register by open cells and public statements, as
// join_case_names() joins them to the whole register; what closed records or statements say has no
// effect.
class OpenPeople {
 public:
  // `said` are the public statements. The outcome must outlive this.
  OpenPeople(const Outcome& outcome, const OpenRegister& shown,
             const std::vector<casefile::Statement>& said);

  // Returns the address of the person's page for LIST:RECORD, an id or address under any secret, or
  // a name; "" if the person has no page.
  [[nodiscard]] std::string page(const std::string& ref) const;
  // Returns the same name for all names that mean one human being without a page: the first of
  // them. For a name that is the only one, returns the name itself.
  [[nodiscard]] std::string first_name(const std::string& name) const;

 private:
  const Outcome& outcome_;
  casefile::Resolve resolve_;
  std::map<std::string, std::string> first_names_;        // id of a person of the case file alone
  std::map<std::string, bool> pages_;                     // addresses
  std::map<std::uint32_t, std::string> page_of_record_;   // index in outcome_
  mutable std::optional<persons::KnownAddresses> known_;  // made where a cell asks for it
};

}  // namespace sanaq::investigation
