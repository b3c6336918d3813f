#include "sanaq/splink/learn.h"

#include <algorithm>
#include <map>

#include "sanaq/base/stopwatch.h"
#include "sanaq/splink/chance.h"
#include "sanaq/splink/em.h"
#include "sanaq/splink/pair_finder.h"

namespace sanaq::splink {
namespace {

using base::message;

constexpr double pairs_of_session = 2000000;

double pairs_of(std::size_t records) {
  const auto count = static_cast<double>(records);
  return count * (count - 1) / 2;
}

double pairs_of(const record::RecordTable& table, bool across_lists_only) {
  double pairs = pairs_of(table.record_count());
  if (!across_lists_only) return pairs;
  std::vector<std::size_t> sizes(table.lists.size());
  for (const std::uint32_t list : table.list_of) ++sizes[list];
  for (const std::size_t size : sizes) pairs -= pairs_of(size);
  return pairs;
}

bool lacks_u(const Comparison& comparison) {
  return std::any_of(comparison.levels.begin(), comparison.levels.end(),
                     [](const Level& level) { return !level.is_null && level.u <= 0; });
}

// Levels without u share what those with u leave; half a pair each keeps all above 0.
void fill_u(const std::vector<double>& chance, double pairs, Comparison& comparison) {
  double known = 0, learnt = 0;
  std::vector<double> u(chance.size());
  for (std::size_t level = 0; level < u.size(); ++level) {
    if (comparison.levels[level].is_null) continue;
    u[level] = (chance[level] * pairs + 0.5) /
               (pairs + 0.5 * static_cast<double>(comparison.levels.size()));
    const double given = comparison.levels[level].u;
    (given > 0 ? known : learnt) += given > 0 ? given : u[level];
  }
  const double scale = known > 0 ? std::max(1e-9, 1 - known) / learnt : 1 / learnt;
  for (std::size_t level = 0; level < u.size(); ++level) {
    Level& filled = comparison.levels[level];
    if (!filled.is_null && filled.u <= 0) filled.u = u[level] * scale;
  }
}

// One session: the pairs of a rule, and the comparisons that it does not look at.
struct Session {
  std::size_t rule = 0;
  std::vector<std::size_t> comparisons;
  EmResult em;
  double rule_pairs = 0;
  [[nodiscard]] double matches() const { return em.match_share * rule_pairs; }
};

class Learner {
 public:
  Learner(const Levels& levels, const BlockedTable& blocked, Learnt& learnt, link::Workers& workers,
          base::Progress& progress)
      : levels_(levels),
        blocked_(blocked),
        learnt_(learnt),
        weights_(levels, learnt.model),
        workers_(workers),
        progress_(progress) {}

  void learn() {
    for (std::size_t rule = 0; rule < blocked_.rules.size(); ++rule) count(rule);
    run_sessions();
    fill_m();
  }
  [[nodiscard]] const std::vector<Session>& sessions() const { return sessions_; }

 private:
  // The patterns of (some of) a rule's pairs, those of earlier rules too.
  void count(std::size_t rule) {
    Session session;
    session.rule = rule;
    session.rule_pairs = blocked_.rules[rule].pair_count();
    const std::vector<std::string>& used = levels_.model().rules[rule].columns();
    for (std::size_t at = 0; at < levels_.comparisons().size(); ++at) {
      const std::vector<std::string> columns = levels_.columns_of(at);
      const bool is_used = std::any_of(columns.begin(), columns.end(), [&](const auto& column) {
        return std::find(used.begin(), used.end(), column) != used.end();
      });
      if (!is_used) session.comparisons.push_back(at);
    }
    if (session.comparisons.empty() || session.rule_pairs == 0) return;
    const std::vector<Blocks> blocks{some_blocks(blocked_, rule, pairs_of_session)};
    const std::vector<ScreenPlan> plans{
        ScreenPlan(levels_, weights_, blocked_.equal_columns[rule])};
    const PairTask task{.levels = levels_,
                        .weights = weights_,
                        .blocked = blocked_,
                        .rules = blocks,
                        .plans = plans,
                        .drops_earlier = false,
                        .counts = true};
    const std::vector<Piece> pieces = cut_blocks(blocks);
    LevelCounts counts(weights_);
    link::Workers::PerThread<PairFinder> finder([&] { return std::make_unique<PairFinder>(task); });
    workers_.each(pieces.size(), progress_, [&](std::size_t at) {
      FoundPairs found;
      finder.here().find(pieces[at], found);
    });
    finder.each([&](const PairFinder& one) { counts.add(one.counts()); });
    double pairs = 0;
    for (const LevelCounts::Count& pattern : counts.counts()) {
      pairs += static_cast<double>(pattern.pairs);
      PatternCount made{{}, static_cast<double>(pattern.pairs)};
      for (const std::size_t at : session.comparisons)
        made.levels.push_back(weights_.level(pattern.pattern, at));
      patterns_[rule].push_back(std::move(made));
    }
    session.rule_pairs *= pairs / std::max(1.0, blocks[0].pair_count());  // without forbidden ones
    sessions_.push_back(std::move(session));
  }

  void run_sessions() {
    workers_.each(sessions_.size(), progress_, [&](std::size_t at) {
      Session& session = sessions_[at];
      std::vector<EmComparison> comparisons;
      for (const std::size_t comparison : session.comparisons)
        comparisons.push_back(what_is_known(learnt_.model.comparisons[comparison]));
      session.em = learn_m(patterns_.at(session.rule), comparisons);
    });
    for (const Session& session : sessions_) {
      learnt_.em_iterations = std::max(learnt_.em_iterations, session.em.iterations);
      learnt_.converged = learnt_.converged && session.em.converged;
    }
  }

