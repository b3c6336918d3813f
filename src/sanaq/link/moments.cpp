#include "sanaq/link/moments.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <span>

#include "sanaq/link/across_lists.h"
#include "sanaq/link/columns.h"
#include "sanaq/link/levels.h"
#include "sanaq/num/chains.h"

namespace sanaq::link {
namespace {

constexpr std::size_t most_parents = 3;
constexpr double usual_m_exact = 0.8;

double pairs_of(double count) { return count * (count - 1) / 2; }

struct Joint {
  std::size_t f = 0, g = 0;
  double filled = 0, equal_f = 0, equal_g = 0, equal_both = 0;
  // False: of two columns that no two lists both have; within a list few pairs match, and they
  // would witness against matches.
  bool meets_across = true;
  // Of these pairs, those whose value of f, and of g, is of each level of equality.
  using ByLevel = std::array<double, exact_levels>;
  ByLevel equal_f_by_level{}, equal_g_by_level{}, both_by_level_of_f{}, both_by_level_of_g{};
};

// The level of equality of each value.
std::vector<std::size_t> levels_of(const Feature& feature) {
  const std::uint32_t most = *std::max_element(feature.counts.begin() + 1, feature.counts.end());
  std::vector<std::size_t> levels;
  for (const std::uint32_t count : feature.counts)
    levels.push_back(
        static_cast<std::size_t>(exact_level(std::max<std::uint32_t>(count, 1), most)));
  return levels;
}

Joint::ByLevel equal_pairs_by_level(const std::vector<std::uint32_t>& counts,
                                    const std::vector<std::size_t>& levels) {
  Joint::ByLevel by_level{};
  for (std::size_t code = 1; code < counts.size(); ++code)
    by_level[levels[code]] += pairs_of(counts[code]);
  return by_level;
}

double equal_pairs_by_count(const std::vector<std::uint32_t>& counts) {
  double pairs = 0;
  for (const std::uint32_t count : counts) pairs += pairs_of(count);
  return pairs;
}

// Records that have a value, those of one value side by side: of value `code` from ends[code - 1]
// up to ends[code].
struct ByValue {
  std::vector<std::uint32_t> records, ends;
};

ByValue by_value(const Feature& feature) {
  ByValue order{{}, std::vector<std::uint32_t>(feature.values.size())};
  for (std::size_t code = 1; code < order.ends.size(); ++code)
    order.ends[code] = order.ends[code - 1] + feature.counts[code];
  order.records.resize(order.ends.back());
  std::vector<std::uint32_t> next(order.ends);
  for (std::uint32_t at = 0; at < feature.codes.size(); ++at) {
    const std::uint32_t code = feature.codes[at];
    if (code != 0) order.records[next[code - 1]++] = at;
  }
  return order;
}

// Of the records of one group, how many have each value of a feature g.
class Together {
 public:
  Together(const std::vector<std::uint32_t>& codes, std::size_t values)
      : codes_(codes), met_(values) {}

  // The values of g that are met.
  const std::vector<std::uint32_t>& count(const ByValue& order, std::uint32_t group) {
    touched_.clear();
    for (std::uint32_t at = order.ends[group - 1]; at < order.ends[group]; ++at) {
      const std::uint32_t code = codes_[order.records[at]];
      if (code == 0) continue;
      if (met_[code].group != group) {
        met_[code] = {group, 0};
        touched_.push_back(code);
      }
      ++met_[code].count;
    }
    return touched_;
  }
  [[nodiscard]] std::uint32_t of(std::uint32_t code) const { return met_[code].count; }

