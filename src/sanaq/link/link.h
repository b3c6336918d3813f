// Which records are one person: from records to a register, with probabilities.
//
// Pure: reads no file, asks no clock (but for the seconds of each phase, which decide nothing),
// draws only from the seed. The same records, options and seed give the same register, byte for
// byte, on any number of threads and in any row order.
#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sanaq/base/message.h"
#include "sanaq/base/progress.h"
#include "sanaq/record/record_table.h"

namespace sanaq::link {

struct Level {
  std::string label;
  double m = 0;
  double u = 0;
  double weight_bits = 0;
  double sharing = 0;  // of whole names: share of records with the sounds of a match's names
};
// Where the comparison `column` agrees exactly, chance agreement is u (one a level).
struct Dependence {
  std::string column;
  std::vector<double> u;
  int level = -1;  // of equality of that comparison; -1: whichever
};
// The same between two lists alone, or within one: levels of names differ with the lists' habits.
struct Between {
  std::string left, right;   // names of lists
  std::vector<double> m, u;  // one a level
};
// kind: name, date, text, code, number, category, email. The first dependence that agrees counts.
struct Comparison {
  std::string column;
  std::string kind;
  std::vector<Level> levels;
  std::vector<Dependence> depends_on{};
  std::vector<Between> between{};
};
// Groups of values of one column that mean the same on different lists: folded texts, the first of
// each group the most frequent one.
struct SameValues {
  std::string column;
  std::vector<std::vector<std::string>> groups;
};
struct BlockRule {
  std::string rule;
  std::int64_t pairs = 0;
};
struct Model {
  double prior_match =
      0;  // lambda: share that match of all pairs, of two lists where there are several
  double prior_within = 0;  // the same of the pairs of one list, where there are several
  std::vector<Comparison> comparisons;
  std::vector<double> differences{};  // t by number of differing fields (differences.h); or empty
  std::vector<SameValues> same_values{};  // that were compared as one
  std::vector<BlockRule> rules;
  double recall_lost = 0;  // share of matches that blocking is expected to lose
  int em_iterations = 0;
  bool converged = false;
};

// Where blocking is expected to lose more, false singles decide an estimate of the unlisted
// (docs/benchmarks/link.md, 100,000 persons), and too_much_lost says so.
inline constexpr double recall_lost_most = 0.05;
[[nodiscard]] base::Message too_much_lost(const Model& model);

// A reviewer's word on two records: they are one person, or they are not. It binds.
struct Decision {
  std::uint32_t left = 0, right = 0;
  bool same = true;
};
// A pair whose truth is known, by the lists' names and the records' ids: it trains, and it binds as
// a decision does.
struct Label {
  std::string list_left, record_left, list_right, record_right;
  bool match = true;
};

// A short form that stands for a given name, in any scripts, beside those that are built in.
struct Nickname {
  std::string name, nickname;
};

struct Options {
  std::vector<std::string> block_rules =
      {};                  // design.md 9: "family_key,birth_year"; empty: the program chooses
  double threshold = 0.5;  // in (0, 1): records are joined where that is more probable than this
  double pair_probability_min = 0.01;  // pairs below are not handed out
  std::uint64_t seed = 1;
  int threads = 0;  // 0: all processors
  std::vector<std::string> ignore_headers = {};
  std::vector<Decision> decisions = {};
  std::vector<Label> labels = {};
  std::vector<Nickname> nicknames = {};
  std::vector<SameValues> same_values = {};  // beside those that the lists themselves show
  int draws = 0;                             // sampled registers to hand out
  std::vector<bool> leave_out =
      {};  // one a record, or empty: records that are not to be linked (out of scope)
  std::optional<Model> model = std::nullopt;  // known: nothing is learnt
};
// Throws Error{usage} naming the field, its value and the bound.
void check_options(const Options& options);
// The same, and that options.leave_out, where there is one, has an entry for each record.
void check_options(const Options& options, const record::RecordTable& table);

struct Pair {
  std::uint32_t left = 0, right = 0;  // record indices, left < right
  double weight_bits = 0;             // sum of level weights (without the prior)
  double probability = 0;
  std::vector<std::int8_t> levels;  // one a comparison: -1 missing, else index into its levels
};

// Many pairs, unpacked one after another.
class PackedPairs {
 public:
  virtual ~PackedPairs() = default;
  [[nodiscard]] virtual std::size_t size() const = 0;
  virtual void each(const std::function<void(const Pair&)>& visit) const = 0;
};

// Matches of two lists (or of one) that are expected, but were not given: no rule brought the two
// records together, or their probability fell below what is searched.
struct Lost {
  std::uint32_t left = 0, right = 0;  // lists
  double matches = 0;
};

struct Phase {
  double load = 0, u = 0, em = 0, block = 0, score = 0, cluster = 0, write = 0;
};

struct Result {
  std::vector<std::uint32_t> person_of;  // one a record; persons numbered by their first record
  std::vector<double> probability;       // one a record: that its person's records belong together
  std::int64_t person_count = 0;
  std::int64_t candidate_pairs = 0;
  std::vector<Pair> pairs;  // sorted by (left, right)
  std::shared_ptr<const PackedPairs>
      packed;  // instead of `pairs`, in no such order, where there are millions
  Model model;
  std::vector<Lost> lost;         // draws have them put back (lost_matches.h)
  std::vector<bool> is_linkable;  // false: too poor to link (no name), a person of its own
  std::vector<base::Message> warnings;
  std::vector<std::vector<std::uint32_t>>
      draws;  // sampled registers: person of each record, numbered by first record
  Phase seconds;
  int threads = 1;
};

[[nodiscard]] Result link(const record::RecordTable& table, const Options& options,
                          base::Progress& progress);

// Why two records are, or are not, one person: one line a comparison, for --explain. Works for
// pairs that blocking left out too. `nicknames`: those that the model was learnt or used with.
struct Explanation {
  struct Line {
    std::string column;
    std::string left;
    std::string right;
    std::string level;
    double weight_bits = 0;
  };
  std::vector<Line> lines;
  int filled = 0, differing = 0;  // fields
  double differing_bits = 0;      // what their number says, beyond each field
  double prior_bits = 0, weight_bits = 0, probability = 0;
};
[[nodiscard]] Explanation explain(const record::RecordTable& table, const Model& model,
                                  std::uint32_t left, std::uint32_t right,
                                  const std::vector<Nickname>& nicknames = {});

}  // namespace sanaq::link
