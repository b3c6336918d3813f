#include "sanaq/link/drawn_matches.h"

#include <algorithm>
#include <array>

#include "sanaq/num/rng.h"

namespace sanaq::link {
namespace {

// Of each two lists a multiple of 64, so that their matches have words of their own.
constexpr std::size_t drawn_in_all = 32768, drawn_least = 256;

void set_bit(DrawnMatches::Bits& bits, std::size_t at) {
  bits[at / 64] |= std::uint64_t{1} << (at % 64);
}

}  // namespace

DrawnMatches::DrawnMatches(const SeenMatches& seen, const std::vector<Key>& keys,
                           const Columns& columns, const PairSpace& space, std::uint64_t seed)
    : drawn_(space.list_pair_count()) {
  const auto by_feature = keys_by_feature(keys, columns.features.size());
  std::vector<std::vector<std::uint32_t>> records = space.records_by_list();
  for (auto& of_list : records)
    std::erase_if(of_list, [&](std::uint32_t record) { return !columns.is_linkable[record]; });
  const auto may_match = [&](std::size_t a, std::size_t b) {
    return !records[a].empty() && !records[b].empty() && (a != b || !space.one_per_person[a]);
  };
  std::size_t list_pairs = 0;
  for (std::size_t b = 0; b < records.size(); ++b) {
    for (std::size_t a = 0; a <= b; ++a) list_pairs += may_match(a, b);
  }
  const std::size_t each =
      std::max(drawn_least, drawn_in_all / std::max<std::size_t>(1, list_pairs) / 64 * 64);
  agrees_.assign(keys.size(), Bits((each * list_pairs + 63) / 64));
  num::Rng rng(seed, "link.drawn_matches");
  for (std::size_t b = 0; b < records.size(); ++b) {
    for (std::size_t a = 0; a <= b; ++a) {
      if (!may_match(a, b)) continue;
      const std::size_t lists = space.list_pair_of_lists(a, b);
      std::vector<std::array<double, key_outcomes>> shares;
      for (std::size_t f = 0; f < by_feature.size(); ++f) shares.push_back(seen.shares(lists, f));
      drawn_[lists] = each;
      for (std::size_t draw = 0; draw < each; ++draw) {
        const std::uint32_t left = records[a][rng.below(records[a].size())];
        const std::uint32_t right = records[b][rng.below(records[b].size())];
        for (std::size_t f = 0; f < by_feature.size(); ++f) {
          const Feature& feature = columns.features[f];
          if (feature.codes[left] == 0 || feature.codes[right] == 0) continue;
          const std::size_t outcome = rng.categorical(shares[f]);
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
