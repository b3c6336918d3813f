// The things of a case file as the view shows them: acts, custodies, posts and the rest, ready for
// counting.
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "sanaq/casefile/amount.h"
#include "sanaq/casefile/calendar.h"
#include "sanaq/casefile/sentence.h"
#include "sanaq/casefile/view.h"
#include "sanaq/record/partial_date.h"

namespace sanaq::casefile {

using record::PartialDate;

// Somebody as a cell names him and who that is: `key` is the same for all cells that mean one
// human being.
struct Who {
  std::string ref, key;
  bool operator==(const Who&) const = default;
};

struct Victim {
  Who who;                      // of a group: what is known of it
  std::optional<Range> count;   // of a group, from the least to the most that anybody says
  std::string group;            // worker, pensioner, …, where known
  bool may_be_another = false;  // who it is cannot be told: perhaps the same as a victim elsewhere
};

struct Involved {
  Who who;
  std::string organisation;  // its id, where an organisation is meant
  std::string degree;        // MT 18; empty: not said
};

struct Act {
  std::string subject, type, status, certainty, place, event;
  std::vector<std::string> methods;
  std::optional<PartialDate> date;
  std::vector<Victim> victims;
  std::vector<Involved> perpetrators;
};

struct Change {
  std::string subject, kind;
  std::optional<PartialDate> date;
  std::optional<Sentence> sentence;  // that stands after it
};

struct Custody {
  std::string subject;
  Who person;
  std::optional<PartialDate> arrested, term_start, released, rehabilitated;
  std::string court, verdict;
  std::optional<Sentence> sentence;
  std::int64_t credited_days = 0;
  std::vector<Change> changes;  // by date, those without one last
};

struct Event {
  std::string subject, type, title, place, participants;
  std::optional<PartialDate> start, end;
  std::optional<std::int64_t> count_min, count_max;
  std::vector<std::string> part_of, caused_by;  // ids of events, or titles of what is no event here
  std::vector<std::string> employers, unions, demands, outcomes;
};

struct Organisation {
  std::string id, name, kind, parent, perpetrator_type;
};

struct Post {
  std::string subject;
  Who person;
  std::string organisation, title, basis, superior;
  std::optional<Range> from, to;  // minutes
};

struct Claim {
  std::string subject, what, place, from, to, group, asserted_by, asserted_at, printed_in;
  std::optional<std::int64_t> min, max;
};

struct Demand {
  std::string subject, by, to, status;
  std::vector<std::pair<std::string, std::string>> texts;  // language, text
  std::optional<PartialDate> date, status_date;
};

struct Aid {
  std::string subject, fund, currency, from, to, purpose;
  bool is_out = false;
  bool has_direction = true;  // false: not told or not readable, so that it is in no balance
  std::optional<PartialDate> date;
  std::optional<Amount> amount;
};

struct Entities {
  std::vector<Act> acts;
  std::vector<Custody> custodies;
  std::vector<Event> events;
  std::vector<Organisation> organisations;
  std::vector<Post> posts;
  std::vector<Claim> claims;
  std::vector<Demand> demands;
  std::vector<Aid> aid;

  [[nodiscard]] const Organisation* organisation(std::string_view id) const;
  [[nodiscard]] const Event* event(std::string_view id) const;
};

// Whom a cell means: the id of a person in the register; empty where it is none of theirs.
using Resolve = std::function<std::string(std::string_view ref)>;

// Cells that name an organisation or an event by its name get its id. Who is in no register is
// known by the folded name, so that one spelling is one human being.
[[nodiscard]] Entities entities_of(const View& view, const Resolve& resolve = {});

// "Erlan Sample #2" -> "Erlan Sample": the mark that tells two of one name apart is no part of it.
[[nodiscard]] std::string_view name_without_mark(std::string_view ref);

}  // namespace sanaq::casefile
