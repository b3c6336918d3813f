#include "sanaq/ledger/world.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace sanaq::ledger {
namespace {

using enum KeyEventKind;

// What is taken even after a fork's parting, from all continuations: it makes nobody a voice by
// itself. Otherwise whoever has one key could undo, by a fork, what two voices agreed on.
bool outlives_a_fork(KeyEventKind kind) {
  return kind == founded || kind == member || kind == voice || kind == confirmed ||
         kind == recovered;
}

bool is_about_standing(KeyEventKind kind) {
  return kind == member || kind == voice || kind == confirmed;
}

}  // namespace

World::World(const KnownChains& known, std::string id, const std::vector<Ruling>& rulings,
             const Limits& limits, const Vouches& vouches)
    : known_(known), id_(std::move(id)), limits_(limits), vouches_(vouches) {
  for (const Ruling& ruling : rulings) ruled_.insert(ruling.at);
}

std::optional<Ruling> World::take_all(bool may_rule) {
  for (std::size_t at = 0; at < known_.items().size(); ++at) {
    if (known_.items()[at].kind == PlacedKind::erasure) ask(at);
    bool is_parted = false;
    if (known_.items()[at].kind == PlacedKind::key_event && is_taken(at, is_parted))
      take(act_of(at, is_parted));
    if (found_ && may_rule) return found_;
    found_.reset();
    if (is_ruled(at)) settle(at);
  }
  return std::nullopt;
}

// --- what is taken ---

bool World::is_taken(std::size_t at, bool& is_parted) const {
  const Item& item = known_.items()[at];
  const KeyEvent& event = item.event->event;
  const ChainFacts* file = known_.file(item.place.writer, item.fork);
  if (!item.event->is_signed || file == nullptr) return false;
  if (item.place.seq > std::min(file->lines, file->clock_end)) return false;
  if (event.kind == founded)
    return file->opening_hash == id_ && file->first_signed == item.place.seq;
  if (event.investigation != id_ || event.kind == joined) return false;
  if (limits_.is_overruled(item.place)) return false;
  const std::int64_t parting = known_.first_parting(item.place.writer);
  if (parting > 0 && item.place.seq >= parting) {
    is_parted = !vouches_.cover(item.place, item.fork);
    if (is_parted && !outlives_a_fork(event.kind)) return false;
  }
  return passes_limits(at);
}

// A decision leaves others what they were at its place: otherwise one could saw off the branch on
// which those sit who would object.
bool World::passes_limits(std::size_t at) const {
  const Item& item = known_.items()[at];
  const KeyEvent& event = item.event->event;
  const std::vector<Limits::Limit>& limits = limits_.of(item.place.writer);
  return std::all_of(limits.begin(), limits.end(), [&](const Limits::Limit& limit) {
    if (item.place.seq <= limit.last) return true;
    return is_about_standing(event.kind) && at < limit.ruling->at &&
           limit.ruling->leaves.contains(person_of(event.key));
  });
}

World::Act World::act_of(std::size_t at, bool is_parted) const {
  const Item& item = known_.items()[at];
  const std::string& writer = item.place.writer;
  Act act{at, item.event->event, person_of(writer)};
  const Person* person = find(act.person);
  act.is_voice = person != nullptr && person->can_act();
  // A chain that rests on another by `same` can be begun at any clock by whoever has that key.
  const bool is_first_hand =
      person != nullptr && (known_.parent(writer).empty() || person->confirmed.contains(writer));
  act.is_alone = act.is_voice && voice_count_ == 1 && is_first_hand && !is_parted;
  return act;
}

void World::take(const Act& act) {
  switch (act.event.kind) {
    case founded:
      return found(act);
    case member:
      return take_in(act);
    case voice:
      return give_voice(act);
    case replaced:
      return replace(act);
    case confirmed:
      return confirm(act);
    case recovered:
      return recover(act);
    case revoked:
    case lost:
      return revoke(act);
    case lifted:
      return lift(act);
    case overruled:
      return overrule(act);
    case vouched:
      return vouch(act);
    case begun:
    case joined:
      return;
  }
}

// --- members and voices ---

void World::found(const Act& act) {
  Person& founder = persons_[act.person];
  founder.is_member = founder.is_founder = founder.has_voice = true;
  founder.name = act.event.name;
  founder.keys.insert(act.event.key);
  founder.is_gone = !is_alive(act.person, act.at);
  count_voices();
}

