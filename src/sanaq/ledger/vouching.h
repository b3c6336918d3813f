// What voices vouch for: a chain's lines up to a head, and of a fork which continuation. Part of
// standing.
#pragma once
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/ledger/known_chains.h"

namespace sanaq::ledger {

struct Vouch {
  std::size_t at = 0;  // which of the items
  std::string person;
  std::string key;
  std::int64_t last = 0;
  std::string self;
  bool is_unasked = false;  // it counts, and somebody is still to be asked
};

// What is vouched for of one writer: the lines up to `last` of this file.
struct Vouched {
  const ChainFacts* file = nullptr;
  std::int64_t last = 0;
  EntryPlace by;  // the entry that goes so far
  bool is_unasked = false;
};

class Vouches {
 public:
  // Of each person the newest word on a key counts. Where they name lines of different
  // continuations, the one that more persons name; where as many do, none beyond the parting.
  Vouches(const KnownChains& known, const std::vector<Vouch>& vouches);

  [[nodiscard]] const Vouched* of(const std::string& writer) const;
  // Whether somebody vouches for a line of this file.
  [[nodiscard]] bool cover(const EntryPlace& place, std::string_view fork) const;

 private:
  const KnownChains& known_;
  std::map<std::string, Vouched> vouched_;
};

}  // namespace sanaq::ledger
