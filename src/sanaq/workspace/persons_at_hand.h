// Who is who among the lists that are held, looked up at once: made once of the same lists.
#pragma once
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "sanaq/exchange/row_words.h"
#include "sanaq/link/result.h"
#include "sanaq/persons/known_addresses.h"
#include "sanaq/persons/register.h"
#include "sanaq/workspace/bench.h"
#include "sanaq/workspace/held.h"

namespace sanaq::workspace {

class PersonsAtHand {
 public:
  // The lists must have been linked, and must outlive it.
  explicit PersonsAtHand(const Held& held);

  [[nodiscard]] const investigation::Outcome& outcome() const { return outcome_; }
  [[nodiscard]] const exchange::RowWords& words() const { return words_; }

  // nullptr: nobody's, since it is out of scope.
  [[nodiscard]] const persons::Person* of_record(std::uint32_t record) const;
  // The person who has, or ever had, this id or address; of the case file alone too. nullptr: none.
  // Any thread may call it.
  [[nodiscard]] const persons::Person* called(std::string_view id) const;
  // Whether it is of the register, and not of the case file alone.
  [[nodiscard]] bool is_of_lists(const persons::Person& person) const;

  // Indices of persons of the register, those whom most lists name first.
  [[nodiscard]] const std::vector<std::uint32_t>& most_listed_first() const { return in_order_; }
  // The pairs of records of one person that linking kept, in the order of their records.
  [[nodiscard]] std::vector<const link::Pair*> pairs_of(const persons::Person& person) const;

 private:
  [[nodiscard]] const persons::Person* at(std::uint32_t index) const;

  const investigation::Outcome& outcome_;
  exchange::RowWords words_;
  std::vector<std::uint32_t> person_of_;  // one a record; behind those of the register the others
  std::unordered_map<std::string_view, std::uint32_t> records_;  // by id
  std::vector<std::uint32_t> in_order_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs_;  // person, pair
  mutable std::mutex mutex_;
  mutable std::unique_ptr<persons::KnownAddresses> addresses_;  // once an address is asked for
};

using PersonsNow = std::shared_ptr<const PersonsAtHand>;
// It keeps the lists for as long as it is kept itself. `held` must have been linked.
[[nodiscard]] PersonsNow persons_at_hand(const HeldNow& held);
// The same of the lists that are held now. Throws Error{conflict} where they were not counted yet.
[[nodiscard]] PersonsNow persons_now(const Bench& bench);

}  // namespace sanaq::workspace
