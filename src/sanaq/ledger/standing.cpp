#include "sanaq/ledger/standing.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "sanaq/ledger/keys.h"
#include "sanaq/ledger/known_chains.h"
#include "sanaq/ledger/rulings.h"
#include "sanaq/ledger/vouching.h"
#include "sanaq/ledger/world.h"

namespace sanaq::ledger {
namespace {

// --- the investigations that were founded here ---

std::vector<FoundedId> founded_ids(const KnownChains& known) {
  std::vector<FoundedId> ids;
  std::vector<std::pair<std::string, std::string>> joins;  // founder's root, the other id
  for (const Item& item : known.items()) {
    if (item.event == nullptr || !item.event->is_signed) continue;
    const ChainFacts* file = known.file(item.place.writer, item.fork);
    if (file == nullptr || item.place.seq > std::min(file->lines, file->clock_end)) continue;
    const KeyEvent& event = item.event->event;
    if (event.kind == KeyEventKind::founded && item.place.seq == file->first_signed)
      ids.push_back({file->opening_hash, item.place.writer, event.name, item.place, ""});
    const std::int64_t parting = known.first_parting(item.place.writer);
    if (event.kind == KeyEventKind::joined && (parting == 0 || item.place.seq < parting))
      joins.emplace_back(known.root(item.place.writer), event.investigation);
  }
  const auto standing_id = [&](const std::string& id) {
    return std::any_of(ids.begin(), ids.end(), [&](const FoundedId& founded) {
      return founded.id == id && founded.left_for.empty();
    });
  };
  for (const auto& [founder, other] : joins) {
    if (!standing_id(other)) continue;
    for (FoundedId& founded : ids) {
      if (known.root(founded.founder) == founder && founded.id != other && founded.left_for.empty())
        founded.left_for = other;
    }
  }
  return ids;
}

// --- an id's decisions ---

// All readings are done again after each new decision, under all that were found.
struct Settled {
  std::vector<Ruling> rulings;
  std::vector<Vouch> vouches;
};

bool add_new(const std::vector<Vouch>& found, std::vector<Vouch>& vouches) {
  const std::size_t before = vouches.size();
  for (const Vouch& vouch : found) {
    const bool is_there = std::any_of(vouches.begin(), vouches.end(),
                                      [&](const Vouch& there) { return there.at == vouch.at; });
    if (!is_there) vouches.push_back(vouch);
  }
  return vouches.size() > before;
}

// One reading under what is settled, with what it rests on; it stays where it was made.
struct Reading {
  Reading(const KnownChains& known, const std::string& id, const Settled& settled)
      : limits(known, settled.rulings),
        vouches(known, settled.vouches),
        world(known, id, settled.rulings, limits, vouches) {}
  Limits limits;
  Vouches vouches;
  World world;
};

Settled settle(const KnownChains& known, const std::string& id) {
  Settled settled;
  for (;;) {
    Reading reading(known, id, settled);
    if (auto ruling = reading.world.take_all(true)) {
      std::erase_if(settled.rulings,
                    [&](const Ruling& other) { return other.rank > ruling->rank; });
      settled.rulings.push_back(std::move(*ruling));
      settled.vouches.clear();
      continue;
    }
    if (!add_new(reading.world.vouches_found(), settled.vouches)) return settled;
  }
}

// Whether a majority decided on the key at a vote or after it.
bool is_decided(const Limits& limits, const std::string& key, std::size_t at) {
  const std::vector<Limits::Limit>& of_key = limits.of(key);
  return std::any_of(of_key.begin(), of_key.end(), [&](const Limits::Limit& limit) {
    return limit.ruling->rank == Rank::majority && !limit.by_same && limit.ruling->at >= at;
  });
}

// Where there are two voices, what one of them says against a key suspends it. That is judged by
// the voices that there are in the end: nobody can go back to when there were two.
void suspend(const KnownChains& known, const std::string& id, Settled& settled) {
  Reading reading(known, id, settled);
  World& world = reading.world;
  (void)world.take_all(false);
  if (world.voice_count() != 2) return;
  for (const auto& [key, votes] : world.votes()) {
    const std::string owner = world.person_of(key);
    Ruling ruling;
    ruling.rank = Rank::one_vote;
    ruling.key = key;
    ruling.ends_same = true;
    ruling.last = std::numeric_limits<std::int64_t>::max();
    for (const auto& [person, vote] : votes) {
      if (vote.kind == KeyEventKind::lifted || person == owner) continue;
      if (!world.find(person)->is_voice() || is_decided(reading.limits, key, vote.at)) continue;
      ruling.last = std::min(ruling.last, vote.last);
      ruling.at = std::max(ruling.at, vote.at);
      ruling.event = vote.kind;
      ruling.keeps.insert(vote.keeps.begin(), vote.keeps.end());
      ruling.entries.push_back(known.items()[vote.at].place);
    }
    if (ruling.entries.empty()) continue;
    for (const auto& [person, state] : world.persons()) {
      if (state.is_member && person != owner) ruling.leaves.insert(person);
    }
    std::sort(ruling.entries.begin(), ruling.entries.end());
    settled.rulings.push_back(std::move(ruling));
  }
}

// --- what follows ---

// Puts the result together from the last reading.
class Assembly {
 public:
  Assembly(const KnownChains& known, const StandingOptions& options, const Reading& reading,
           Standing& standing)
      : known_(known), options_(options), reading_(reading), standing_(standing) {}

