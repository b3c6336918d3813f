#include "sanaq/splink/link.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <span>

#include "sanaq/base/error.h"
#include "sanaq/base/stopwatch.h"
#include "sanaq/link/constraints.h"
#include "sanaq/link/labels.h"
#include "sanaq/link/other_thresholds.h"
#include "sanaq/link/parallel.h"
#include "sanaq/link/record_order.h"
#include "sanaq/num/logspace.h"
#include "sanaq/splink/learn.h"
#include "sanaq/splink/rules.h"
#include "sanaq/splink/score.h"

namespace sanaq::splink {
namespace {

using base::Error;
using base::Kind;
using base::message;

// Sets of units that grow together.
class Components {
 public:
  Components(const record::RecordTable& table, const link::Constraints& constraints)
      : constraints_(constraints), parent_(constraints.apart.size()), least_(parent_.size(), 1.0) {
    std::iota(parent_.begin(), parent_.end(), 0U);
    const bool any_list = std::any_of(table.lists.begin(), table.lists.end(),
                                      [](const record::List& list) { return list.one_per_person; });
    is_bound_ = any_list || std::any_of(constraints.apart.begin(), constraints.apart.end(),
                                        [](const auto& others) { return !others.empty(); });
    if (!is_bound_) return;
    records_.resize(parent_.size());
    for (std::uint32_t at = 0; at < constraints.unit_of.size(); ++at)
      records_[constraints.unit_of[at]].push_back(at);
  }

  [[nodiscard]] std::uint32_t root(std::uint32_t unit) {
    while (parent_[unit] != unit) unit = parent_[unit] = parent_[parent_[unit]];
    return unit;
  }

  void join(std::uint32_t left, std::uint32_t right, double probability) {
    const std::uint32_t a = root(constraints_.unit_of[left]), b = root(constraints_.unit_of[right]);
    if (a == b || (is_bound_ && !may_meet(a, b))) return;
    const std::uint32_t into = std::min(a, b), from = std::max(a, b);
    parent_[from] = into;
    least_[into] = std::min({least_[a], least_[b], probability});
    if (!is_bound_) return;
    records_[into].insert(records_[into].end(), records_[from].begin(), records_[from].end());
    records_[from].clear();
  }

  [[nodiscard]] std::uint32_t root_of(std::uint32_t record) {
    return root(constraints_.unit_of[record]);
  }
  [[nodiscard]] std::size_t unit_count() const { return parent_.size(); }
  // Are there records that must not meet?
  [[nodiscard]] bool is_bound() const { return is_bound_; }

  [[nodiscard]] double probability(std::uint32_t unit) { return least_[root(unit)]; }

 private:
  [[nodiscard]] bool may_meet(std::uint32_t a, std::uint32_t b) const {
    for (const std::uint32_t left : records_[a]) {
      const auto& apart = constraints_.apart[constraints_.unit_of[left]];
      for (const std::uint32_t right : records_[b]) {
        const bool same_list = constraints_.list_of[left] == constraints_.list_of[right];
        if (same_list && constraints_.one_per_person[constraints_.list_of[left]]) return false;
        if (std::binary_search(apart.begin(), apart.end(), constraints_.unit_of[right]))
          return false;
      }
    }
    return true;
  }

