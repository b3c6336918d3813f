#include "sanaq/persons/agreed.h"

#include <algorithm>
#include <numeric>

namespace sanaq::persons {

Agreed::Agreed(std::size_t records) : parent_(records), apart_(records) {
  std::iota(parent_.begin(), parent_.end(), 0U);
}

bool Agreed::take(ledger::Verdict verdict, const std::vector<std::uint32_t>& records) {
  return verdict == ledger::Verdict::same ? join(records) : part(records);
}

std::uint32_t Agreed::root(std::uint32_t at) {
  while (parent_[at] != at) at = parent_[at] = parent_[parent_[at]];
  return at;
}

bool Agreed::are_apart(std::uint32_t one, std::uint32_t other) {
  const std::uint32_t person = root(other);
  const std::vector<std::uint32_t>& others = apart_[root(one)];
  return std::any_of(others.begin(), others.end(),
                     [&](std::uint32_t record) { return root(record) == person; });
}

std::set<std::uint32_t> Agreed::roots(const std::vector<std::uint32_t>& records) {
  std::set<std::uint32_t> found;
  for (const std::uint32_t record : records) found.insert(root(record));
  return found;
}

bool Agreed::join(const std::vector<std::uint32_t>& records) {
  const std::set<std::uint32_t> together = roots(records);
  for (const std::uint32_t one : together) {
    for (const std::uint32_t other : apart_[one]) {
      if (together.contains(root(other))) return false;
    }
  }
  const std::uint32_t whole = *together.begin();
  for (const std::uint32_t one : together) {
    if (one == whole) continue;
    parent_[one] = whole;
    apart_[whole].insert(apart_[whole].end(), apart_[one].begin(), apart_[one].end());
  }
  return true;
}

bool Agreed::part(const std::vector<std::uint32_t>& records) {
  if (roots(records).size() < std::set<std::uint32_t>(records.begin(), records.end()).size())
    return false;
  for (const std::uint32_t one : records) {
    for (const std::uint32_t other : records) {
      if (one != other) apart_[root(one)].push_back(other);
    }
  }
  return true;
}

}  // namespace sanaq::persons