  void fill() {
    fill_members();
    for (const auto& [writer, files] : known_.by_writer())
      standing_.keys[writer] = key_standing(writer);
    fill_decisions();
    fill_open_votes();
    find_heirs();
    fill_erasures();
    fill_secret();
  }

 private:
  const KnownChains& known_;
  const StandingOptions& options_;
  const Reading& reading_;
  Standing& standing_;
  std::map<std::string, std::set<std::string>> heirs_;  // key of format 1 -> its successors

  [[nodiscard]] bool is_member(const std::string& writer) const {
    const Person* person = reading_.world.find(reading_.world.person_of(writer));
    return person != nullptr && person->is_member;
  }

  void fill_members() {
    for (const auto& [name, person] : reading_.world.persons()) {
      if (!person.is_member) continue;
      PersonStanding& member = standing_.members[name];
      member.person = name;
      member.name = person.name;
      member.keys = person.keys;
      member.is_founder = person.is_founder;
      member.sponsors = person.sponsors;
      member.voice = voice_of(person);
    }
    for (const auto& [writer, files] : known_.by_writer()) {
      const auto member = standing_.members.find(reading_.world.person_of(writer));
      if (member != standing_.members.end()) member->second.keys.insert(writer);
    }
    for (auto& [name, member] : standing_.members) {
      const Person& person = *reading_.world.find(name);
      if (person.is_resting) {
        for (const std::string& key : member.keys) {
          if (reading_.limits.of(key).empty() && !person.confirmed.contains(key))
            member.unconfirmed.insert(key);
        }
      }
      if (member.voice == Voice::active && is_suspended(member)) member.voice = Voice::suspended;
    }
  }

  static Voice voice_of(const Person& person) {
    if (!person.has_voice) return Voice::none;
    if (person.is_gone) return Voice::gone;
    return person.is_resting ? Voice::resting : Voice::active;
  }

  [[nodiscard]] bool is_suspended(const PersonStanding& member) const {
    return std::all_of(member.keys.begin(), member.keys.end(),
                       [&](const std::string& key) { return !reading_.limits.of(key).empty(); });
  }

  static CountReason reason_of(const Limits::Limit& limit) {
    if (limit.ruling->rank == Rank::one_vote) return CountReason::suspended;
    if (limit.by_same) return CountReason::same_ended;
    if (limit.ruling->event == KeyEventKind::replaced) return CountReason::replaced;
    if (limit.ruling->event == KeyEventKind::lost) return CountReason::lost;
    if (limit.ruling->event == KeyEventKind::recovered) return CountReason::recovered;
    return CountReason::revoked;
  }

