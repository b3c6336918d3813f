#include "sanaq/link/value_chance.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <string>

#include "sanaq/link/columns.h"
#include "sanaq/link/drawn_pairs.h"
#include "sanaq/link/levels.h"
#include "sanaq/num/rng.h"

namespace sanaq::link {
namespace {

constexpr std::size_t few_pairs = 400000;  // of values: all are compared
constexpr double pairs_to_draw = 150000;   // of each stratum, where there are more

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

// Of a value, the same whatever others there are.
std::uint64_t mark_of(const std::string& value) {
  std::uint64_t hash = 0xCBF29CE484222325ULL;
  for (const char letter : value)
    hash = (hash ^ static_cast<unsigned char>(letter)) * 0x100000001B3ULL;  // FNV-1a
  return hash;
}

// Some of the counts.
struct Block {
  std::vector<std::size_t> members;
  double all = 0, unequal = 0;  // pairs of records; of these, with different values

  void close(const std::vector<ValueCount>& counts) {
    double records = 0, equal = 0;
    for (const std::size_t member : members) {
      records += counts[member].count;
      equal += pairs_of(counts[member].count);
    }
    all = pairs_of(records);
    unequal = all - equal;
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
      found_.all += block.all;
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

  // Pairs of records with different values. A value that many have is as many marks, so that one
  // record more is one mark more.
  template <typename Visit>
  void draw(const std::vector<Block>& blocks, const Visit& visit) {
    double all = 0, unequal = 0;
    for (const Block& block : blocks) {
      all += block.all;
      unequal += block.unequal;
    }
    if (unequal <= 0) return;
    constexpr double equal_drawn_most = 4;  // times as many as are wanted
    const double share =
        std::min({1.0, pairs_to_draw / unequal, equal_drawn_most * pairs_to_draw / all});
    const std::uint64_t stream = rng_.bits();
    for (const Block& block : blocks) {
      std::vector<Marked> records;
      for (const std::size_t member : block.members) {
        std::uint64_t mark = mark_of(feature_.values[counts_[member].code]);
        for (double record = 0; record < counts_[member].count; ++record) {
          records.push_back({mark, static_cast<std::uint32_t>(member)});
          mark += 0x9E3779B97F4A7C15ULL;
        }
      }
      for (const auto& [left, right] : drawn_pairs(std::move(records), share, stream)) {
        if (left != right) visit(left, right, 1 / share);
      }
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
