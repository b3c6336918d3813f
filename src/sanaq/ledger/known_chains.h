// The facts of a folder, sorted and looked up: which chain names which id, which keys are one
// person's by their own word, in which order everything was entered. Part of standing.
#pragma once
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "sanaq/ledger/standing_facts.h"

namespace sanaq::ledger {

enum class PlacedKind { key_event, erasure, retraction, secret };

// One entry of those that standing looks at, in the order of all entries.
struct Item {
  PlacedKind kind = PlacedKind::key_event;
  std::int64_t clock = 0;
  EntryPlace place;
  std::string fork;
  const PlacedEvent* event = nullptr;  // of a key event
  const PlacedEntry* entry = nullptr;  // of the others
};

class KnownChains {
 public:
  // Both must outlive this.
  KnownChains(const Facts& facts, const SignatureCheck& check);

  [[nodiscard]] const std::vector<Item>& items() const { return items_; }
  [[nodiscard]] const SignatureCheck& check() const { return check_; }

  // The files of a writer, the main chain first; none where it has no chain here.
  [[nodiscard]] const std::vector<const ChainFacts*>& files(const std::string& writer) const;
  [[nodiscard]] const ChainFacts* file(const std::string& writer, std::string_view fork) const;
  [[nodiscard]] const std::map<std::string, std::vector<const ChainFacts*>>& by_writer() const {
    return by_writer_;
  }
  // The key that a chain rests on by its `same`; "" for none.
  [[nodiscard]] const std::string& parent(const std::string& writer) const;
  // The last key that is reached so: it names the person.
  [[nodiscard]] const std::string& root(const std::string& writer) const;
  [[nodiscard]] const std::vector<std::string>& children(const std::string& key) const;
  // The writers that have a chain here and this key as their root.
  [[nodiscard]] const std::vector<std::string>& writers_of(const std::string& root) const;
  // Which of the items is the key event at a place; its main chain's before a fork's.
  [[nodiscard]] std::optional<std::size_t> event_at(const EntryPlace& place) const;
  // Whether a file of the writer names this id in its first signed line; no_id: it has none.
  [[nodiscard]] bool began_under(const std::string& writer, const std::string& id) const;
  // The recovery key that the writer's opening names: of the founder of `id` that of the founding
  // line, of others "" where forks name different ones.
  [[nodiscard]] std::string recovery_key(const std::string& writer, const std::string& id) const;
  // The writer whose founding line has this hash; "" for none.
  [[nodiscard]] std::string founder_of(const std::string& id) const;
  // Where the first fork parts; 0: none.
  [[nodiscard]] std::int64_t first_parting(const std::string& writer) const;

 private:
  const SignatureCheck& check_;
  std::vector<Item> items_;
  std::map<std::string, std::vector<const ChainFacts*>> by_writer_;
  std::map<std::string, std::string> parents_, roots_;
  std::map<std::string, std::vector<std::string>> children_, writers_of_;
  std::map<EntryPlace, std::size_t> events_;

  void link_same();
  void find_roots();
};

}  // namespace sanaq::ledger