 private:
  struct Met {
    std::uint32_t group = 0, count = 0;
  };
  const std::vector<std::uint32_t>& codes_;
  std::vector<Met> met_;  // by value of g
  std::vector<std::uint32_t> touched_;
};

// `order`: of the values of f.
Joint joint_agreement(const std::vector<Feature>& features, std::size_t f, const ByValue& order,
                      std::size_t g) {
  std::vector<std::uint32_t> count_f(features[f].values.size()), count_g(features[g].values.size());
  const std::vector<std::size_t> levels_f = levels_of(features[f]),
                                 levels_g = levels_of(features[g]);
  double filled = 0, both = 0;
  Joint::ByLevel both_f{}, both_g{};
  Together together(features[g].codes, features[g].values.size());
  for (std::uint32_t a = 1; a < features[f].values.size(); ++a) {
    for (const std::uint32_t b : together.count(order, a)) {
      const std::uint32_t count = together.of(b);
      filled += count;
      count_f[a] += count;
      count_g[b] += count;
      if (count < 2) continue;
      const double pairs = pairs_of(count);
      both += pairs;
      both_f[levels_f[a]] += pairs;
      both_g[levels_g[b]] += pairs;
    }
  }
  return {f,
          g,
          pairs_of(filled),
          equal_pairs_by_count(count_f),
          equal_pairs_by_count(count_g),
          both,
          meet_across(features[f], features[g]),
          equal_pairs_by_level(count_f, levels_f),
          equal_pairs_by_level(count_g, levels_g),
          both_f,
          both_g};
}

std::vector<Joint> joint_agreements(const std::vector<Feature>& features, Workers& workers,
                                    base::Progress& progress) {
  std::vector<Joint> joints;
  for (std::size_t f = 0; f + 1 < features.size(); ++f) {
    const ByValue order = by_value(features[f]);
    const std::size_t first = joints.size();
    joints.resize(first + features.size() - f - 1);
    workers.each(joints.size() - first, progress, [&](std::size_t at) {
      joints[first + at] = joint_agreement(features, f, order, f + 1 + at);
    });
  }
  return joints;
}

double chance(const Joint& joint) {
  return joint.filled > 0 ? joint.equal_f * joint.equal_g / joint.filled : 0;
}

// The same records grouped further, by the value of another feature; without those that lack it.
ByValue finer(const ByValue& order, const Feature& feature) {
  ByValue found{std::vector<std::uint32_t>(order.records.size()), {0}};
  Together together(feature.codes, feature.values.size());
  std::vector<std::uint32_t> next(feature.values.size());  // place of the next record of a value
  std::uint32_t end = 0;
  for (std::uint32_t group = 1; group < order.ends.size(); ++group) {
    for (const std::uint32_t code : together.count(order, group)) {
      next[code] = end;
      end += together.of(code);
      found.ends.push_back(end);
    }
    for (std::uint32_t at = order.ends[group - 1]; at < order.ends[group]; ++at) {
      const std::uint32_t record = order.records[at], code = feature.codes[record];
      if (code != 0) found.records[next[code]++] = record;
    }
  }
  found.records.resize(end);
  return found;
}

// Share of excess pairs on f and g that agree on h too: an estimate of m_h. Counted for two
// features h at once, since the values of one record stand side by side in memory.
class ThirdAgreement {
 public:
  ThirdAgreement(const std::vector<Feature>& features, const Joint& joint, std::size_t h)
      : f_(features[joint.f].values.size()),
        g_(features[joint.g].values.size()),
        h_(features[h].values.size()),
        met_(h_.size()),
        at_{joint.f, joint.g, h} {}

  void add(std::uint32_t group, const std::uint32_t* codes) {
    const std::uint32_t code = codes[at_.h];
    if (code == 0) return;
    if (group != group_) close(group);
    if (of_group_++ == 0) value_f_ = codes[at_.f], value_g_ = codes[at_.g];
    Met& met = met_[code];
    if (met.group != group) met = {group, 0};
    of_three_ += met.count++;  // pairs with those before
    ++h_[code];
  }

  std::optional<double> share() {
    close(0);
    const double total = pairs_of(filled_);
    if (total <= 0) return std::nullopt;
    const double by_chance = equal_pairs_by_count(f_) * equal_pairs_by_count(g_) / total;
    const double excess = of_both_ - by_chance;
    if (excess < 30) return std::nullopt;
    return (of_three_ - by_chance * equal_pairs_by_count(h_) / total) / excess;
  }

