#include "sanaq/link/drawn_matches.h"

#include <algorithm>
#include <array>
#include <map>

#include "sanaq/link/columns.h"
#include "sanaq/num/rng.h"

namespace sanaq::link {
namespace {

// Of each two lists a multiple of 64, so that their matches have words of their own.
constexpr std::size_t drawn_in_all = 32768, drawn_least = 256;

// Which features records of a list have filled, as bits, and how many records have just these: what
// is drawn from counts changes by as much as they do, wherever a record stands.
struct FilledCells {
  std::vector<std::uint32_t> features;
  std::vector<double> records;
};

std::vector<FilledCells> filled_cells(const PairSpace& space, const Columns& columns) {
  std::vector<std::map<std::uint32_t, double>> counts(space.list_count());
  for (std::uint32_t record = 0; record < space.record_count(); ++record) {
    if (!columns.is_linkable[record]) continue;
    std::uint32_t filled = 0;
    for (std::size_t f = 0; f < columns.features.size(); ++f)
      filled |= (columns.features[f].codes[record] != 0 ? 1U : 0U) << f;
    counts[space.list_of[record]][filled] += 1;
  }
  std::vector<FilledCells> cells(counts.size());
  for (std::size_t list = 0; list < counts.size(); ++list) {
    for (const auto& [features, records] : counts[list]) {
      cells[list].features.push_back(features);
      cells[list].records.push_back(records);
    }
  }
  return cells;
}

void set_bit(DrawnMatches::Bits& bits, std::size_t at) {
  bits[at / 64] |= std::uint64_t{1} << (at % 64);
}

}  // namespace

DrawnMatches::DrawnMatches(const SeenMatches& seen, const std::vector<Key>& keys,
                           const Columns& columns, const PairSpace& space, std::uint64_t seed)
    : drawn_(space.list_pair_count()) {
  const auto by_feature = keys_by_feature(keys, columns.features.size());
  const std::vector<FilledCells> cells = filled_cells(space, columns);
  const auto may_match = [&](std::size_t a, std::size_t b) {
    return !cells[a].records.empty() && !cells[b].records.empty() &&
           (a != b || !space.one_per_person[a]);
  };
  std::size_t list_pairs = 0;
  for (std::size_t b = 0; b < cells.size(); ++b) {
    for (std::size_t a = 0; a <= b; ++a) list_pairs += may_match(a, b);
  }
  const std::size_t each =
      std::max(drawn_least, drawn_in_all / std::max<std::size_t>(1, list_pairs) / 64 * 64);
  agrees_.assign(keys.size(), Bits((each * list_pairs + 63) / 64));
  num::Rng rng(seed, "link.drawn_matches");
  for (std::size_t b = 0; b < cells.size(); ++b) {
    for (std::size_t a = 0; a <= b; ++a) {
      if (!may_match(a, b)) continue;
      const std::size_t lists = space.list_pair_of_lists(a, b);
      std::vector<std::array<double, key_outcomes>> shares;
      for (std::size_t f = 0; f < by_feature.size(); ++f) shares.push_back(seen.shares(lists, f));
      drawn_[lists] = each;
      for (std::size_t draw = 0; draw < each; ++draw) {
        const std::uint32_t both = cells[a].features[rng.categorical(cells[a].records)] &
                                   cells[b].features[rng.categorical(cells[b].records)];
        for (std::size_t f = 0; f < by_feature.size(); ++f) {
          const std::size_t outcome = rng.categorical(shares[f]);  // drawn even if nobody looks
          if ((both & (1U << f)) == 0) continue;
          for (std::size_t at = 0; at < by_feature[f].size(); ++at) {
            if ((outcome >> at) & 1U) set_bit(agrees_[by_feature[f][at]], list_pair_.size());
          }
        }
        list_pair_.push_back(lists);
      }
    }
  }
}

DrawnMatches::Bits DrawnMatches::covered_by(const Rule& rule) const {
  Bits bits((size() + 63) / 64, ~std::uint64_t{0});
  for (const std::size_t key : rule.keys) {
    for (std::size_t word = 0; word < bits.size(); ++word)
      bits[word] &= key < agrees_.size() ? agrees_[key][word] : 0;
  }
  return bits;
}

DrawnMatches::Bits DrawnMatches::covered_by_any(const std::vector<Rule>& rules) const {
  Bits any((size() + 63) / 64);
  for (const Rule& rule : rules) {
    const Bits bits = covered_by(rule);
    for (std::size_t word = 0; word < any.size(); ++word) any[word] |= bits[word];
  }
  return any;
}

std::vector<double> DrawnMatches::recall_by_lists(const std::vector<Rule>& rules) const {
  const Bits any = covered_by_any(rules);
  std::vector<double> found(drawn_.size());
  for (std::size_t match = 0; match < size(); ++match)
    found[list_pair_[match]] += static_cast<double>((any[match / 64] >> (match % 64)) & 1U);
  for (std::size_t lists = 0; lists < found.size(); ++lists)
    found[lists] = drawn_[lists] == 0 ? 1 : found[lists] / static_cast<double>(drawn_[lists]);
  return found;
}

}  // namespace sanaq::link
