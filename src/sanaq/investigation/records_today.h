// The records of today by their identities.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "sanaq/investigation/outcome.h"

namespace sanaq::investigation {

// It is made once of an outcome, which must outlive it.
class RecordsToday {
 public:
  explicit RecordsToday(const Outcome& outcome);
  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view identity) const;
  // Returns the record only if its row still says what was shown (exchange/row_words.h).
  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view identity,
                                                  std::string_view shown_digest) const;
  // Returns what is to be entered of a record that somebody looked at.
  [[nodiscard]] ledger::CellsRead cells(std::uint32_t record) const;
  // Returns true if the record still says what was read for a decision; also where the decision
  // does not say what was read.
  [[nodiscard]] bool is_as_read(const ledger::Decision& decision, std::size_t at) const;
  [[nodiscard]] const Outcome& outcome() const { return outcome_; }

 private:
  const Outcome& outcome_;
  std::unordered_map<std::string_view, std::uint32_t> records_;
};

}  // namespace sanaq::investigation
