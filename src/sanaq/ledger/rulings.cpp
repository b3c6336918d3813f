#include "sanaq/ledger/rulings.h"

#include <algorithm>

namespace sanaq::ledger {
namespace {

// Every chain that rests on the key, over however many others, but for those that are kept.
std::set<std::string> resting_on(const KnownChains& known, const Ruling& ruling) {
  std::set<std::string> found;
  std::set<std::string> passed = {ruling.key};
  std::vector<std::string> open = {ruling.key};
  while (!open.empty()) {
    const std::string key = open.back();
    open.pop_back();
    for (const std::string& child : known.children(key)) {
      if (!passed.insert(child).second) continue;
      open.push_back(child);
      if (!ruling.keeps.contains(child)) found.insert(child);
    }
  }
  return found;
}

}  // namespace

Limits::Limits(const KnownChains& known, const std::vector<Ruling>& rulings) {
  std::map<std::string, std::size_t> lifted;  // key -> the last lift
  for (const Ruling& ruling : rulings) {
    if (ruling.kind == RulingKind::overrule) overruled_.insert(ruling.overruled);
    if (ruling.kind == RulingKind::lift)
      lifted[ruling.key] = std::max(lifted[ruling.key], ruling.at);
  }
  for (const Ruling& ruling : rulings) {
    if (ruling.kind == RulingKind::limit) {
      if (overruled_.contains(known.items()[ruling.at].place)) continue;
      const auto lift = lifted.find(ruling.key);
      if (ruling.rank == Rank::majority && lift != lifted.end() && ruling.at < lift->second)
        continue;
    }
    in_force_.push_back(&ruling);
  }
  std::sort(in_force_.begin(), in_force_.end(),
            [](const Ruling* left, const Ruling* right) { return left->at < right->at; });
  for (const Ruling* ruling : in_force_) {
    if (ruling->kind != RulingKind::limit) continue;
    limits_[ruling->key].push_back({ruling, ruling->last, false});
    if (!ruling->ends_same) continue;
    for (const std::string& key : resting_on(known, *ruling))
      limits_[key].push_back({ruling, 0, true});
  }
}

const std::vector<Limits::Limit>& Limits::of(const std::string& key) const {
  static const std::vector<Limit> no_limits;
  const auto found = limits_.find(key);
  return found == limits_.end() ? no_limits : found->second;
}

const Limits::Limit* Limits::strictest(const std::string& key) const {
  const std::vector<Limit>& limits = of(key);
  const auto least = std::min_element(
      limits.begin(), limits.end(),
      [](const Limit& left, const Limit& right) { return left.last < right.last; });
  return least == limits.end() ? nullptr : &*least;
}

bool Limits::is_given_up(const std::string& key, std::size_t at) const {
  const std::vector<Limit>& limits = of(key);
  return std::any_of(limits.begin(), limits.end(), [&](const Limit& limit) {
    return limit.ruling->event != KeyEventKind::replaced && limit.ruling->rank != Rank::one_vote &&
           limit.ruling->at <= at;
  });
}

}  // namespace sanaq::ledger
