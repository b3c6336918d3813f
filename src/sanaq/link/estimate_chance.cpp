#include "sanaq/link/estimate_chance.h"

#include <utility>

#include "sanaq/link/frequencies.h"
#include "sanaq/link/group_chance.h"
#include "sanaq/link/name_chance.h"

namespace sanaq::link {
namespace {

// Few distinct names are compared each with each; of many, pairs are drawn.
NameChance chance_of(const PreparedRecords& records, std::size_t at, Comparer& comparer) {
  const std::vector<Feature>& features = records.columns.features;
  const Feature& feature = features[at];
  const std::uint64_t seed = records.options.seed;
  constexpr std::size_t few_values = 800;
  if (feature.kind == Kind::name && !feature.chance_within.empty())
    return {feature.chance_within, {}};
  if (feature.kind == Kind::name && feature.values.size() > few_values && features.size() > 1) {
    NameChance chance = name_chance(at, comparer, records.space, seed);
    if (records.space.list_count() <= 1) chance.by_group.clear();
    return chance;
  }
  NameChance chance{chance_agreement_of(at, comparer, records.space.marks, seed), {}};
  chance.by_group = chance_by_group(at, comparer, records.space, chance.of_all, seed);
  return chance;
}

}  // namespace

ChanceAgreement estimate_chance(const PreparedRecords& records, Crew& crew) {
  const Columns& columns = records.columns;
  ChanceAgreement chance;
  chance.of_all.resize(columns.features.size());
  chance.by_group.resize(columns.features.size());
  crew.workers.each(columns.features.size(), crew.progress, [&](std::size_t at) {
    NameChance of = chance_of(records, at, crew.comparers.here());
    chance.of_all[at] = std::move(of.of_all);
    chance.by_group[at] = std::move(of.by_group);
  });
  chance.moments =
      excess_agreement(columns.features, records.comparer.quick(), crew.workers, crew.progress);
  if (columns.matches_across > 0) {
    Moments& moments = chance.moments;
    moments.matches = columns.matches_across;
    moments.has_count = moments.is_count_known = moments.is_identifiable = true;
    moments.is_hopeless = false;
  }
  return chance;
}

std::vector<base::Message> warnings_of(const Moments& moments) {
  if (moments.is_identifiable || moments.is_hopeless) return {};
  return {
      base::message("the columns hardly tell persons apart from their families or places: "
                    "check the links, or give labelled pairs")};
}

}  // namespace sanaq::link
