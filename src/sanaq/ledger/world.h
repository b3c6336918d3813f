// One reading of all key events in their order, under the decisions found so far: who is a member,
// who has a voice, and which event brings the next decision. Part of standing.
#pragma once
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "sanaq/ledger/known_chains.h"
#include "sanaq/ledger/rulings.h"
#include "sanaq/ledger/vouching.h"

namespace sanaq::ledger {

struct Person {
  std::string name;
  bool is_member = false, is_founder = false;
  bool has_voice = false;
  bool is_gone = false;  // no key of it counts any more
  bool is_resting = false;
  std::set<std::string> keys;       // taken in by name, or recovered
  std::set<std::string> sponsors;   // who took it in, with a voice or without
  std::set<std::string> takers;     // of those: who had a voice
  std::set<std::string> speakers;   // with a voice: who took it in or gave it a voice
  std::set<std::string> confirmed;  // keys: by another voice, or by the code on paper

  [[nodiscard]] bool is_voice() const { return has_voice && !is_gone; }
  [[nodiscard]] bool can_act() const { return is_voice() && !is_resting; }
};

// Who asked for an erasure, as it stood at its place.
struct Asked {
  std::size_t at = 0;
  std::string person;
  bool has_voice = false;
  bool is_only_voice = false;
};

// A vote that one person gave on a key; the newest counts.
struct Vote {
  std::size_t at = 0;
  KeyEventKind kind = KeyEventKind::revoked;  // or lost, or lifted
  std::int64_t last = 0;
  std::set<std::string> keeps;
};

class World {
 public:
  World(const KnownChains& known, std::string id, const std::vector<Ruling>& rulings,
        const Limits& limits, const Vouches& vouches);

  // Takes all items, or up to one that brings a ruling that is not there yet: gives it.
  // Without `may_rule` it takes them all and gives none.
  std::optional<Ruling> take_all(bool may_rule);

  [[nodiscard]] const std::map<std::string, Person>& persons() const { return persons_; }
  [[nodiscard]] std::string person_of(const std::string& key) const;
  [[nodiscard]] const Person* find(const std::string& person) const;
  [[nodiscard]] std::int64_t voice_count() const { return voice_count_; }
  // key -> person -> its newest vote
  [[nodiscard]] const std::map<std::string, std::map<std::string, Vote>>& votes() const {
    return votes_;
  }
  [[nodiscard]] const std::vector<Asked>& asked() const { return asked_; }
  [[nodiscard]] const std::vector<Vouch>& vouches_found() const { return vouched_; }

 private:
  const KnownChains& known_;
  std::string id_;
  std::set<std::size_t> ruled_;  // items that brought a ruling
  const Limits& limits_;
  const Vouches& vouches_;
  std::map<std::string, Person> persons_;
  std::map<std::string, std::string> recovered_;  // key -> person
  std::map<std::string, std::map<std::string, Vote>> votes_;
  std::map<EntryPlace, std::map<std::string, EntryPlace>> overrules_;  // entry -> person -> vote
  std::vector<Asked> asked_;
  std::vector<Vouch> vouched_;
  std::int64_t voice_count_ = 0;
  std::optional<Ruling> found_;

  // One event and who entered it.
  struct Act {
    std::size_t at = 0;
    const KeyEvent& event;
    std::string person;     // of the writer
    bool is_voice = false;  // and can act
    bool is_alone = false;  // the only voice, in a chain that nobody can have begun behind its back
  };

  [[nodiscard]] bool is_taken(std::size_t at, bool& is_parted) const;
  [[nodiscard]] bool passes_limits(std::size_t at) const;
  [[nodiscard]] Act act_of(std::size_t at, bool is_parted) const;
  void take(const Act& act);
  void found(const Act& act);
  void take_in(const Act& act);
  void give_voice(const Act& act);
  void replace(const Act& act);
  void confirm(const Act& act);
  void recover(const Act& act);
  void revoke(const Act& act);
  void revoke_own(const Act& act);
  void lift(const Act& act);
  void overrule(const Act& act);
  void vouch(const Act& act);
  void ask(std::size_t at);

  [[nodiscard]] bool has_two_speakers(const Person& person) const;
  void settle_voice(Person& person);
  void count_voices();
  void settle(std::size_t at);
  void count_votes(const Act& act);
  [[nodiscard]] static Ruling ruling_of(const Act& act, Rank rank);
  void rule(Ruling ruling);
  [[nodiscard]] bool is_ruled(std::size_t at) const { return ruled_.contains(at); }
  [[nodiscard]] std::int64_t needed(const std::string& person) const;
  [[nodiscard]] std::set<std::string> voices_but(const std::string& person) const;
  [[nodiscard]] std::set<std::string> members_but(const std::string& person) const;
  [[nodiscard]] bool is_alive(const std::string& person, std::size_t at) const;
};

}  // namespace sanaq::ledger