  const link::Constraints& constraints_;
  std::vector<std::uint32_t> parent_;
  std::vector<double> least_;
  std::vector<std::vector<std::uint32_t>> records_;
  bool is_bound_ = false;
};

bool is_more_probable(const JoinedPair& a, const JoinedPair& b) {
  return a.bits != b.bits ? a.bits > b.bits : std::tie(a.left, a.right) < std::tie(b.left, b.right);
}

// One that about half of the pairs are more probable than.
JoinedPair middle_of(std::span<const JoinedPair> pairs) {
  std::array<JoinedPair, 65> some;
  for (std::size_t at = 0; at < some.size(); ++at)
    some[at] = pairs[at * (pairs.size() - 1) / (some.size() - 1)];
  std::nth_element(some.begin(), some.begin() + some.size() / 2, some.end(), is_more_probable);
  return some[some.size() / 2];
}

// From the most probable on, as if all were sorted; but most of the less probable half lies within
// persons that the other half has made, and is forgotten unsorted (filter-Kruskal: Osipov, Sanders,
// Singler 2009). Pairs that are not sorted yet stay in the order of blocks, whose records are near.
void join_in_order(std::span<JoinedPair> pairs, Components& components) {
  constexpr std::size_t sorted_at_once = 4096;
  while (pairs.size() > sorted_at_once) {
    const JoinedPair middle = middle_of(pairs);
    const auto half = std::stable_partition(
        pairs.begin(), pairs.end(),
        [&](const JoinedPair& pair) { return is_more_probable(pair, middle); });
    if (half == pairs.begin()) break;  // the middle comes first of all
    join_in_order({pairs.begin(), half}, components);
    const auto end = std::remove_if(half, pairs.end(), [&](const JoinedPair& pair) {
      return components.root_of(pair.left) == components.root_of(pair.right);
    });
    pairs = {half, end};
  }
  std::sort(pairs.begin(), pairs.end(), is_more_probable);
  for (const JoinedPair& pair : pairs)
    components.join(pair.left, pair.right, 1 / (1 + std::exp2(-pair.bits)));
}

// The same where any two may meet, in rounds (Boruvka 1926): of each component the most probable
// pair that leads out of it is joined, and pairs that lead nowhere new are forgotten. Pairs are
// read in the order of blocks, and not sorted at all.
void join_in_rounds(std::vector<JoinedPair>& pairs, Components& components) {
  constexpr std::size_t none = static_cast<std::size_t>(-1);
  std::vector<std::size_t> best(components.unit_count());
  while (!pairs.empty()) {
    std::fill(best.begin(), best.end(), none);
    std::size_t kept = 0;
    for (std::size_t at = 0; at < pairs.size(); ++at) {
      const std::uint32_t left = components.root_of(pairs[at].left),
                          right = components.root_of(pairs[at].right);
      if (left == right) continue;
      pairs[kept] = pairs[at];
      for (const std::uint32_t root : {left, right}) {
        if (best[root] == none || is_more_probable(pairs[kept], pairs[best[root]]))
          best[root] = kept;
      }
      ++kept;
    }
    pairs.resize(kept);
    for (const std::size_t at : best) {
      if (at != none)
        components.join(pairs[at].left, pairs[at].right, 1 / (1 + std::exp2(-pairs[at].bits)));
    }
  }
}

void find_components(const record::RecordTable& table, const link::Options& options,
                     std::vector<JoinedPair> joined, link::Result& result) {
  link::Options binding;
  link::resolve_labels(table, options, binding);
  std::vector<std::uint32_t> order(table.record_count());
  std::iota(order.begin(), order.end(), 0U);
  const link::Constraints constraints = link::make_constraints(table, binding, order);
  Components components(table, constraints);
  if (components.is_bound())
    join_in_order(joined, components);
  else
    join_in_rounds(joined, components);
  joined = {};
  std::vector<std::uint32_t> person(order.size());
  std::vector<std::uint32_t> first(constraints.apart.size(), static_cast<std::uint32_t>(-1));
  for (const std::uint32_t at : order) {
    std::uint32_t& name = first[components.root(constraints.unit_of[at])];
    if (name == static_cast<std::uint32_t>(-1)) name = at;
    person[at] = name;
    result.probability.push_back(components.probability(constraints.unit_of[at]));
  }
  result.person_of = link::number_persons(person, order);
  result.person_count =
      order.empty()
          ? 0
          : *std::max_element(result.person_of.begin(), result.person_of.end()) + std::int64_t{1};
}

// Pairs are joined from the most probable on, so what a lower threshold makes goes on from what a
// higher one made. Pairs that are not handed out are not known.
std::vector<link::AtThreshold> tell_thresholds(const record::RecordTable& table,
                                               const link::Options& options,
                                               const WeighedPairs& pairs) {
  const std::vector<double> thresholds = link::thresholds_told(options.thresholds);
  if (thresholds.empty()) return {};
  std::vector<JoinedPair> joined;
  pairs.each([&](const link::Pair& pair) {
    if (pair.probability >= std::min(thresholds.front(), options.threshold))
      joined.push_back({pair.left, pair.right, num::logit(pair.probability) / std::log(2)});
  });
  std::sort(joined.begin(), joined.end(), is_more_probable);
  link::Options binding;
  link::resolve_labels(table, options, binding);
  std::vector<std::uint32_t> order(table.record_count());
  std::iota(order.begin(), order.end(), 0U);
  const link::Constraints constraints = link::make_constraints(table, binding, order);
  Components components(table, constraints);
  std::vector<std::int64_t> sizes(components.unit_count());
  for (const std::uint32_t unit : constraints.unit_of) ++sizes[unit];
  std::int64_t joins = 0, links = 0;
  auto next = joined.begin();
  const auto join_from = [&](double threshold) {
    for (; next != joined.end() && 1 / (1 + std::exp2(-next->bits)) >= threshold; ++next) {
      const std::uint32_t left = components.root_of(next->left),
                          right = components.root_of(next->right);
      components.join(next->left, next->right, 1);
      const std::uint32_t whole = components.root_of(next->left);
      if (left == right || whole != components.root_of(next->right)) continue;
      ++joins;
      links += sizes[left] * sizes[right];
      sizes[whole] = sizes[left] + sizes[right];
    }
    return std::pair(joins, links);
  };
  std::vector<link::AtThreshold> told(thresholds.size());
  std::optional<std::pair<std::int64_t, std::int64_t>> settled;
  for (std::size_t at = thresholds.size(); at-- > 0;) {
    if (!settled && options.threshold > thresholds[at]) settled = join_from(options.threshold);
    const auto [joins_then, links_then] = join_from(thresholds[at]);
    told[at] = {thresholds[at], -joins_then, links_then, 0};
  }
  if (!settled) settled = join_from(options.threshold);
  for (link::AtThreshold& one : told) {
    one.persons += settled->first;
    const std::int64_t more = one.made - settled->second;
    one.made = std::max<std::int64_t>(more, 0);
    one.lost = std::max<std::int64_t>(-more, 0);
  }
  return told;
}

bool has_letters_beyond_ascii(const record::RecordTable& table) {
  for (const record::Column& column : table.columns) {
    for (const std::string& value : column.values) {
      if (std::any_of(value.begin(), value.end(), [](char c) { return (c & 0x80) != 0; }))
        return true;
    }
  }
  return false;
}

void describe(const Model& model, link::Model& plain) {
  plain.prior_match = model.prior_match;
  for (const Comparison& comparison : model.comparisons) {
    link::Comparison shown{.column = comparison.name, .kind = "splink", .levels = {}};
    for (auto level = comparison.levels.rbegin(); level != comparison.levels.rend(); ++level) {
      if (!level->is_null)
        shown.levels.push_back({level->label, level->m, level->u, std::log2(level->m / level->u)});
    }
    plain.comparisons.push_back(std::move(shown));
  }
}

// The model whose levels were looked for, and the one that pairs are weighed by.
using Models = std::array<std::shared_ptr<const Model>, 2>;

// Pairs that hold their models.
class OwningPairs : public link::PackedPairs {
 public:
  OwningPairs(std::shared_ptr<const WeighedPairs> pairs, Models models)
      : models_(std::move(models)), pairs_(std::move(pairs)) {}
  [[nodiscard]] std::size_t size() const override { return pairs_->size(); }
  void each(const std::function<void(const link::Pair&)>& visit) const override {
    pairs_->each(visit);
  }

