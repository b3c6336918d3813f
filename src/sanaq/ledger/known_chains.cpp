#include "sanaq/ledger/known_chains.h"

#include <algorithm>
#include <tuple>

namespace sanaq::ledger {
namespace {

const std::string none;
const std::vector<std::string> no_writers;

template <typename Value>
const Value& value_or(const std::map<std::string, Value>& map, const std::string& key,
                      const Value& otherwise) {
  const auto found = map.find(key);
  return found == map.end() ? otherwise : found->second;
}

}  // namespace

KnownChains::KnownChains(const Facts& facts, const SignatureCheck& check) : check_(check) {
  for (const ChainFacts& chain : facts.chains) by_writer_[chain.writer].push_back(&chain);
  for (auto& [writer, files] : by_writer_) {
    std::sort(files.begin(), files.end(), [](const ChainFacts* left, const ChainFacts* right) {
      return left->fork < right->fork;
    });
  }
  for (const PlacedEvent& event : facts.events)
    items_.push_back(
        {PlacedKind::key_event, event.clock, event.event.place, event.fork, &event, nullptr});
  const auto add = [&](PlacedKind kind, const std::vector<PlacedEntry>& entries) {
    for (const PlacedEntry& entry : entries)
      items_.push_back({kind, entry.clock, entry.place, entry.fork, nullptr, &entry});
  };
  add(PlacedKind::erasure, facts.erasures);
  add(PlacedKind::retraction, facts.retractions);
  add(PlacedKind::secret, facts.secrets);
  std::sort(items_.begin(), items_.end(), [](const Item& left, const Item& right) {
    return std::tie(left.clock, left.place, left.fork) <
           std::tie(right.clock, right.place, right.fork);
  });
  for (std::size_t at = 0; at < items_.size(); ++at) {
    if (items_[at].event != nullptr) events_.emplace(items_[at].place, at);
  }
  link_same();
  find_roots();
}

// A chain names one key, and that key signed it. Of forks that differ in this the smallest key is
// taken: whichever it is has signed.
void KnownChains::link_same() {
  for (const auto& [writer, files] : by_writer_) {
    for (const ChainFacts* file : files) {
      if (!file->opening || file->opening->same.empty() || file->opening->same == writer) continue;
      const KeyEvent& opening = *file->opening;
      if (!check_(same_text(opening.investigation, writer), opening.same_signature, opening.same))
        continue;
      std::string& parent = parents_[writer];
      if (parent.empty() || opening.same < parent) parent = opening.same;
    }
  }
}

// A ring of keys that each rest on the next has its smallest key as root.
void KnownChains::find_roots() {
  for (const auto& [writer, files] : by_writer_) {
    std::set<std::string> passed;
    std::string at = writer;
    while (passed.insert(at).second && !parent(at).empty()) at = parent(at);
    if (parent(at).empty()) {
      roots_[writer] = at;
      continue;
    }
    std::set<std::string> ring;
    while (ring.insert(at).second) at = parent(at);
    roots_[writer] = *ring.begin();
  }
  for (const auto& [writer, parent] : parents_) children_[parent].push_back(writer);
  for (const auto& [writer, root] : roots_) writers_of_[root].push_back(writer);
}

const std::vector<const ChainFacts*>& KnownChains::files(const std::string& writer) const {
  static const std::vector<const ChainFacts*> no_files;
  return value_or(by_writer_, writer, no_files);
}

const ChainFacts* KnownChains::file(const std::string& writer, std::string_view fork) const {
  for (const ChainFacts* file : files(writer)) {
    if (file->fork == fork) return file;
  }
  return nullptr;
}

const std::string& KnownChains::parent(const std::string& writer) const {
  return value_or(parents_, writer, none);
}

const std::string& KnownChains::root(const std::string& writer) const {
  const auto found = roots_.find(writer);
  return found == roots_.end() ? writer : found->second;
}

const std::vector<std::string>& KnownChains::children(const std::string& key) const {
  return value_or(children_, key, no_writers);
}

const std::vector<std::string>& KnownChains::writers_of(const std::string& root) const {
  return value_or(writers_of_, root, no_writers);
}

std::optional<std::size_t> KnownChains::event_at(const EntryPlace& place) const {
  const auto found = events_.find(place);
  return found == events_.end() ? std::nullopt : std::optional(found->second);
}

bool KnownChains::began_under(const std::string& writer, const std::string& id) const {
  return std::any_of(files(writer).begin(), files(writer).end(), [&](const ChainFacts* file) {
    if (!file->opening) return id == no_id && file->first_signed == 0;
    return id == (file->opening->kind == KeyEventKind::founded ? file->opening_hash
                                                               : file->opening->investigation);
  });
}

std::string KnownChains::recovery_key(const std::string& writer, const std::string& id) const {
  std::set<std::string> named;
  for (const ChainFacts* file : files(writer)) {
    if (file->opening && file->opening_hash == id) return file->opening->recovery;
    named.insert(file->opening ? file->opening->recovery : "");
  }
  return named.size() == 1 ? *named.begin() : "";
}

std::string KnownChains::founder_of(const std::string& id) const {
  for (const auto& [writer, files] : by_writer_) {
    for (const ChainFacts* file : files) {
      if (file->opening && file->opening->kind == KeyEventKind::founded && file->opening_hash == id)
        return writer;
    }
  }
  return "";
}

std::int64_t KnownChains::first_parting(const std::string& writer) const {
  std::int64_t first = 0;
  for (const ChainFacts* file : files(writer)) {
    if (file->parting > 0) first = first == 0 ? file->parting : std::min(first, file->parting);
  }
  return first;
}

}  // namespace sanaq::ledger
