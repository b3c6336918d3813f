#include "sanaq/link/model_before_pairs.h"

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

#include "sanaq/link/em.h"
#include "sanaq/link/frequencies.h"
#include "sanaq/link/level_weights.h"
#include "sanaq/link/levels.h"
#include "sanaq/link/pair_totals.h"
#include "sanaq/link/twins.h"

namespace sanaq::link {
namespace {

// Chance agreement that is to be found: of the child of the edge, where the parent agrees.
struct Dependent {
  Edge edge;
  int level = -1;    // of equality of the parent; -1: whichever
  double pairs = 0;  // that agree on the parent
  std::vector<double> u{};
};

// Parents of a child for each level of equality that has enough pairs, then for whichever.
std::vector<Dependent> dependents(const PreparedRecords& records, const Moments& moments) {
  std::vector<Dependent> all;
  for (const Edge& edge : moments.edges) {
    const std::vector<double> pairs = equal_pairs_by_level(records.columns.features[edge.parent]);
    constexpr double enough = 1000;
    for (int level = 0; level < exact_levels; ++level) {
      if (pairs[static_cast<std::size_t>(level)] >= enough &&
          (edge.level < 0 || edge.level == level))
        all.push_back({edge, level, pairs[static_cast<std::size_t>(level)]});
    }
    if (edge.level < 0) all.push_back({edge, -1, moments.equal_pairs[edge.parent]});
  }
  return all;
}

// Chance agreement of a field where another that goes together with it agrees.
void find_dependence(const PreparedRecords& records, const Moments& moments, Crew& crew,
                     PairModel& model) {
  std::vector<Dependent> all = dependents(records, moments);
  crew.workers.each(all.size(), crew.progress, [&](std::size_t at) {
    Dependent& of = all[at];
    const std::vector<double>& m = model.fields[of.edge.parent].m;
    const double m_parent = of.level < 0 ? exact_share(m) : m[static_cast<std::size_t>(of.level)];
    const double rho = std::min(0.95, moments.matches * m_parent / std::max(1.0, of.pairs));
    of.u = chance_agreement_given(records.columns.features, crew.comparers.here(), of.edge.parent,
                                  of.edge.child, model.fields[of.edge.child].m, rho,
                                  records.space.marks, records.options.seed, of.level);
  });
  for (Dependent& of : all)
    model.fields[of.edge.child].parents.push_back({of.edge.parent, std::move(of.u), of.level});
}

}  // namespace

PairModel model_before_pairs(const PreparedRecords& records, const ChanceAgreement& chance,
                             Crew& crew) {
  const std::vector<Feature>& features = records.columns.features;
  const PairSpace& space = records.space;
  PairModel model = first_model(features, chance.of_all, chance.moments, pair_totals(space));
  model.space = std::make_shared<const PairSpace>(space);
  model.twins = look_for_twins(features, space.list_of, space.list_count());
  find_dependence(records, chance.moments, crew, model);
  return model;
}

}  // namespace sanaq::link