void World::take_in(const Act& act) {
  const std::string& key = act.event.key;
  const Person* sponsor = find(act.person);
  const std::string taken = person_of(key);
  if (sponsor == nullptr || !sponsor->is_member || taken == act.person) return;
  if (!known_.files(key).empty() && !known_.began_under(key, act.event.began)) return;
  Person& person = persons_[taken];
  const bool was_voice = person.is_voice();
  if (!person.is_member) person.name = act.event.name;
  person.is_member = true;
  person.keys.insert(key);
  person.is_gone = !is_alive(taken, act.at);
  const bool is_new_sponsor = !person.is_founder && person.sponsors.insert(act.person).second;
  if (act.is_voice) {
    person.takers.insert(act.person);
    person.speakers.insert(act.person);
  }
  if (act.is_alone) person.has_voice = true;
  if (person.is_voice() != was_voice) count_voices();
  settle_voice(person);
  // A second sponsor makes a voice independent of the first, so that its word counts elsewhere.
  if (!is_new_sponsor || !person.has_voice || person.sponsors.size() != 2) return;
  for (auto& [name, other] : persons_) settle_voice(other);
}

void World::give_voice(const Act& act) {
  const std::string given = person_of(act.event.key);
  const auto person = persons_.find(given);
  if (!act.is_voice || given == act.person || person == persons_.end()) return;
  if (!person->second.is_member) return;
  person->second.speakers.insert(act.person);
  if (act.is_alone) {
    person->second.has_voice = true;
    count_voices();
  }
  settle_voice(person->second);
}

// Two persons with a voice have to speak for a third: one who took it in, and one whom that one did
// not take in. Where a plain member took it in, any two.
bool World::has_two_speakers(const Person& person) const {
  if (person.takers.empty()) return person.speakers.size() >= 2;
  const auto is_independent = [this](const std::string& who, const std::string& of) {
    const Person& speaker = persons_.at(who);
    return who != of &&
           (speaker.is_founder || speaker.sponsors.size() > 1 || !speaker.sponsors.contains(of));
  };
  return std::any_of(person.takers.begin(), person.takers.end(), [&](const std::string& taker) {
    return std::any_of(person.speakers.begin(), person.speakers.end(),
                       [&](const std::string& speaker) { return is_independent(speaker, taker); });
  });
}

void World::settle_voice(Person& person) {
  if (person.has_voice || !person.is_member || !has_two_speakers(person)) return;
  person.has_voice = true;
  count_voices();
}

void World::count_voices() {
  voice_count_ = std::count_if(persons_.begin(), persons_.end(),
                               [](const auto& entry) { return entry.second.is_voice(); });
}

// What the decision that an item once brought does from there on, also where the item itself is not
// believed any more.
void World::settle(std::size_t at) {
  for (const Ruling* ruling : limits_.in_force()) {
    if (ruling->at != at) continue;
    if (ruling->kind == RulingKind::lift) votes_[ruling->key].clear();
    const auto person = persons_.find(person_of(ruling->key));
    if (ruling->kind != RulingKind::limit || person == persons_.end()) continue;
    person->second.is_gone = !is_alive(person->first, at);
    if (ruling->rests) person->second.is_resting = true;
  }
  count_voices();
}

bool World::is_alive(const std::string& person, std::size_t at) const {
  const auto counts = [&](const std::string& key) { return !limits_.is_given_up(key, at); };
  const auto any = [&](const auto& keys) { return std::any_of(keys.begin(), keys.end(), counts); };
  if (any(known_.writers_of(person))) return true;
  for (const auto& [key, owner] : recovered_) {
    if (owner == person && any(known_.writers_of(key))) return true;
  }
  const Person* known = find(person);
  return known != nullptr && any(known->keys);
}

// --- a person's own keys ---

void World::replace(const Act& act) {
  const auto person = persons_.find(act.person);
  if (person == persons_.end() || !person->second.is_member) return;
  if (!is_ruled(act.at)) {
    Ruling ruling = ruling_of(act, Rank::own);
    ruling.rests = true;
    ruling.leaves = members_but(act.person);
    rule(std::move(ruling));
  }
}

void World::confirm(const Act& act) {
  const std::string& key = act.event.key;
  const std::string owner = person_of(key);
  const auto person = persons_.find(owner);
  if (!act.is_voice || owner == act.person || person == persons_.end()) return;
  if (!person->second.is_member || limits_.is_given_up(key, act.at)) return;
  person->second.is_resting = false;
  person->second.confirmed.insert(key);
}

