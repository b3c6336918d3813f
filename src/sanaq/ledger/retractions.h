// Which entries a retraction takes out of force.
#pragma once
#include <set>
#include <utility>
#include <vector>

#include "sanaq/ledger/entry.h"

namespace sanaq::ledger {

class Retractions {
 public:
  // In the order of the union.
  void note(const EntryPlace& retraction, const EntryPlace& target) {
    found_.emplace_back(retraction, target);
  }
  // A retraction that was itself retracted, by one that stands, takes nothing.
  [[nodiscard]] std::set<EntryPlace> retracted() const;

 private:
  std::vector<std::pair<EntryPlace, EntryPlace>> found_;
};

}  // namespace sanaq::ledger
