#include "sanaq/ledger/vouching.h"

#include <algorithm>

namespace sanaq::ledger {
namespace {

// What is vouched for within one file, or before the parting.
struct Weighed {
  const ChainFacts* file = nullptr;
  std::int64_t last = 0;
  EntryPlace by;
  bool is_unasked = false;
  std::int64_t persons = 0;
};

const ChainFacts* file_with(const KnownChains& known, const Vouch& vouch) {
  for (const ChainFacts* file : known.files(vouch.key)) {
    const auto self = file->selfs.find(vouch.last);
    if (self != file->selfs.end() && self->second == vouch.self && vouch.last <= file->lines)
      return file;
  }
  return nullptr;
}

void add(Weighed& weighed, const ChainFacts* file, const Vouch& vouch, const EntryPlace& place) {
  ++weighed.persons;
  if (weighed.file != nullptr && vouch.last <= weighed.last) return;
  weighed.file = file;
  weighed.last = vouch.last;
  weighed.by = place;
  weighed.is_unasked = vouch.is_unasked;
}

}  // namespace

Vouches::Vouches(const KnownChains& known, const std::vector<Vouch>& vouches) : known_(known) {
  std::map<std::string, std::map<std::string, const Vouch*>> newest;  // key -> person
  for (const Vouch& vouch : vouches) {
    if (file_with(known, vouch) == nullptr) continue;
    const Vouch*& held = newest[vouch.key][vouch.person];
    if (held == nullptr || held->at < vouch.at) held = &vouch;
  }
  for (const auto& [key, by_person] : newest) {
    const std::int64_t parting = known.first_parting(key);
    Weighed shared;
    std::map<std::string, Weighed> parted;  // by the file's fork
    for (const auto& [person, vouch] : by_person) {
      const ChainFacts* file = file_with(known, *vouch);
      const EntryPlace& place = known.items()[vouch->at].place;
      const bool is_shared = parting == 0 || vouch->last < parting;
      add(is_shared ? shared : parted[file->fork], file, *vouch, place);
    }
    const Weighed* chosen = shared.file == nullptr ? nullptr : &shared;
    std::int64_t most = 0;
    for (const auto& [fork, weighed] : parted) most = std::max(most, weighed.persons);
    const auto has_most = [&](const auto& entry) { return entry.second.persons == most; };
    if (std::count_if(parted.begin(), parted.end(), has_most) == 1)
      chosen = &std::find_if(parted.begin(), parted.end(), has_most)->second;
    if (chosen != nullptr)
      vouched_[key] = {chosen->file, chosen->last, chosen->by, chosen->is_unasked};
  }
}

const Vouched* Vouches::of(const std::string& writer) const {
  const auto found = vouched_.find(writer);
  return found == vouched_.end() ? nullptr : &found->second;
}

bool Vouches::cover(const EntryPlace& place, std::string_view fork) const {
  const Vouched* vouched = of(place.writer);
  if (vouched == nullptr || place.seq > vouched->last) return false;
  if (fork == vouched->file->fork) return true;
  // The main chain has the lines before the parting of every fork.
  if (fork.empty()) return place.seq < vouched->file->parting;
  const std::int64_t parting = known_.first_parting(place.writer);
  return place.seq < parting;
}

}  // namespace sanaq::ledger
