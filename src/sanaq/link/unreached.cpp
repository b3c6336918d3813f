#include "sanaq/link/unreached.h"

#include <cstdint>
#include <unordered_map>

namespace sanaq::link {
namespace {

// The values of one record for all keys of a rule: as many as there are combinations.
class BlocksOfARecord {
 public:
  BlocksOfARecord(const Rule& rule, const std::vector<Key>& keys) : rule_(&rule), keys_(&keys) {}

  // Calls `visit` with the mark of each block in which the record is; of none if a cell is empty.
  // Two blocks have one mark once in some 2^64 pairs of them.
  template <typename Visit>
  void each(std::uint32_t record, const Visit& visit) const {
    walk(record, 0, 0, visit);
  }

 private:
  template <typename Visit>
  void walk(std::uint32_t record, std::size_t key, std::uint64_t mark, const Visit& visit) const {
    if (key == rule_->keys.size()) {
      visit(mark);
      return;
    }
    for (const std::uint32_t value : (*keys_)[rule_->keys[key]].values(record))
      walk(record, key + 1, mixed(mark, value), visit);
  }
  // splitmix64 (Steele, Lea, Flood 2014).
  static std::uint64_t mixed(std::uint64_t mark, std::uint32_t value) {
    std::uint64_t bits = mark + value + 0x9e3779b97f4a7c15U;
    bits = (bits ^ (bits >> 30U)) * 0xbf58476d1ce4e5b9U;
    bits = (bits ^ (bits >> 27U)) * 0x94d049bb133111ebU;
    return bits ^ (bits >> 31U);
  }

  const Rule* rule_;
  const std::vector<Key>* keys_;
};

// Who is in a block.
struct WhoIsMet {
  std::uint32_t list = 0;
  bool has_two = false, has_two_lists = false;
};

class ReachedRecords {
 public:
  ReachedRecords(const PairSpace& space, const std::vector<bool>& is_linkable)
      : space_(space), is_linkable_(is_linkable) {
    for (std::uint32_t record = 0; record < is_linkable.size(); ++record) {
      if (is_linkable[record]) alone_.push_back(record);
    }
    has_value_.resize(is_linkable.size());
  }

  void take(const Rule& rule, const std::vector<Key>& keys) {
    if (alone_.empty()) return;
    const BlocksOfARecord blocks(rule, keys);
    std::unordered_map<std::uint64_t, WhoIsMet> met;  // only blocks that somebody waits in
    for (const std::uint32_t record : alone_) {
      blocks.each(record, [&](std::uint64_t mark) {
        has_value_[record] = true;
        met.try_emplace(mark, WhoIsMet{nobody, false, false});
      });
    }
    for (std::uint32_t record = 0; record < is_linkable_.size(); ++record) {
      if (!is_linkable_[record]) continue;
      blocks.each(record, [&](std::uint64_t mark) {
        const auto found = met.find(mark);
        if (found != met.end()) enter(found->second, space_.list_of[record]);
      });
    }
    std::erase_if(alone_, [&](std::uint32_t record) {
      bool is_reached = false;
      blocks.each(record, [&](std::uint64_t mark) {
        const WhoIsMet& block = met.at(mark);
        is_reached |= block.has_two_lists ||
                      (block.has_two && !space_.one_per_person[space_.list_of[record]]);
      });
      return is_reached;
    });
  }

  [[nodiscard]] std::vector<Unreached> by_list() const {
    std::vector<Unreached> lists(space_.list_count());
    for (std::uint32_t at = 0; at < lists.size(); ++at) lists[at].list = at;
    for (const std::uint32_t record : alone_) {
      Unreached& list = lists[space_.list_of[record]];
      ++list.alone;
      list.no_value += has_value_[record] ? 0 : 1;
    }
    std::erase_if(lists, [](const Unreached& list) { return list.alone == 0; });
    return lists;
  }

 private:
  static constexpr std::uint32_t nobody = ~std::uint32_t{0};

  static void enter(WhoIsMet& block, std::uint32_t list) {
    if (block.list != nobody) {
      block.has_two = true;
      block.has_two_lists |= block.list != list;
    }
    block.list = list;
  }

  const PairSpace& space_;
  const std::vector<bool>& is_linkable_;
  std::vector<std::uint32_t> alone_;
  std::vector<bool> has_value_;
};

}  // namespace

std::vector<Unreached> find_unreached(const std::vector<Rule>& rules, const std::vector<Key>& keys,
                                      const PairSpace& space,
                                      const std::vector<bool>& is_linkable) {
  ReachedRecords reached(space, is_linkable);
  for (const Rule& rule : rules) reached.take(rule, keys);
  return reached.by_list();
}

}  // namespace sanaq::link