  // The nearest of several places at which a chain may end, and why it does there.
  struct End {
    std::int64_t last = 0;
    std::optional<CountReason> reason;
    std::optional<EntryPlace> by;

    void at_most(std::int64_t limit, CountReason why,
                 std::optional<EntryPlace> place = std::nullopt) {
      if (limit >= last) return;
      last = limit;
      reason = why;
      by = std::move(place);
    }
  };

  void limit(const std::string& writer, bool with_suspensions, End& end) const {
    for (const Limits::Limit& limit : reading_.limits.of(writer)) {
      if (!with_suspensions && limit.ruling->rank == Rank::one_vote) continue;
      end.at_most(limit.last, reason_of(limit), known_.items()[limit.ruling->at].place);
    }
  }

  // What is believed of a file by itself, if its writer is a member.
  [[nodiscard]] End own_end(const ChainFacts& file, bool with_suspensions) const {
    End end{file.lines, std::nullopt, std::nullopt};
    if (file.first_signed == 0 && !standing_.id.empty())
      end.at_most(file.last_checkpoint, CountReason::not_signed);
    if (file.first_signed > 0 && standing_.id.empty())
      end.at_most(file.first_signed - 1, CountReason::stranger);
    end.at_most(file.clock_end, CountReason::clock);
    const std::int64_t parting = known_.first_parting(file.writer);
    if (parting > 0) end.at_most(parting - 1, CountReason::forked);
    limit(file.writer, with_suspensions, end);
    return end;
  }

  [[nodiscard]] End vouched_end(const Vouched& vouched) const {
    End end{vouched.file->lines, std::nullopt, std::nullopt};
    end.at_most(vouched.last, CountReason::stranger);
    end.at_most(vouched.file->clock_end, CountReason::clock);
    limit(vouched.file->writer, true, end);
    return end;
  }

  [[nodiscard]] KeyStanding key_standing(const std::string& writer) const {
    const ChainFacts& main = *known_.files(writer).front();
    KeyStanding key;
    key.writer = writer;
    key.person = reading_.world.person_of(writer);
    key.rests_on = known_.parent(writer);
    key.believed_up_to = own_end(main, false).last;
    key.first_parting = known_.first_parting(writer);
    const auto set = [&](const ChainFacts& file, const End& end, CountReason counts) {
      key.fork = file.fork;
      key.parting = file.parting;
      key.lines = file.lines;
      key.signed_from = file.first_signed;
      key.counts_up_to = end.last;
      key.counts = counts;
      key.ends = end.reason;
      key.ended_by = end.by;
    };
    const bool is_own = options_.own_keys.contains(writer);
    if (standing_.id.empty() && main.first_signed != 1) {
      set(main, own_end(main, true), CountReason::format_1);
    } else if (is_member(writer)) {
      set(main, own_end(main, true), CountReason::member);
    } else {
      const bool is_old = main.first_signed == 0;
      set(main, {0, is_old ? CountReason::not_signed : CountReason::stranger, std::nullopt},
          is_old ? CountReason::not_signed : CountReason::stranger);
    }
    const Vouched* vouched = reading_.vouches.of(writer);
    if (vouched != nullptr) {
      const End end = vouched_end(*vouched);
      if (end.last > key.counts_up_to) {
        const CountReason counts =
            key.counts == CountReason::member ? CountReason::member : CountReason::vouched;
        set(*vouched->file, end, counts);
        key.is_unasked = vouched->is_unasked;
        if (counts == CountReason::member && key.ends == CountReason::stranger)
          key.ends = CountReason::forked;
      }
    }
    if (is_own) {
      const End end = own_copy_end(main);
      if (end.last > key.counts_up_to && key.fork.empty()) set(main, end, CountReason::own_copy);
    }
    return key;
  }

