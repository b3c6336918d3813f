#include "sanaq/link/value_chance.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <string>

#include "sanaq/link/levels.h"
#include "sanaq/num/rng.h"

namespace sanaq::link {
namespace {

constexpr std::size_t few_pairs = 400000;  // of values: all are compared
constexpr int drawn_pairs = 150000;        // of each stratum, where there are more

double pairs_of(double count) { return count * (count - 1) / 2; }

using Keys = std::vector<std::uint32_t>;

// What values that are alike share, as numbers, sorted.
class KeyBook {
 public:
  Keys keys(const Feature& feature, std::uint32_t code) {
    std::vector<std::string> texts;
    if (feature.kind == Kind::name) {
      texts = text::sound_keys(*feature.names[code]);
    } else {
      const std::u32string& letters = feature.letters[code];
      const std::size_t some = std::min<std::size_t>(3, letters.size());
      texts.push_back('<' + plain(letters.substr(0, some)));
      texts.push_back('>' + plain(letters.substr(letters.size() - some)));
      if (!feature.sounds.empty()) texts.push_back('~' + feature.sounds[code]);
    }
    Keys found;
    for (const std::string& text : texts)
      found.push_back(ids_.emplace(text, static_cast<std::uint32_t>(ids_.size())).first->second);
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
  }

 private:
  static std::string plain(const std::u32string& letters) {
    std::string text;
    for (const char32_t letter : letters) text += std::to_string(letter) + ' ';
    return text;
  }
  std::map<std::string, std::uint32_t> ids_;
};

std::size_t in_common(const Keys& left, const Keys& right) {
  std::size_t common = 0;
  for (auto a = left.begin(), b = right.begin(); a != left.end() && b != right.end();) {
    common += *a == *b;
    *a < *b ? ++a : ++b;
  }
  return common;
}

// Some of the counts, and the sums of how many records they are, to draw from.
struct Block {
  std::vector<std::size_t> members;
  std::vector<double> up_to;
  double unequal = 0;  // pairs of records with different values

  void close(const std::vector<ValueCount>& counts) {
    double all = 0, equal = 0;
    for (const std::size_t member : members) {
      const double count = counts[member].count;
      equal += count * count;
      up_to.push_back(all += count);
    }
    unequal = (all * all - equal) / 2;
  }
  [[nodiscard]] std::size_t draw(num::Rng& rng) const {
    const auto at =
        std::upper_bound(up_to.begin(), up_to.end(), rng.uniform() * up_to.back()) - up_to.begin();
    return members[std::min(static_cast<std::size_t>(at), members.size() - 1)];
  }
};

class Counting {
 public:
  Counting(const Feature& feature, const std::vector<ValueCount>& counts, std::uint64_t seed)
      : feature_(feature), counts_(counts), rng_(seed, "link.value_chance") {
    found_.pairs.resize(static_cast<std::size_t>(level_count(feature.kind)));
    std::map<std::uint32_t, Block> groups;
    for (std::size_t at = 0; at < counts.size(); ++at)
      groups[counts[at].group].members.push_back(at);
    for (auto& [group, block] : groups) {
      block.close(counts);
      found_.all += pairs_of(block.up_to.back());
      groups_.push_back(std::move(block));
    }
  }

  ValueChance count() {
    count_equal();
    if (value_pairs(groups_) <= few_pairs) {
      for (const Block& block : groups_) {
        each_pair(block, [&](std::size_t left, std::size_t right) {
          add(left, right, counts_[left].count * counts_[right].count);
        });
      }
      return std::move(found_);
    }
    make_key_blocks();
    const double sharing = count_sharing();
    count_others(sharing);
    return std::move(found_);
  }

 private:
  void count_equal() {
    if (feature_.kind != Kind::name) return;
    for (std::size_t at = 0; at < counts_.size(); ++at) {
      if (counts_[at].count > 1) add(at, at, pairs_of(counts_[at].count));
    }
  }

  void add(std::size_t left, std::size_t right, double pairs) {
    found_.pairs[static_cast<std::size_t>(
        fuzzy_level(feature_, counts_[left].code, counts_[right].code))] += pairs;
  }

  static std::size_t value_pairs(const std::vector<Block>& blocks) {
    std::size_t pairs = 0;
    for (const Block& block : blocks)
      pairs += block.members.size() * (block.members.size() - 1) / 2;
    return pairs;
  }

