// Withdrawals that stand in the ledger (`sanaq withdraw`), and which leaves of the public log each
// of them closes: so that the log can say on which ground.
#pragma once
#include <cstdint>
#include <map>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "sanaq/casefile/entities.h"
#include "sanaq/disclose/hidden_names.h"
#include "sanaq/investigation/outcome.h"

namespace sanaq::disclose {

// By which entry something was withdrawn.
struct Withdrawn {
  std::string by;      // WRITER:SEQ
  std::string ground;  // a word of ledger/grounds.h
  std::string page;    // the address of the page that went, as person/ID.html; "" if it had none
};

class Withdrawals {
 public:
  // Without an outcome no person is known, and a withdrawal closes what is said of its subject.
  explicit Withdrawals(const investigation::Outcome* outcome) : outcome_(outcome) {}

  // `by`: the entry, WRITER:SEQ. In the order of the ledger: of two that close the same the first
  // is the reason. Nothing is looked for before know() was called, once, after the last.
  void add(const std::string& by, const std::string& ground, const std::string& subject);
  [[nodiscard]] bool is_empty() const { return all_.empty(); }
  void know();

  // Returns the one that closes this entry. `body`: a statement, a document or a decision, as the
  // ledger has it.
  [[nodiscard]] std::optional<Withdrawn> of_entry(const nlohmann::json& body) const;
  // Puts in by which the rows of lists and of case tables are closed, by the place of the row:
  // row_word() (row_words.h) without what stands behind its last colon.
  void find_rows(std::map<std::string, Withdrawn>& found) const;

 private:
  struct One {
    Withdrawn said;
    std::string subject;
    bool is_person = false;
    std::set<std::string> ids;           // of persons of the register
    std::vector<std::uint32_t> records;  // theirs
    std::set<std::string> identities;    // of these records
    std::set<std::string> things;        // acts, custodies and posts in which they are named
    HiddenNames names;
  };
  void know_ids();
  void know_records(One& one) const;
  void know_things(One& one) const;
  void find_rows_of_lists(const One& one, std::map<std::string, Withdrawn>& found) const;
  void find_rows_of_tables(const One& one, std::map<std::string, Withdrawn>& found) const;
  [[nodiscard]] std::vector<std::string> addresses(const One& one, const std::string& secret) const;
  [[nodiscard]] bool means(const One& one, const std::string& ref) const;
  [[nodiscard]] bool is_about(const One& one, const nlohmann::json& body) const;

  const investigation::Outcome* outcome_;
  casefile::Resolve resolve_;
  std::vector<One> all_;
};

}  // namespace sanaq::disclose
