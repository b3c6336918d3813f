// What may leave of each person: what `person` statements say of it, whoever may see these, and
// what is known of his death and of consent. docs/method/disclosure.md states the rules in words.
//
// Nothing here opens: a person of whom nothing is said is shown as his records and statements are.
#pragma once
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/casefile/entities.h"
#include "sanaq/casefile/person_form.h"
#include "sanaq/disclose/hidden_names.h"
#include "sanaq/investigation/open_register.h"

namespace sanaq::disclose {

struct PersonRule {
  bool is_closed = false;
  bool is_name_only = false;
  casefile::NameForm name = casefile::NameForm::full;
  casefile::PlaceForm place = casefile::PlaceForm::exact;

  [[nodiscard]] bool is_whole() const { return *this == PersonRule{}; }
  // Returns the name as it may be shown; "" if there is none.
  [[nodiscard]] std::string shown(std::string_view full_name) const;
  bool operator==(const PersonRule&) const = default;
};

// Whether a cell needs the consent of somebody who may be living. A perpetrator and the holder of a
// post are named for what they did in office; facts about a person are free for these alone.
enum class Needs { nothing, consent, consent_out_of_office };

class PersonRules {
 public:
  // `open` says which columns of each list leave. Both must outlive this.
  PersonRules(const investigation::Outcome& outcome, const investigation::OpenColumns& open);

  // Returns the rule of a record, whose person must be known to be dead if it leaves.
  [[nodiscard]] PersonRule of_record(std::uint32_t record) const;
  // Returns the rule of whoever a cell of the case file means: LIST:RECORD, an id, or a name. One
  // who cannot be found is nobody in particular.
  [[nodiscard]] PersonRule of_cell(const std::string& ref, Needs needs) const;
  // Which records are closed, and which are shown in part; empty if none is.
  [[nodiscard]] const investigation::HiddenRecords& hidden() const { return hidden_; }
  // All names of those who are closed or shown with less than their name, because it was said.
  [[nodiscard]] const HiddenNames& names() const { return names_; }
  // Returns the names by which the person of a cell is known.
  [[nodiscard]] std::vector<std::string> names_of(const std::string& ref) const;
  [[nodiscard]] std::vector<std::string> names_of_record(std::uint32_t record) const;
  // Returns true if a cell means a person whom lists or the case file know, and is no mere text.
  [[nodiscard]] bool is_somebody(const std::string& ref) const;
  // Persons about whom something was said that closes, and who are not there.
  [[nodiscard]] const std::vector<std::string>& nobody() const { return nobody_; }

 private:
  using Forms = std::map<std::string, casefile::PersonForm, std::less<>>;
  struct Known {
    std::string id;  // of a person, or empty
    casefile::PersonForm form;
    bool is_dead = false, is_in_office = false;
  };
  void read_forms();
  // Whom something public knows to be dead: no closed record opens anything.
  void read_deaths();
  void read_deaths_on_lists();
  [[nodiscard]] bool tells_a_death(std::uint32_t record) const;
  void read_offices();
  void spread(const Forms& said);
  void hide_records();
  void hide_names();
  [[nodiscard]] PersonRule rule(const casefile::PersonForm& form, bool needs_consent) const;
  [[nodiscard]] Known known(const std::string& ref) const;
  [[nodiscard]] std::string record_name(std::uint32_t record) const;

  const investigation::Outcome& outcome_;
  const investigation::OpenColumns& open_;
  casefile::Resolve resolve_;        // none if the case file is empty
  Forms by_person_;                  // ids
  Forms by_name_;                    // what a statement calls them, folded
  Forms by_written_;                 // all names of these persons, their words in one order
  std::set<std::string> listed_;     // ids of the persons of the lists
  std::set<std::string> dead_;       // ids of persons of the lists, and folded names
  std::set<std::string> in_office_;  // folded names
  std::vector<casefile::PersonForm> of_records_;  // empty if nothing is said of anybody
  investigation::HiddenRecords hidden_;
  HiddenNames names_;
  std::map<std::string, std::vector<std::string>> names_of_;  // of persons of whom it was said
  std::map<std::uint32_t, std::string> person_of_;            // of their records
  std::vector<std::string> nobody_;
};

}  // namespace sanaq::disclose