 private:
  struct Met {
    std::uint32_t group = 0, count = 0;
  };
  void close(std::uint32_t next) {
    filled_ += of_group_;
    f_[value_f_] += of_group_;
    g_[value_g_] += of_group_;
    of_both_ += pairs_of(of_group_);
    of_group_ = 0;
    group_ = next;
  }

  std::vector<std::uint32_t> f_, g_, h_;  // records by value
  std::vector<Met> met_;
  struct {
    std::size_t f, g, h;
  } at_;
  std::uint32_t group_ = 0, of_group_ = 0, value_f_ = 0, value_g_ = 0;
  double filled_ = 0, of_both_ = 0, of_three_ = 0;
};

// `both`: the records by their values of f and g; of one or two thirds.
std::vector<std::optional<double>> third_agreements(const std::vector<Feature>& features,
                                                    const QuickLevels& rows, const Joint& joint,
                                                    const ByValue& both,
                                                    std::span<const std::size_t> thirds) {
  ThirdAgreement first(features, joint, thirds.front()), last(features, joint, thirds.back());
  constexpr std::uint32_t ahead = 16;
  for (std::uint32_t group = 1; group < both.ends.size(); ++group) {
    for (std::uint32_t at = both.ends[group - 1]; at < both.ends[group]; ++at) {
      if (at + ahead < both.records.size())
        __builtin_prefetch(rows.codes(both.records[at + ahead]));
      const std::uint32_t* codes = rows.codes(both.records[at]);
      first.add(group, codes);
      if (thirds.size() > 1) last.add(group, codes);
    }
  }
  std::vector<std::optional<double>> shares{first.share()};
  if (thirds.size() > 1) shares.push_back(last.share());
  return shares;
}

// Of a pair of columns that may witness.
double noise_most(double records) { return 0.05 * records + 1.5; }

bool is_name(const Feature& feature) {
  return feature.kind == Kind::name || feature.column == record::field_name(record::Field::given) ||
         feature.column == record::field_name(record::Field::family);
}

double first_count(const std::vector<Joint>& joints, double records) {
  const double all = pairs_of(records);
  std::vector<double> estimates;
  for (const Joint& joint : joints) {
    if (joint.filled <= 0.1 * all || !joint.meets_across) continue;
    const double deviation = std::sqrt(chance(joint) + 1) * all / joint.filled;
    if (deviation < noise_most(records))
      estimates.push_back((joint.equal_both - chance(joint)) * all / joint.filled / 0.6);
  }
  const double found = estimates.empty() ? 0.1 * records : num::quantile(estimates, 0.25);
  return std::clamp(found, 0.002 * records, 20 * records);
}

// Excess so far above what the matches bring that the two fields must go together among different
// persons.
std::vector<std::vector<double>> dependence(const std::vector<Joint>& joints,
                                            const std::vector<Feature>& features, double matches,
                                            double all) {
  std::vector<std::vector<double>> lift(features.size(), std::vector<double>(features.size()));
  for (const Joint& joint : joints) {
    if (joint.filled <= 0 || features[joint.f].kind == Kind::name ||
        features[joint.g].kind == Kind::name)
      continue;
    const double by_chance = chance(joint);
    // Rows of one person have the same fields filled more often than rows of two: at most the share
    // of rows with both.
    const double of_matches = 0.6 * matches * std::sqrt(joint.filled / all);
    const double over = joint.equal_both - by_chance - of_matches;
    const double times = (joint.equal_both - of_matches) / std::max(by_chance, 1e-9);
    if (over > 2 * of_matches + 3 * std::sqrt(by_chance + 1) && times > 1.5)
      lift[joint.f][joint.g] = lift[joint.g][joint.f] = over;
  }
  return lift;
}

// The same of the pairs whose parent's value is of one level: fields may go together among people
// of one small country and nowhere else. Only where most of those pairs are of strangers: the
// fields of one person go together as well.
void add_edges_of_levels(const Joint& joint, const Feature& parent, bool f_leads, double matches,
                         double all, std::vector<Edge>& edges) {
  if (joint.filled <= 0) return;
  const double enough = std::max(1000.0, 3 * matches);
  const std::vector<std::size_t> levels = levels_of(parent);
  std::array<double, exact_levels> rows{};
  for (std::size_t code = 1; code < levels.size(); ++code)
    rows[levels[code]] += parent.counts[code];
  for (std::size_t level = 1; level < exact_levels; ++level) {
    const double equal = (f_leads ? joint.equal_f_by_level : joint.equal_g_by_level)[level];
    const double both = (f_leads ? joint.both_by_level_of_f : joint.both_by_level_of_g)[level];
    if (equal < enough) continue;
    const double by_chance = equal * (f_leads ? joint.equal_g : joint.equal_f) / joint.filled;
    const double of_matches = 0.6 * matches * std::sqrt(joint.filled / all) * rows[level] /
                              static_cast<double>(parent.filled);
    const double over = both - by_chance - of_matches;
    const double times = (both - of_matches) / std::max(by_chance, 1e-9);
    if (over > 2 * of_matches + 3 * std::sqrt(by_chance + 1) && times > 1.5)
      edges.push_back({f_leads ? joint.f : joint.g, f_leads ? joint.g : joint.f, over,
                       static_cast<int>(level)});
  }
}

bool leads_to(const std::vector<Edge>& edges, std::size_t from, std::size_t to) {
  return from == to || std::any_of(edges.begin(), edges.end(), [&](const Edge& edge) {
           return edge.parent == from && leads_to(edges, edge.child, to);
         });
}

// The strongest edges first, none that would close a circle; a child's parents from the rarest
// agreement to the most frequent: the rarest that agrees says what chance is worth.
std::vector<Edge> dependent_fields(const std::vector<Joint>& joints,
                                   const std::vector<std::vector<double>>& lift,
                                   const std::vector<double>& equal_pairs,
                                   const std::vector<Feature>& features, double matches,
                                   double all) {
  std::vector<Edge> found;
  for (const Joint& joint : joints) {
    if (features[joint.f].kind == Kind::name || features[joint.g].kind == Kind::name) continue;
    if (lift[joint.f][joint.g] <= 0) {
      add_edges_of_levels(joint, features[joint.f], true, matches, all, found);
      add_edges_of_levels(joint, features[joint.g], false, matches, all, found);
      continue;
    }
    const bool f_rarer = joint.equal_f <= joint.equal_g;
    const double rarer = std::min(joint.equal_f, joint.equal_g);
    const bool coarser_leads = joint.equal_both / rarer > 0.7;
    const bool f_leads = f_rarer != coarser_leads;
    found.push_back(
        {f_leads ? joint.f : joint.g, f_leads ? joint.g : joint.f, lift[joint.f][joint.g]});
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Edge& a, const Edge& b) { return a.lift > b.lift; });
  std::vector<Edge> edges;
  std::vector<std::size_t> parents(lift.size());
  for (const Edge& edge : found) {
    const bool is_known = std::any_of(edges.begin(), edges.end(), [&](const Edge& other) {
      return other.parent == edge.parent && other.child == edge.child;
    });
    if ((!is_known && parents[edge.child] == most_parents) ||
        leads_to(edges, edge.child, edge.parent))
      continue;
    if (!is_known) ++parents[edge.child];
    edges.push_back(edge);
  }
  std::stable_sort(edges.begin(), edges.end(), [&](const Edge& a, const Edge& b) {
    return equal_pairs[a.parent] < equal_pairs[b.parent];
  });
  return edges;
}

// m of every field, by pairs of other fields without an edge among the three; none that tells: what
// is usual.
std::vector<double> estimate_m(const std::vector<Feature>& features, const QuickLevels& rows,
                               const std::vector<Joint>& by_excess,
                               const std::vector<std::vector<double>>& lift, double first,
                               Workers& workers, base::Progress& progress) {
  constexpr std::size_t enough = 12;
  std::vector<std::vector<double>> estimates(features.size());
  for (const Joint& joint : by_excess) {
    if (lift[joint.f][joint.g] > 0 || chance(joint) >= 2 * first) continue;
    std::vector<std::size_t> thirds;
    for (std::size_t h = 0; h < features.size(); ++h) {
      if (joint.f != h && joint.g != h && lift[joint.f][h] <= 0 && lift[joint.g][h] <= 0 &&
          estimates[h].size() < enough)
        thirds.push_back(h);
    }
    if (thirds.empty()) continue;
    const ByValue both = finer(by_value(features[joint.f]), features[joint.g]);
    workers.each((thirds.size() + 1) / 2, progress, [&](std::size_t at) {
      const auto two =
          std::span(thirds).subspan(2 * at, std::min<std::size_t>(2, thirds.size() - 2 * at));
      const auto shares = third_agreements(features, rows, joint, both, two);
      for (std::size_t third = 0; third < two.size(); ++third) {
        if (shares[third]) estimates[two[third]].push_back(std::clamp(*shares[third], 0.05, 0.995));
      }
    });
  }
  std::vector<double> m;
  for (const std::vector<double>& of : estimates)
    m.push_back(of.empty() ? usual_m_exact : num::quantile(of, 0.75));
  return m;
}

}  // namespace

