// The things of a case file as a view shows them: acts, custodies, posts and the rest, ready to be
// counted.
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

// Somebody as a cell names him (`ref`), and who that is: `key` is the same for all cells that mean
// one human being.
struct Who {
  std::string ref, key;
  bool operator==(const Who&) const = default;
};

struct Victim {
  Who who;                      // of a group, what is known of it
  std::optional<Range> count;   // of a group, from the lowest to the highest number that is stated
  std::string group;            // worker, pensioner, …; "" if unknown
  bool may_be_another = false;  // it cannot be told whether a victim named elsewhere is the same
};

struct Involved {
  Who who;
  std::string organisation;  // the id of the organisation, if one is meant
  std::string degree;        // a code of MT 18; "" if it is not said
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
  std::optional<Sentence> sentence;  // the sentence after the change
};

struct Custody {
  std::string subject;
  Who person;
  std::optional<PartialDate> arrested, term_start, released, rehabilitated;
  std::string court, verdict;
  std::optional<Sentence> sentence;
  std::int64_t credited_days = 0;
  std::vector<Change> changes;  // ordered by date, those without a date last
};

struct Event {
  std::string subject, type, title, place, participants;
  std::optional<PartialDate> start, end;
  std::optional<std::int64_t> count_min, count_max;
  std::vector<std::string> part_of,
      caused_by;  // ids of events, or titles of events not in the file
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
  bool has_direction = true;  // false if it is not told or not readable: it is then in no balance
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

  // Both return nullptr if there is no such id. The pointer is valid as long as the vector is.
  [[nodiscard]] const Organisation* organisation(std::string_view id) const;
  [[nodiscard]] const Event* event(std::string_view id) const;
};

// Returns the id of the person in the register whom a cell means, or "" if it means none of them.
using Resolve = std::function<std::string(std::string_view ref)>;

// Returns the things of a view. Cells that name an organisation or an event by its name get its id.
// A person who is in no register is identified by the folded name, so that one spelling is one
// human being.
[[nodiscard]] Entities entities_of(const View& view, const Resolve& resolve = {});

// Returns the name without the mark that tells two people of one name apart: "Erlan Sample #2" ->
// "Erlan Sample".
[[nodiscard]] std::string_view name_without_mark(std::string_view ref);

}  // namespace sanaq::casefile