  // One's own chain, whoever took one in or did not: all of it, but for what is decided about it.
  [[nodiscard]] End own_copy_end(const ChainFacts& file) const {
    End end{file.lines, std::nullopt, std::nullopt};
    end.at_most(file.clock_end, CountReason::clock);
    const std::int64_t parting = known_.first_parting(file.writer);
    if (parting > 0) end.at_most(parting - 1, CountReason::forked);
    limit(file.writer, true, end);
    return end;
  }

  void fill_decisions() {
    for (const Ruling* ruling : reading_.limits.in_force()) {
      KeyDecision decision;
      decision.kind = ruling->event;
      decision.key = ruling->key;
      decision.last = ruling->last;
      decision.is_suspension = ruling->rank == Rank::one_vote;
      decision.entries = ruling->entries;
      standing_.decisions.push_back(std::move(decision));
    }
  }

  void fill_open_votes() {
    for (const auto& [key, votes] : reading_.world.votes()) {
      for (const auto& [person, vote] : votes) {
        if (is_decided(reading_.limits, key, vote.at)) continue;
        standing_.open_votes.push_back(
            {key, person, vote.kind, vote.last, known_.items()[vote.at].place});
      }
    }
  }

  // In format 1 a key names its successor alone: so that one takes over what its predecessor may
  // erase, and the predecessor gains nothing of the successor.
  void find_heirs() {
    for (const Item& item : known_.items()) {
      if (item.event == nullptr || item.event->is_signed) continue;
      const KeyEvent& event = item.event->event;
      if (event.kind != KeyEventKind::replaced || event.key != item.place.writer) continue;
      if (event.successor.empty() || !standing_.counts(item.place, item.fork)) continue;
      if (known_.check()(key_event_text(event), event.signature, event.key))
        heirs_[event.key].insert(event.successor);
    }
  }

  [[nodiscard]] bool owns(const std::string& writer, const std::string& target) const {
    if (reading_.world.person_of(writer) == reading_.world.person_of(target)) return true;
    std::set<std::string> passed = {target};
    std::vector<std::string> open = {target};
    while (!open.empty()) {
      const auto heirs = heirs_.find(open.back());
      open.pop_back();
      if (heirs == heirs_.end()) continue;
      for (const std::string& heir : heirs->second) {
        if (reading_.world.person_of(writer) == reading_.world.person_of(heir)) return true;
        if (passed.insert(heir).second) open.push_back(heir);
      }
    }
    return false;
  }

  // Erasures and retractions of erasures that a later one in force takes back, by their own person.
  [[nodiscard]] std::set<EntryPlace> taken_back() const {
    std::set<EntryPlace> taken;
    for (auto item = known_.items().rbegin(); item != known_.items().rend(); ++item) {
      if (item->kind != PlacedKind::retraction || taken.contains(item->place)) continue;
      if (standing_.counts(item->place, item->fork) &&
          owns(item->place.writer, item->entry->target.writer))
        taken.insert(item->entry->target);
    }
    return taken;
  }

  void fill_erasures() {
    const std::set<EntryPlace> taken = taken_back();
    std::map<EntryPlace, std::set<std::string>> voices;  // target -> persons that asked
    std::vector<const Asked*> asked_in_force;
    for (const Asked& asked : reading_.world.asked()) {
      const Item& item = known_.items()[asked.at];
      const EntryPlace& target = item.entry->target;
      const std::string& kind = item.entry->target_kind;
      if (!standing_.counts(item.place, item.fork) || taken.contains(item.place)) continue;
      if (!kind.empty() && !can_be_erased(kind)) continue;
      asked_in_force.push_back(&asked);
      standing_.sealed.insert(target);
      if (asked.has_voice) voices[target].insert(asked.person);
      // In a folder of format 1 everybody erased everything.
      if (standing_.id.empty() || owns(item.place.writer, target.writer) || asked.is_only_voice ||
          voices[target].size() >= 2) {
        standing_.destroyed.insert(target);
      }
    }
    for (const Asked* asked : asked_in_force) {
      const Item& item = known_.items()[asked->at];
      const EntryPlace& target = item.entry->target;
      const bool holds = standing_.destroyed.contains(target);
      standing_.erasures.push_back(
          {item.place, target, holds ? ErasureEffect::holds : ErasureEffect::seals});
    }
    std::sort(standing_.erasures.begin(), standing_.erasures.end(),
              [](const ErasureStanding& left, const ErasureStanding& right) {
                return left.place < right.place;
              });
  }