  // The mean of the sessions, each worth its matches.
  void fill_m() {
    for (std::size_t at = 0; at < learnt_.model.comparisons.size(); ++at) {
      Comparison& comparison = learnt_.model.comparisons[at];
      std::vector<double> sum(comparison.levels.size());
      double matches = 0;
      for (const Session& session : sessions_) {
        const auto found = std::find(session.comparisons.begin(), session.comparisons.end(), at);
        if (found == session.comparisons.end()) continue;
        const auto& m = session.em.m[static_cast<std::size_t>(found - session.comparisons.begin())];
        for (std::size_t level = 0; level < sum.size(); ++level)
          sum[level] += (session.matches() + 1) * m[level];
        matches += session.matches() + 1;
      }
      const bool lacks_m =
          std::any_of(comparison.levels.begin(), comparison.levels.end(),
                      [](const Level& level) { return !level.is_null && level.m <= 0; });
      if (!lacks_m) continue;
      if (matches == 0) {
        sum = learn_m({}, {what_is_known(comparison)}).m[0];
        matches = 1;
        learnt_.warnings.push_back(
            message("every blocking rule looks at {}, so that its m cannot be learnt; nine tenths "
                    "on its first level are assumed",
                    comparison.name));
      }
      for (std::size_t level = 0; level < sum.size(); ++level) {
        if (!comparison.levels[level].is_null && comparison.levels[level].m <= 0)
          comparison.levels[level].m = sum[level] / matches;
      }
    }
  }

  static EmComparison what_is_known(const Comparison& comparison) {
    EmComparison known;
    for (const Level& level : comparison.levels) {
      known.u.push_back(level.u);
      known.is_null.push_back(level.is_null);
      known.known_m.push_back(level.m);
    }
    return known;
  }

  const Levels& levels_;
  const BlockedTable& blocked_;
  Learnt& learnt_;
  Weights weights_;
  link::Workers& workers_;
  base::Progress& progress_;
  std::vector<Session> sessions_;
  std::map<std::size_t, std::vector<PatternCount>> patterns_;  // by rule
};

// Of all matches, the share that a rule finds: those that agree in its columns, none of which is
// null. Of a rule that looks at a part of a cell, no more is known than the whole cell's agreement.
// And of a list that it explodes, no more than that it is there.
double recall_of(std::size_t at, const Levels& levels, const Model& model) {
  const SqlCondition& rule = levels.model().rules[at];
  const std::vector<std::string>& exploded = exploded_by(levels.model(), at);
  double recall = 1;
  for (const std::string& name : rule.columns()) {
    const record::Column& column = *levels.column(name).column;
    const auto empty = std::count(column.codes.begin(), column.codes.end(), 0U);
    const double filled =
        1 - static_cast<double>(empty) / std::max(1.0, static_cast<double>(column.codes.size()));
    recall *= filled * filled;
    if (std::find(exploded.begin(), exploded.end(), name) != exploded.end()) continue;
    for (const Comparison& comparison : model.comparisons) {
      for (const Level& level : comparison.levels) {
        if (level.condition && level.condition->plain_equality() == name) recall *= level.m;
      }
    }
  }
  return recall;
}

// The rules' matches over the matches that they should find.
double prior_of(const std::vector<Session>& sessions, const Levels& levels, const Model& model,
                double pairs) {
  double matches = 0, recall = 0;
  for (const bool only_whole : {true, false}) {
    for (const Session& session : sessions) {
      const std::vector<SqlCondition> equalities = levels.model().rules[session.rule].equalities();
      const bool is_whole =
          exploded_by(levels.model(), session.rule).empty() &&
          std::all_of(equalities.begin(), equalities.end(), [](const SqlCondition& equality) {
            return equality.plain_equality().has_value();
          });
      if (only_whole && !is_whole) continue;
      matches += session.matches();
      recall += recall_of(session.rule, levels, model);
    }
    if (recall > 0) break;
  }
  if (recall <= 0 || pairs <= 0) return 0.0001;
  return std::clamp((matches + 0.01) / recall / pairs, 0.01 / pairs, 0.5);
}

}  // namespace

Learnt learn(const record::RecordTable& table, const Levels& levels, const BlockedTable& blocked,
             std::uint64_t seed, link::Workers& workers, base::Progress& progress) {
  Learnt learnt;
  learnt.model = levels.model();
  const base::Stopwatch chances;
  const double pairs = pairs_of(table, levels.model().is_link_only);
  for (std::size_t at = 0; at < learnt.model.comparisons.size(); ++at) {
    if (lacks_u(learnt.model.comparisons[at]))
      fill_u(chance_of_levels(table, levels, at, seed, workers, progress), pairs,
             learnt.model.comparisons[at]);
  }
  learnt.seconds_u = chances.seconds();
  const base::Stopwatch em;
  Learner learner(levels, blocked, learnt, workers, progress);
  learner.learn();
  if (learnt.model.prior_match <= 0)
    learnt.model.prior_match = prior_of(learner.sessions(), levels, learnt.model, pairs);
  learnt.seconds_em = em.seconds();
  return learnt;
}

}  // namespace sanaq::splink