 private:
  Models models_;
  std::shared_ptr<const WeighedPairs> pairs_;
};

constexpr std::size_t unpacked_most = std::size_t{1} << 20;

void hand_out(std::shared_ptr<const WeighedPairs> pairs, Models models, link::Result& result) {
  if (pairs->size() > unpacked_most) {
    result.packed = std::make_shared<OwningPairs>(std::move(pairs), std::move(models));
    return;
  }
  pairs->each([&](const link::Pair& pair) { result.pairs.push_back(pair); });
  std::sort(result.pairs.begin(), result.pairs.end(), [](const link::Pair& a, const link::Pair& b) {
    return std::tie(a.left, a.right) < std::tie(b.left, b.right);
  });
}

void warn(const record::RecordTable& table, const link::Options& options, SqlDialect dialect,
          link::Result& result) {
  if (dialect == SqlDialect::duckdb && has_letters_beyond_ascii(table))
    result.warnings.push_back(
        message("some text is not ASCII: Splink on DuckDB up to 2.0.0 compares its bytes, these "
                "weights compare characters and may differ"));
  if (options.draws > 0)
    result.warnings.push_back(
        message("a Splink model joins pairs at one threshold: all drawn registers are the same"));
}

}  // namespace

Linked link(const record::RecordTable& table, const link::Options& options,
            std::shared_ptr<const Model> given, base::Progress& progress) {
  link::check_options(options, table);
  const std::shared_ptr<const Model> asked =
      options.block_rules.empty()
          ? std::move(given)
          : std::make_shared<const Model>(with_rules(*given, options.block_rules, table));
  link::Workers workers(options.threads);
  link::Result result;
  result.threads = workers.threads();
  result.model.converged = true;
  const base::Stopwatch blocking;
  const auto levels = std::make_shared<const Levels>(table, *asked);
  BlockedTable blocked =
      block_table(table, *levels, &options.leave_out, asked->is_link_only, workers, progress);
  result.seconds.block = blocking.seconds();
  auto model = asked;
  if (must_learn(*asked)) {
    Learnt learnt = learn(table, *levels, blocked, options.seed, workers, progress);
    model = std::make_shared<const Model>(std::move(learnt.model));
    result.seconds.u = learnt.seconds_u;
    result.seconds.em = learnt.seconds_em;
    result.warnings = std::move(learnt.warnings);
    result.model.em_iterations = learnt.em_iterations;
    result.model.converged = learnt.converged;
  }
  describe(*model, result.model);
  blocked.keys.clear();
  Weighing weighing = weigh_pairs(levels, *model, std::move(blocked),
                                  {options.pair_probability_min, options.threshold, nullptr, false},
                                  workers, progress);
  result.candidate_pairs = weighing.candidate_pairs;
  for (std::size_t at = 0; at < model->rules.size(); ++at)
    result.model.rules.push_back({model->rule_texts[at], weighing.pairs_of_rule[at]});
  result.seconds.score = weighing.seconds_scoring;
  const base::Stopwatch clustering;
  find_components(table, options, std::move(weighing.joined), result);
  result.is_linkable.assign(table.record_count(), true);
  for (std::size_t at = 0; at < options.leave_out.size(); ++at)
    result.is_linkable[at] = !options.leave_out[at];
  result.draws.assign(static_cast<std::size_t>(options.draws), result.person_of);
  result.thresholds = tell_thresholds(table, options, *weighing.pairs);
  result.seconds.cluster = clustering.seconds();
  hand_out(std::move(weighing.pairs), {asked, model}, result);
  warn(table, options, model->dialect, result);
  return {std::move(result), std::move(model)};
}

link::Explanation explain(const record::RecordTable& table, const Model& model, std::uint32_t left,
                          std::uint32_t right) {
  const Levels levels(table, model);
  const Weights weights(levels);
  LevelFinder finder(levels);
  link::Explanation explanation;
  explanation.prior_bits = std::log2(model.prior_match / (1 - model.prior_match));
  const std::array<std::uint32_t, 2> records{std::min(left, right), std::max(left, right)};
  for (std::size_t at = 0; at < model.comparisons.size(); ++at) {
    std::array<std::uint32_t, 2> codes{};
    const auto& simple = levels.comparisons()[at].simple;
    for (std::size_t row = 0; simple && row < 2; ++row)
      codes[row] = simple->column->column->codes[records[row]];
    std::uint8_t level = 0;
    finder.find(at, {codes, records}, 1, &level);
    const double bits = weights.comparison_bits(at, level, records[0], records[1]);
    link::Explanation::Line line{model.comparisons[at].name, "", "",
                                 model.comparisons[at].levels[level].label, bits};
    for (const std::string& name : levels.columns_of(at)) {
      line.left += (line.left.empty() ? "" : " · ") +
                   std::string(levels.column(name).text(left).value_or(""));
      line.right += (line.right.empty() ? "" : " · ") +
                    std::string(levels.column(name).text(right).value_or(""));
    }
    explanation.lines.push_back(std::move(line));
    explanation.weight_bits += bits;
  }
  explanation.probability =
      1 / (1 + std::exp2(-(explanation.prior_bits + explanation.weight_bits)));
  return explanation;
}

}  // namespace sanaq::splink
