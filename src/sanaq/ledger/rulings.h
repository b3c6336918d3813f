// The decisions on keys that were found so far, and the limits that follow from them. Part of
// standing.
#pragma once
#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "sanaq/ledger/known_chains.h"

namespace sanaq::ledger {

// Whose word a decision rests on. A new one makes those of weaker ones be found again from the
// beginning, so that what a thief decided about a key of his own is gone once others decide on it.
enum class Rank {
  paper,     // the recovery code
  majority,  // more than half of the other voices
  own,       // the person whose key it is
  one_vote,  // a suspension: one of two voices
};

enum class RulingKind { limit, lift, overrule };

struct Ruling {
  RulingKind kind = RulingKind::limit;
  Rank rank = Rank::own;
  std::size_t at = 0;  // which of the items brought it
  KeyEventKind event = KeyEventKind::revoked;
  std::string key;              // whose lines end, or go on again
  std::int64_t last = 0;        // of a limit
  bool ends_same = false;       // chains that rest on the key end too
  bool rests = false;           // the voice of its owner rests from there on
  std::set<std::string> keeps;  // but these
  // Persons whose membership and voice do not go with the lines that gave them, where those stand
  // before the ruling: of a majority's the other voices, of a person's own and of one vote all
  // other members, of the code on paper none.
  std::set<std::string> leaves;
  EntryPlace overruled;             // of an overrule
  std::vector<EntryPlace> entries;  // that brought it
};

// Which limits hold, by key.
class Limits {
 public:
  Limits(const KnownChains& known, const std::vector<Ruling>& rulings);

  // The limits on a key, each with how far it lets its lines be believed.
  struct Limit {
    const Ruling* ruling = nullptr;
    std::int64_t last = 0;
    bool by_same = false;  // it rests on a key that was limited
  };
  [[nodiscard]] const std::vector<Limit>& of(const std::string& key) const;
  // The strictest one; none: nothing limits the key.
  [[nodiscard]] const Limit* strictest(const std::string& key) const;
  // Whether the key counts no more behind item `at`, by other than its owner's going on under
  // another one.
  [[nodiscard]] bool is_given_up(const std::string& key, std::size_t at) const;
  [[nodiscard]] bool is_overruled(const EntryPlace& place) const {
    return overruled_.contains(place);
  }
  // The rulings that hold, in the order of the items.
  [[nodiscard]] const std::vector<const Ruling*>& in_force() const { return in_force_; }

 private:
  std::set<EntryPlace> overruled_;
  std::vector<const Ruling*> in_force_;
  std::map<std::string, std::vector<Limit>> limits_;
};

}  // namespace sanaq::ledger