  template <typename Visit>
  static void each_pair(const Block& block, const Visit& visit) {
    for (std::size_t a = 0; a < block.members.size(); ++a) {
      for (std::size_t b = a + 1; b < block.members.size(); ++b)
        visit(block.members[a], block.members[b]);
    }
  }

  void make_key_blocks() {
    KeyBook book;
    std::map<std::pair<std::uint32_t, std::uint32_t>, Block> blocks;  // by group and key
    for (std::size_t at = 0; at < counts_.size(); ++at) {
      keys_.push_back(book.keys(feature_, counts_[at].code));
      for (const std::uint32_t key : keys_.back())
        blocks[{counts_[at].group, key}].members.push_back(at);
    }
    for (auto& [where, block] : blocks) {
      if (block.members.size() < 2) continue;
      block.close(counts_);
      key_blocks_.push_back(std::move(block));
    }
  }

  // A pair with several keys in common is met once for each, and counts as much less.
  double count_sharing() {
    double sharing = 0;
    const auto meet = [&](std::size_t left, std::size_t right, double pairs) {
      const double share = pairs / static_cast<double>(in_common(keys_[left], keys_[right]));
      add(left, right, share);
      sharing += share;
    };
    if (value_pairs(key_blocks_) <= few_pairs) {
      for (const Block& block : key_blocks_) {
        each_pair(block, [&](std::size_t left, std::size_t right) {
          meet(left, right, counts_[left].count * counts_[right].count);
        });
      }
      return sharing;
    }
    draw(key_blocks_,
         [&](std::size_t left, std::size_t right, double pairs) { meet(left, right, pairs); });
    return sharing;
  }

  void count_others(double sharing) {
    const std::vector<double> before = found_.pairs;
    found_.pairs.assign(before.size(), 0.0);
    double drawn = 0, all = 0;
    draw(groups_, [&](std::size_t left, std::size_t right, double pairs) {
      all += pairs;
      if (in_common(keys_[left], keys_[right]) > 0) return;
      add(left, right, pairs);
      drawn += pairs;
    });
    const double others = std::max(0.0, all - sharing);
    for (std::size_t level = 0; level < before.size(); ++level)
      found_.pairs[level] =
          before[level] + (drawn > 0 ? found_.pairs[level] * others / drawn : 0.0);
  }

  // Pairs with different values, each as probable as it is frequent.
  template <typename Visit>
  void draw(const std::vector<Block>& blocks, const Visit& visit) {
    std::vector<double> up_to;
    double all = 0;
    for (const Block& block : blocks) up_to.push_back(all += block.unequal);
    if (all <= 0) return;
    for (int at = 0; at < drawn_pairs; ++at) {
      const auto place =
          std::upper_bound(up_to.begin(), up_to.end(), rng_.uniform() * all) - up_to.begin();
      const Block& block = blocks[std::min(static_cast<std::size_t>(place), blocks.size() - 1)];
      std::size_t left = block.draw(rng_), right = block.draw(rng_);
      for (int again = 0; left == right && again < 100; ++again) {
        left = block.draw(rng_);
        right = block.draw(rng_);
      }
      if (left != right) visit(left, right, all / drawn_pairs);
    }
  }

  const Feature& feature_;
  const std::vector<ValueCount>& counts_;
  num::Rng rng_;
  ValueChance found_;
  std::vector<Block> groups_, key_blocks_;
  std::vector<Keys> keys_;
};

}  // namespace

ValueChance value_chance(const Feature& feature, const std::vector<ValueCount>& counts,
                         std::uint64_t seed) {
  return Counting(feature, counts, seed).count();
}

std::vector<ValueCount> counts_of_all(const Feature& feature) {
  std::vector<ValueCount> counts;
  for (std::uint32_t code = 1; code < feature.counts.size(); ++code)
    counts.push_back({0, code, static_cast<double>(feature.counts[code])});
  return counts;
}

std::vector<ValueCount> counts_by_list(const Feature& feature,
                                       const std::vector<std::uint32_t>& list_of) {
  std::map<std::pair<std::uint32_t, std::uint32_t>, double> by_list;
  for (std::size_t at = 0; at < feature.codes.size(); ++at) {
    if (feature.codes[at] != 0) ++by_list[{list_of[at], feature.codes[at]}];
  }
  std::vector<ValueCount> counts;
  for (const auto& [place, count] : by_list) counts.push_back({place.first, place.second, count});
  return counts;
}

}  // namespace sanaq::link