void World::recover(const Act& act) {
  const KeyEvent& event = act.event;
  const std::string owner = person_of(event.of);
  const auto person = persons_.find(owner);
  if (person == persons_.end() || !person->second.is_member) return;
  // The new key is nobody's yet.
  const Person* present = find(act.person);
  if (act.person != event.key || (present != nullptr && present->is_member)) return;
  const std::string recovery = known_.recovery_key(owner, id_);
  if (recovery.empty() ||
      !known_.check()(recovered_text(id_, event), event.recovery_signature, recovery))
    return;
  if (!is_ruled(act.at)) {
    Ruling ruling = ruling_of(act, Rank::paper);
    ruling.key = event.of;
    ruling.ends_same = true;
    rule(std::move(ruling));
  }
  recovered_[event.key] = owner;
  person->second.keys.insert(event.key);
  person->second.confirmed.insert(event.key);
  person->second.is_resting = person->second.is_gone = false;
  count_voices();
}

void World::revoke_own(const Act& act) {
  const auto person = persons_.find(act.person);
  if (person == persons_.end() || !person->second.is_member) return;
  const std::string& writer = act.event.place.writer;
  if (!is_ruled(act.at)) {
    Ruling ruling = ruling_of(act, Rank::own);
    ruling.ends_same = true;
    ruling.keeps.insert(writer);
    ruling.leaves = members_but(act.person);
    // Whoever has one key of a person can do this: what is left has to be confirmed.
    ruling.rests = !person->second.confirmed.contains(writer) || act.event.key == writer;
    rule(std::move(ruling));
  }
}

Ruling World::ruling_of(const Act& act, Rank rank) {
  Ruling ruling;
  ruling.rank = rank;
  ruling.at = act.at;
  ruling.event = act.event.kind;
  ruling.key = act.event.key;
  ruling.last = act.event.last_believed;
  ruling.keeps = {act.event.keeps.begin(), act.event.keeps.end()};
  ruling.entries = {act.event.place};
  return ruling;
}

// --- votes ---

std::int64_t World::needed(const std::string& person) const {
  const Person* known = find(person);
  const std::int64_t others = voice_count_ - (known != nullptr && known->is_voice() ? 1 : 0);
  return others / 2 + 1;
}

std::set<std::string> World::voices_but(const std::string& person) const {
  std::set<std::string> voices;
  for (const auto& [name, known] : persons_) {
    if (name != person && known.is_voice()) voices.insert(name);
  }
  return voices;
}

std::set<std::string> World::members_but(const std::string& person) const {
  std::set<std::string> members;
  for (const auto& [name, known] : persons_) {
    if (name != person && known.is_member) members.insert(name);
  }
  return members;
}

void World::revoke(const Act& act) {
  const std::string owner = person_of(act.event.key);
  if (owner == act.person) return revoke_own(act);
  if (!act.is_voice || (voice_count_ == 1 && !act.is_alone)) return;
  votes_[act.event.key][act.person] = {act.at,
                                       act.event.kind,
                                       act.event.last_believed,
                                       {act.event.keeps.begin(), act.event.keeps.end()}};
  count_votes(act);
}

void World::count_votes(const Act& act) {
  const std::string owner = person_of(act.event.key);
  const Person* accused = find(owner);
  // One of two voices cannot revoke the other one's key: standing_of() suspends it.
  if (voice_count_ == 2 && accused != nullptr && accused->is_voice()) return;
  std::vector<const Vote*> votes;
  for (const auto& [person, vote] : votes_[act.event.key]) {
    if (person != owner && vote.kind != lifted && find(person)->is_voice()) votes.push_back(&vote);
  }
  const auto majority = static_cast<std::size_t>(needed(owner));
  if (votes.size() < majority || is_ruled(act.at)) return;
  std::sort(votes.begin(), votes.end(),
            [](const Vote* left, const Vote* right) { return left->last < right->last; });
  Ruling ruling = ruling_of(act, Rank::majority);
  ruling.last = votes[majority - 1]->last;
  for (const Limits::Limit& limit : limits_.of(ruling.key)) {
    if (limit.ruling->rank == Rank::majority && !limit.by_same && limit.ruling->at < act.at &&
        limit.last <= ruling.last)
      return;
  }
  ruling.ends_same = true;
  ruling.keeps = votes.front()->keeps;
  ruling.leaves = voices_but(owner);
  ruling.entries.clear();
  for (const Vote* vote : votes) {
    std::erase_if(ruling.keeps, [&](const std::string& key) { return !vote->keeps.contains(key); });
    ruling.entries.push_back(known_.items()[vote->at].place);
  }
  std::sort(ruling.entries.begin(), ruling.entries.end());
  rule(std::move(ruling));
}