  void fill_secret() {
    for (const Item& item : known_.items()) {
      if (item.kind != PlacedKind::secret || !standing_.counts(item.place, item.fork)) continue;
      const PersonStanding* person = standing_.person_of(item.place.writer);
      if (person != nullptr && person->is_founder) standing_.secret = item.place;
    }
  }
};

// --- a folder of format 1 ---

// Where nothing was founded each event is decided at once, for everybody.
std::vector<Ruling> rulings_of_format_1(const KnownChains& known) {
  std::vector<Ruling> rulings;
  for (std::size_t at = 0; at < known.items().size(); ++at) {
    const Item& item = known.items()[at];
    if (item.event == nullptr || item.event->is_signed || !item.fork.empty()) continue;
    const KeyEvent& event = item.event->event;
    const ChainFacts* file = known.file(item.place.writer, "");
    const std::int64_t parting = known.first_parting(item.place.writer);
    if (file == nullptr || item.place.seq > std::min(file->lines, file->clock_end)) continue;
    if (parting > 0 && item.place.seq >= parting) continue;
    const Limits limits(known, rulings);
    const Limits::Limit* strictest = limits.strictest(item.place.writer);
    if (strictest != nullptr && item.place.seq > strictest->last) continue;
    if (!known.check()(key_event_text(event), event.signature, item.place.writer)) continue;
    Ruling ruling;
    ruling.rank = Rank::own;
    ruling.at = at;
    ruling.event = event.kind;
    ruling.key = event.key;
    ruling.last = event.last_believed;
    ruling.entries = {item.place};
    rulings.push_back(std::move(ruling));
  }
  return rulings;
}

}  // namespace

bool Standing::counts(const EntryPlace& place, std::string_view fork) const {
  const auto key = keys.find(place.writer);
  if (key == keys.end() || place.seq > key->second.counts_up_to) return false;
  if (key->second.fork == fork) return true;
  // What stands before a parting is the same line in both files.
  return place.seq < (fork.empty() ? key->second.parting : key->second.first_parting);
}

const PersonStanding* Standing::person_of(const std::string& writer) const {
  const auto key = keys.find(writer);
  const auto member = members.find(key == keys.end() ? writer : key->second.person);
  return member == members.end() ? nullptr : &member->second;
}

std::int64_t Standing::voice_count() const {
  return std::count_if(members.begin(), members.end(), [](const auto& entry) {
    return entry.second.voice != Voice::none && entry.second.voice != Voice::gone;
  });
}

Standing standing_of(const Facts& facts, const StandingOptions& options) {
  const SignatureCheck check = options.signature_check ? options.signature_check : signature_holds;
  const KnownChains known(facts, check);
  Standing standing;
  standing.founded = founded_ids(known);
  for (const FoundedId& founded : standing.founded) {
    if (founded.left_for.empty() && standing.id_without_anchor.empty())
      standing.id_without_anchor = founded.id;
  }
  standing.id = options.id.empty() ? standing.id_without_anchor : options.id;
  Settled settled;
  if (standing.id.empty()) {
    settled.rulings = rulings_of_format_1(known);
  } else {
    settled = settle(known, standing.id);
    suspend(known, standing.id, settled);
    // Under suspensions what is vouched for is found anew; decisions stay.
    settled.vouches.clear();
    for (;;) {
      Reading reading(known, standing.id, settled);
      (void)reading.world.take_all(false);
      if (!add_new(reading.world.vouches_found(), settled.vouches)) break;
    }
  }
  Reading reading(known, standing.id, settled);
  (void)reading.world.take_all(false);
  Assembly(known, options, reading, standing).fill();
  return standing;
}

}  // namespace sanaq::ledger
