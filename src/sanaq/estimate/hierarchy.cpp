#include "sanaq/estimate/hierarchy.h"

#include <algorithm>
#include <bit>

#include "sanaq/base/check.h"

namespace sanaq::estimate {

namespace {

bool smaller(std::uint32_t a, std::uint32_t b) {
  return std::popcount(a) != std::popcount(b) ? std::popcount(a) < std::popcount(b) : a < b;
}

// All interactions of two lists or more but the one of all lists, smaller ones first.
std::vector<std::uint32_t> possible_terms(int lists) {
  std::vector<std::uint32_t> terms;
  const std::uint32_t all = (1U << lists) - 1;
  for (std::uint32_t mask = 1; mask < all; ++mask) {
    if (std::popcount(mask) >= 2) terms.push_back(mask);
  }
  std::sort(terms.begin(), terms.end(), smaller);
  return terms;
}

bool has(const Hierarchy& model, std::uint32_t term) {
  return std::find(model.begin(), model.end(), term) != model.end();
}

// Whether all that lies one list below the term is in the model.
bool may_enter(const Hierarchy& model, std::uint32_t term) {
  if (std::popcount(term) == 2) return true;
  for (std::uint32_t rest = term; rest != 0; rest &= rest - 1) {
    if (!has(model, term & ~(rest & (0 - rest)))) return false;
  }
  return true;
}

bool may_leave(const Hierarchy& model, std::uint32_t term) {
  return std::none_of(model.begin(), model.end(),
                      [&](std::uint32_t other) { return other != term && (other & term) == term; });
}

void extend(const std::vector<std::uint32_t>& terms, std::size_t next, Hierarchy& model,
            std::vector<Hierarchy>& found) {
  if (next == terms.size()) {
    found.push_back(model);
    return;
  }
  extend(terms, next + 1, model, found);
  if (!may_enter(model, terms[next])) return;
  model.push_back(terms[next]);
  extend(terms, next + 1, model, found);
  model.pop_back();
}

}  // namespace

std::vector<Hierarchy> all_hierarchies(int lists) {
  base::check(lists >= 2 && lists <= all_hierarchies_lists_max,
              "all hierarchies are made for 2 to 5 lists");
  std::vector<Hierarchy> found;
  Hierarchy model;
  extend(possible_terms(lists), 0, model, found);
  return found;
}

std::vector<Hierarchy> neighbours(const Hierarchy& model, int lists) {
  std::vector<Hierarchy> found;
  for (const std::uint32_t term : possible_terms(lists)) {
    Hierarchy other = model;
    if (has(model, term)) {
      if (!may_leave(model, term)) continue;
      std::erase(other, term);
    } else {
      if (!may_enter(model, term)) continue;
      other.push_back(term);
      std::sort(other.begin(), other.end(), smaller);
    }
    found.push_back(std::move(other));
  }
  return found;
}

std::string hierarchy_name(const Hierarchy& model, int lists) {
  std::vector<std::uint32_t> parts;
  for (const std::uint32_t term : model) {
    if (may_leave(model, term)) parts.push_back(term);
  }
  std::uint32_t named = 0;
  for (const std::uint32_t part : parts) named |= part;
  for (int list = 0; list < lists; ++list) {
    if (((named >> list) & 1U) == 0) parts.push_back(1U << list);
  }
  std::vector<std::string> names;
  for (const std::uint32_t part : parts) {
    std::string name;
    for (int list = 0; list < lists; ++list) {
      if (((part >> list) & 1U) != 0) name += static_cast<char>('A' + list);
    }
    names.push_back(std::move(name));
  }
  std::sort(names.begin(), names.end());
  std::string all;
  for (const std::string& name : names) all += (all.empty() ? "" : " ") + name;
  return all;
}

}  // namespace sanaq::estimate