void World::lift(const Act& act) {
  const std::string& key = act.event.key;
  const std::string owner = person_of(key);
  if (!act.is_voice || owner == act.person || (voice_count_ == 1 && !act.is_alone)) return;
  auto& votes = votes_[key];
  votes[act.person] = {act.at, lifted, 0, {}};
  if (is_ruled(act.at)) return;
  const std::vector<Limits::Limit>& limits = limits_.of(key);
  const bool is_limited =
      std::any_of(limits.begin(), limits.end(), [&](const Limits::Limit& limit) {
        return limit.ruling->rank == Rank::majority && !limit.by_same && limit.ruling->at < act.at;
      });
  Ruling ruling = ruling_of(act, Rank::majority);
  ruling.kind = RulingKind::lift;
  ruling.entries.clear();
  for (const auto& [person, vote] : votes) {
    if (vote.kind == lifted && find(person)->is_voice())
      ruling.entries.push_back(known_.items()[vote.at].place);
  }
  if (!is_limited || static_cast<std::int64_t>(ruling.entries.size()) < needed(owner)) return;
  std::sort(ruling.entries.begin(), ruling.entries.end());
  rule(std::move(ruling));
}

void World::overrule(const Act& act) {
  const EntryPlace& place = *act.event.entry;
  const auto at = known_.event_at(place);
  if (!at || *at >= act.at) return;
  const KeyEvent& event = known_.items()[*at].event->event;
  const std::string owner = person_of(place.writer);
  const bool is_own =
      event.kind == replaced || event.kind == recovered ||
      ((event.kind == revoked || event.kind == lost) && person_of(event.key) == owner);
  if (!is_own || !act.is_voice || owner == act.person) return;
  if (voice_count_ == 1 && !act.is_alone) return;
  overrules_[place][act.person] = act.event.place;
  Ruling ruling = ruling_of(act, Rank::majority);
  ruling.kind = RulingKind::overrule;
  ruling.entries.clear();
  ruling.key = place.writer;
  ruling.overruled = place;
  for (const auto& [person, vote] : overrules_[place]) {
    if (person != owner && find(person)->is_voice()) ruling.entries.push_back(vote);
  }
  // One other person alone never outdoes the code on paper.
  const std::int64_t majority =
      std::max<std::int64_t>(needed(owner), event.kind == recovered ? 2 : 1);
  if (is_ruled(act.at) || static_cast<std::int64_t>(ruling.entries.size()) < majority) return;
  std::sort(ruling.entries.begin(), ruling.entries.end());
  rule(std::move(ruling));
}

void World::rule(Ruling ruling) {
  if (!found_) found_ = std::move(ruling);
}

// --- vouching and erasing ---

void World::vouch(const Act& act) {
  if (!act.is_voice) return;
  // Of one's own chain only a key that others confirmed says which continuation is the right one:
  // a thief can begin chains that rest on the key that he has.
  const std::string& writer = act.event.place.writer;
  if (person_of(act.event.key) == act.person && !find(act.person)->confirmed.contains(writer))
    return;
  vouched_.push_back({act.at, act.person, act.event.key, act.event.last_believed, act.event.self,
                      act.event.is_unasked});
}

void World::ask(std::size_t at) {
  const Item& item = known_.items()[at];
  const std::int64_t parting = known_.first_parting(item.place.writer);
  const bool is_parted =
      parting > 0 && item.place.seq >= parting && !vouches_.cover(item.place, item.fork);
  Asked asked{at, person_of(item.place.writer)};
  const Person* person = find(asked.person);
  asked.has_voice = person != nullptr && person->can_act();
  asked.is_only_voice =
      asked.has_voice && voice_count_ == 1 && !is_parted &&
      (known_.parent(item.place.writer).empty() || person->confirmed.contains(item.place.writer));
  asked_.push_back(std::move(asked));
}

// --- looking up ---

std::string World::person_of(const std::string& key) const {
  const std::string& root = known_.root(key);
  const auto found = recovered_.find(root);
  return found == recovered_.end() ? root : found->second;
}

const Person* World::find(const std::string& person) const {
  const auto found = persons_.find(person);
  return found == persons_.end() ? nullptr : &found->second;
}

}  // namespace sanaq::ledger
