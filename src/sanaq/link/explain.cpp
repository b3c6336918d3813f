#include "sanaq/link/explain.h"

#include <array>
#include <bit>
#include <cmath>
#include <numbers>
#include <numeric>
#include <utility>

#include "sanaq/base/check.h"
#include "sanaq/link/columns.h"
#include "sanaq/link/comparer.h"
#include "sanaq/link/differences.h"
#include "sanaq/link/level_weights.h"
#include "sanaq/link/levels.h"
#include "sanaq/link/make_columns.h"
#include "sanaq/link/model.h"
#include "sanaq/link/named_model.h"
#include "sanaq/link/options.h"
#include "sanaq/link/pair_model.h"
#include "sanaq/link/plain_value.h"
#include "sanaq/link/same_values.h"
#include "sanaq/link/score.h"
#include "sanaq/num/logspace.h"

namespace sanaq::link {
namespace {

// The value as it is compared; where it is taken for another, both: "бурильщик = driller".
std::string value_shown(const record::RecordTable& table, const Model& model,
                        const Feature& feature, std::uint32_t record) {
  const std::string& compared = feature.values[feature.codes[record]];
  for (const record::Column& column : table.columns) {
    const std::string name =
        column.field ? std::string(record::field_name(*column.field)) : column.header;
    if (name != feature.column) continue;
    std::vector<std::string> written{plain_value(column, column.codes[record])};
    const std::string before = written.front();
    merge_same_values(model.same_values, feature.column, written);
    if (written.front() != before && written.front() == compared) return before + " = " + compared;
  }
  return compared;
}

// What is the same for every pair of a table.
struct Prepared {
  const record::RecordTable& table;
  const Model& model;
  Columns columns;
  PairModel known;
};

Prepared prepared(const record::RecordTable& table, const Model& model,
                  const std::vector<Nickname>& nicknames) {
  std::vector<std::uint32_t> order(table.record_count());
  std::iota(order.begin(), order.end(), 0U);
  Columns columns = make_columns(table, Options{.nicknames = nicknames, .model = model}, order);
  PairModel known =
      model_of_columns(model, columns.features, table.lists,
                       std::make_shared<const PairSpace>(make_pair_space(table, order)));
  return {table, model, std::move(columns), std::move(known)};
}

Explanation explained(const Prepared& with, Comparer& comparer, std::uint32_t left,
                      std::uint32_t right) {
  const record::RecordTable& table = with.table;
  const PairModel& known = with.known;
  base::check(left < table.record_count() && right < table.record_count(),
              "the records to explain are in the table");
  std::array<std::int8_t, 32> levels{};
  comparer.compare(left, right, levels.data());
  Explanation explanation;
  const bool within = known.space->is_within(left, right);
  explanation.prior_bits =
      num::logit(std::max(within ? known.prior_within : known.prior_match, 1e-300)) /
      std::numbers::ln2;
  const std::vector<Feature>& features = with.columns.features;
  for (std::size_t f = 0; f < features.size(); ++f) {
    const Feature& feature = features[f];
    const double bits =
        field_log_ratio(known, comparer, levels.data(), f, left, right) / std::numbers::ln2;
    const std::string label = levels[f] == missing
                                  ? "missing"
                                  : level_labels(feature.kind)[static_cast<std::size_t>(levels[f])];
    explanation.lines.push_back({feature.column, value_shown(table, with.model, feature, left),
                                 value_shown(table, with.model, feature, right), label, bits});
    explanation.weight_bits += bits;
  }
  const FieldMasks masks = field_masks(features, levels.data());
  explanation.filled = std::popcount(masks.filled & known.differences.counted());
  explanation.differing = std::popcount(masks.differing & known.differences.counted());
  explanation.differing_bits =
      difference_log_ratio(known.differences, masks.filled, explanation.differing) /
      std::numbers::ln2;
  explanation.weight_bits += explanation.differing_bits;
  explanation.probability =
      num::inverse_logit((explanation.prior_bits + explanation.weight_bits) * std::numbers::ln2);
  return explanation;
}

}  // namespace

Explanation explain(const record::RecordTable& table, const Model& model, std::uint32_t left,
                    std::uint32_t right, const std::vector<Nickname>& nicknames) {
  const std::pair pair(left, right);
  return explain_pairs(table, model, {&pair, 1}, nicknames).front();
}

std::vector<Explanation> explain_pairs(
    const record::RecordTable& table, const Model& model,
    std::span<const std::pair<std::uint32_t, std::uint32_t>> pairs,
    const std::vector<Nickname>& nicknames) {
  const Prepared with = prepared(table, model, nicknames);
  Comparer comparer(with.columns.features);
  std::vector<Explanation> all;
  for (const auto& [left, right] : pairs) all.push_back(explained(with, comparer, left, right));
  return all;
}

}  // namespace sanaq::link
