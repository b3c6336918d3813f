// Who counts: from the facts of a folder, an id and nothing else to members, voices, the lines that
// count, the erasures that hold (docs/formats/ledger.md, Who counts).
//
// Pure: reads no file and asks no clock. The same facts in whatever order give the same standing.
#pragma once
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/ledger/entry.h"
#include "sanaq/ledger/key_events.h"
#include "sanaq/ledger/standing_facts.h"

namespace sanaq::ledger {

// Why lines count, or why no line or no further line of a chain does.
enum class CountReason {
  member,      // it belongs to a member
  vouched,     // a voice vouches for it, whoever wrote it
  format_1,    // there is no founding here: all lines of format 1 count
  own_copy,    // the reader's own, in his own copy alone
  stranger,    // nobody took its writer in
  not_signed,  // of format 1, and vouched for by nobody
  forked,      // the key was used in two copies
  clock,       // a clock out of bounds
  replaced,    // the owner goes on under another key
  revoked,     // by a majority, or by its owner
  lost,
  recovered,   // the code on paper says so
  same_ended,  // it rests on a key that was revoked, lost or recovered
  suspended,   // one of two voices says so, until it is lifted
};

struct KeyStanding {
  std::string writer;
  std::string person;               // the key by which its person is named
  std::string rests_on;             // another key of that person, by `same`; "" for none
  std::string fork;                 // the file whose lines count; "" for the main chain
  std::int64_t counts_up_to = 0;    // seq; 0: nothing counts
  std::int64_t believed_up_to = 0;  // by itself: before its end, a parting, a clock, a decision
  std::int64_t signed_from = 0;     // lines before it are of format 1; 0: all of them are
  std::int64_t lines = 0;           // that are here in that file, up to its authentic end
  std::int64_t parting = 0;         // of that file, where it is a fork
  std::int64_t first_parting = 0;   // of the writer's forks; 0: there is none
  CountReason counts = CountReason::stranger;  // why what counts does
  std::optional<CountReason> ends;     // why lines after counts_up_to do not, where there are any
  std::optional<EntryPlace> ended_by;  // the entry that decided it, where one did
  bool is_unasked = false;             // what is vouched for of it was by nobody who was asked
};

enum class Voice {
  none,
  active,
  resting,    // its key was replaced, and nobody else confirmed the successor yet
  suspended,  // by the other one of two voices
  gone,       // it had one, and no key of it counts any more
};

struct PersonStanding {
  std::string person;                 // a key: of its first chain
  std::string name;                   // as it was taken in, or as its first chain says
  std::set<std::string> keys;         // sorted; also those that were given up
  std::set<std::string> unconfirmed;  // of those: successors that nobody else confirmed
  bool is_founder = false;
  std::set<std::string> sponsors;  // persons who took it in
  Voice voice = Voice::none;
};

// A decision that holds: what it is about and the entries that brought it.
struct KeyDecision {
  KeyEventKind kind = KeyEventKind::revoked;
  std::string key;        // of which key; of `overruled`: the writer of the entry
  std::int64_t last = 0;  // its lines are believed up to there
  bool is_suspension = false;
  std::vector<EntryPlace> entries;  // the votes, sorted
};

// A vote on a key that no decision has followed yet.
struct OpenVote {
  std::string key, person;
  KeyEventKind kind = KeyEventKind::revoked;  // or lost, or lifted
  std::int64_t last = 0;
  EntryPlace place;
};

enum class ErasureEffect { none, seals, holds };
struct ErasureStanding {
  EntryPlace place, target;
  ErasureEffect effect = ErasureEffect::none;
};

struct FoundedId {
  std::string id, founder, name;
  EntryPlace place;
  std::string left_for;  // the id that its founder joined; "" where it stands
};

struct Standing {
  std::string id;                           // "" where there is no founding and none was given
  std::map<std::string, KeyStanding> keys;  // by writer: every chain here
  std::map<std::string, PersonStanding> members;  // by person
  std::vector<KeyDecision> decisions;             // in the order of their deciding entries
  std::vector<OpenVote> open_votes;               // by key and person
  std::vector<ErasureStanding> erasures;          // by place
  std::set<EntryPlace> destroyed;                 // targets of erasures that hold: their bodies go
  std::set<EntryPlace> sealed;       // targets of erasures that only seal, and of those that hold
  std::optional<EntryPlace> secret;  // the one that makes the addresses
  std::vector<FoundedId> founded;    // in the order of all entries
  std::string id_without_anchor;     // the one that holds for a reader without a key store

  // Whether a line counts; `fork` names its file.
  [[nodiscard]] bool counts(const EntryPlace& place, std::string_view fork = "") const;
  [[nodiscard]] const PersonStanding* person_of(const std::string& writer) const;
  [[nodiscard]] std::int64_t voice_count() const;  // resting and suspended ones included
};

[[nodiscard]] Standing standing_of(const Facts& facts, const StandingOptions& options);

}  // namespace sanaq::ledger
