// Who is one person and who is not, as verdicts say that are taken one after another.
#pragma once
#include <cstdint>
#include <set>
#include <vector>

#include "sanaq/ledger/statements.h"

namespace sanaq::persons {

class Agreed {
 public:
  // Of records 0 to `records` - 1, each of which is at first somebody of whom nothing is known.
  explicit Agreed(std::size_t records);
  // Takes `same` or `different` on these records. Returns false, and takes nothing of it, if it
  // contradicts what was taken before.
  [[nodiscard]] bool take(ledger::Verdict verdict, const std::vector<std::uint32_t>& records);
  // Returns the record by which the person of this one is known; equal for records of one person.
  [[nodiscard]] std::uint32_t root(std::uint32_t record);
  // Returns true if the two are known to be two persons.
  [[nodiscard]] bool are_apart(std::uint32_t one, std::uint32_t other);

 private:
  [[nodiscard]] std::set<std::uint32_t> roots(const std::vector<std::uint32_t>& records);
  [[nodiscard]] bool join(const std::vector<std::uint32_t>& records);
  [[nodiscard]] bool part(const std::vector<std::uint32_t>& records);

  std::vector<std::uint32_t> parent_;
  std::vector<std::vector<std::uint32_t>> apart_;  // of a root: records that are somebody else
};

}  // namespace sanaq::persons