Moments excess_agreement(const std::vector<Feature>& features) {
  Workers alone(1);
  base::Progress silent;
  return excess_agreement(features, QuickLevels(features), alone, silent);
}

Moments excess_agreement(const std::vector<Feature>& features, const QuickLevels& rows,
                         Workers& workers, base::Progress& progress) {
  Moments moments;
  for (const Feature& feature : features)
    moments.equal_pairs.push_back(
        equal_pairs_by_count({feature.counts.begin() + 1, feature.counts.end()}));
  const auto records = static_cast<double>(features.empty() ? 0 : features[0].codes.size());
  const double all = std::max(1.0, pairs_of(records));
  const std::vector<Joint> joints = joint_agreements(features, workers, progress);
  const double first = first_count(joints, records);
  const auto lift = dependence(joints, features, first, all);
  moments.edges = dependent_fields(joints, lift, moments.equal_pairs, features, first, all);
  std::vector<Joint> by_excess = joints;
  std::stable_sort(by_excess.begin(), by_excess.end(), [](const Joint& a, const Joint& b) {
    return a.equal_both - chance(a) > b.equal_both - chance(b);
  });
  moments.m_exact = estimate_m(features, rows, by_excess, lift, first, workers, progress);
  std::vector<double> estimates;
  std::size_t free_pairs = 0;
  for (const Joint& joint : joints) {
    if (lift[joint.f][joint.g] > 0 || joint.filled <= 0 || !joint.meets_across) continue;
    ++free_pairs;
    const double deviation = std::sqrt(chance(joint) + 1) * all / joint.filled;
    if (joint.filled > 0.1 * all && deviation < noise_most(records)) {
      estimates.push_back((joint.equal_both - chance(joint)) * all / joint.filled /
                          (moments.m_exact[joint.f] * moments.m_exact[joint.g]));
    }
  }
  const bool has_names = std::any_of(features.begin(), features.end(), is_name);
  moments.has_names = has_names;
  moments.is_identifiable = has_names || free_pairs >= 3;
  moments.is_hopeless = features.size() > 1 && !has_names && free_pairs == 0;
  moments.has_count = !estimates.empty();
  const double second = estimates.empty() ? first : num::quantile(estimates, 0.35);
  moments.matches = std::clamp(second, 0.002 * records, 2.5 * first);
  return moments;
}

std::vector<double> equal_pairs_by_level(const Feature& feature) {
  std::vector<double> pairs(exact_levels);
  const std::uint32_t most = *std::max_element(feature.counts.begin() + 1, feature.counts.end());
  for (std::size_t code = 1; code < feature.counts.size(); ++code) {
    if (feature.counts[code] > 1)
      pairs[static_cast<std::size_t>(exact_level(feature.counts[code], most))] +=
          pairs_of(feature.counts[code]);
  }
  return pairs;
}

}  // namespace sanaq::link
