#include "sanaq/link/rule_rows.h"

#include <algorithm>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "sanaq/link/rule_rows.cpp"
#include <hwy/foreach_target.h>
// after foreach_target
#include <hwy/highway.h>

#include "sanaq/link/row_lanes.h"

#ifndef SANAQ_LINK_RULE_TASK
#define SANAQ_LINK_RULE_TASK
namespace sanaq::link {

struct RuleTask {
  std::span<const RuleKeys::Test> tests;
  std::span<const std::vector<std::uint32_t>> columns;
  const std::uint32_t *apart = nullptr, *own = nullptr;  // apart may be null
  std::size_t rule = 0;
  RowRun run;
  std::uint32_t* fields = nullptr;
  std::vector<std::uint32_t>* slow = nullptr;
};

}  // namespace sanaq::link
#endif

HWY_BEFORE_NAMESPACE();
namespace sanaq::link::HWY_NAMESPACE {
namespace {

HWY_INLINE void list_lanes(Mask mask, std::size_t at, std::vector<std::uint32_t>& places) {
  for (std::uint64_t bits = bits_of(mask); bits != 0; bits &= bits - 1)
    places.push_back(static_cast<std::uint32_t>(at) +
                     static_cast<std::uint32_t>(__builtin_ctzll(bits)));
}

// Which columns are equal, as bits: of the first 32, and of the others.
struct Equal {
  Lanes low, high;
};

HWY_INLINE Lanes equal_columns(std::span<const std::vector<std::uint32_t>> columns, std::size_t row,
                               std::size_t at) {
  const Whole d;
  Lanes equal = hn::Zero(d), bit = hn::Set(d, 1);
  for (const std::vector<std::uint32_t>& ids : columns) {
    const Mask same = hn::Eq(hn::LoadU(d, ids.data() + at), hn::Set(d, ids[row]));
    equal = hn::Or(equal, hn::IfThenElseZero(same, bit));
    bit = hn::Add(bit, bit);
  }
  return equal;
}

HWY_INLINE Mask has_all(const Equal& equal, std::uint64_t needs) {
  const Whole d;
  const Lanes low = hn::Set(d, static_cast<std::uint32_t>(needs));
  const Mask has_low = hn::Eq(hn::And(equal.low, low), low);
  if ((needs >> 32) == 0) return has_low;
  const Lanes high = hn::Set(d, static_cast<std::uint32_t>(needs >> 32));
  return hn::And(has_low, hn::Eq(hn::And(equal.high, high), high));
}

HWY_INLINE Mask allowed(const RuleTask& task, std::size_t at) {
  const Whole d;
  Mask pairs = hn::And(hn::FirstN(d, task.run.last - at),
                       hn::Ne(hn::LoadU(d, task.own + at), hn::Set(d, task.own[task.run.row])));
  if (task.apart == nullptr || task.apart[task.run.row] == 0) return pairs;
  return hn::And(pairs,
                 hn::Ne(hn::LoadU(d, task.apart + at), hn::Set(d, task.apart[task.run.row])));
}

void FindFields(const RuleTask& task) {
  const Whole d;
  const std::size_t low = std::min<std::size_t>(32, task.columns.size());
  for (std::size_t at = task.run.first; at < task.run.last; at += hn::Lanes(d)) {
    const std::size_t place = at - task.run.first;
    Mask pairs = allowed(task, at);
    Lanes fields = hn::Set(d, task.tests[task.rule].without);
    const Equal equal{equal_columns(task.columns.first(low), task.run.row, at),
                      equal_columns(task.columns.subspan(low), task.run.row, at)};
    for (std::size_t other = 0; other < task.tests.size(); ++other) {
      const RuleKeys::Test& test = task.tests[other];
      if (other == task.rule) continue;
      const Mask found = has_all(equal, test.needs);
      if (!test.slow.keys.empty()) {
        list_lanes(hn::And(found, pairs), place, task.slow[other]);
      } else if (other < task.rule) {
        pairs = hn::AndNot(found, pairs);
      } else {
        fields = hn::Or(fields, hn::IfThenElseZero(found, hn::Set(d, test.without)));
      }
    }
    hn::StoreU(hn::IfThenElse(pairs, fields, hn::Set(d, dropped_pair)), d, task.fields + place);
  }
}

}  // namespace
}  // namespace sanaq::link::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace sanaq::link {
namespace {

HWY_EXPORT(FindFields);

}  // namespace

bool has_several_values(const Rule& rule, const std::vector<Key>& keys) {
  return std::any_of(rule.keys.begin(), rule.keys.end(),
                     [&](std::size_t at) { return keys[at].has_several_values(); });
}

RuleKeys::RuleKeys(const std::vector<Rule>& rules, const std::vector<Key>& keys,
                   const PairSpace& space, std::size_t feature_count)
    : keys_(&keys), space_(&space) {
  std::vector<std::size_t> columns;  // keys with one value a record
  for (const Rule& rule : rules) {
    Test test{0, {}, fields_without(rule, keys, feature_count)};
    for (const std::size_t key : rule.keys) {
      const auto known = std::find(columns.begin(), columns.end(), key);
      constexpr std::size_t columns_most = 64;
      if (known == columns.end() &&
          (columns.size() == columns_most || keys[key].has_several_values())) {
        test.slow.keys.push_back(key);
        continue;
      }
      test.needs |= std::uint64_t{1} << (known - columns.begin());
      if (known == columns.end()) columns.push_back(key);
    }
    tests_.push_back(std::move(test));
  }
  fill(columns);
  has_apart_ = std::find(space.one_per_person.begin(), space.one_per_person.end(), true) !=
               space.one_per_person.end();
}

void RuleKeys::fill(const std::vector<std::size_t>& columns) {
  width_ = columns.size();
  const std::size_t records = space_->record_count();
  ids_.resize(records * width_);
  for (std::size_t column = 0; column < width_; ++column) {
    const Key& key = (*keys_)[columns[column]];
    for (std::size_t record = 0; record < records; ++record) {
      // A record without the value has one of its own, so that it equals no other.
      constexpr std::uint32_t own = std::uint32_t{1} << 31;
      const auto at = static_cast<std::uint32_t>(record);
      const std::span<const std::uint32_t> values = key.values(at);
      ids_[record * width_ + column] = values.empty() ? own | at : values.front();
    }
  }
}

bool RuleKeys::has_rule_for(std::uint32_t left, std::uint32_t right) const {
  const std::uint32_t *of_left = ids(left), *of_right = ids(right);
  std::uint64_t equal = 0;
  for (std::size_t column = 0; column < width_; ++column)
    equal |= std::uint64_t{of_left[column] == of_right[column]} << column;
  return std::any_of(tests_.begin(), tests_.end(), [&](const Test& test) {
    return (equal & test.needs) == test.needs &&
           (test.slow.keys.empty() || meets(test.slow, *keys_, left, right));
  });
}

void RuleRows::lay_out(std::span<const std::uint32_t> records) {
  records_ = records;
  const std::size_t room = records.size() + row_padding;
  if (own_.size() < room) {
    own_.resize(room);
    apart_.resize(room);
    for (auto& column : columns_) column.resize(room);
  }
  constexpr std::size_t ahead = 16;
  for (std::size_t row = 0; row < records.size(); ++row) {
    if (row + ahead < records.size()) __builtin_prefetch(rules_->ids(records[row + ahead]));
    const std::uint32_t* ids = rules_->ids(records[row]);
    own_[row] = records[row];
    for (std::size_t column = 0; column < columns_.size(); ++column)
      columns_[column][row] = ids[column];
  }
  for (std::size_t row = 0; row < records.size() && rules_->has_apart(); ++row)
    apart_[row] = rules_->apart(records[row]);
}

std::span<std::uint32_t> RuleRows::find(std::size_t rule, const RowRun& run) {
  const std::size_t count = run.last - run.first;
  if (fields_.size() < count + row_padding) fields_.resize(count + row_padding);
  slow_.resize(rules_->tests().size());
  for (auto& places : slow_) places.clear();
  HWY_DYNAMIC_DISPATCH(FindFields)
  ({rules_->tests(), columns_, rules_->has_apart() ? apart_.data() : nullptr, own_.data(), rule,
    run, fields_.data(), slow_.data()});
  ask(rule, run);
  return {fields_.data(), count};
}

void RuleRows::ask(std::size_t rule, const RowRun& run) {
  for (std::size_t other = 0; other < slow_.size(); ++other) {
    const RuleKeys::Test& test = rules_->tests()[other];
    for (const std::uint32_t place : slow_[other]) {
      std::uint32_t& fields = fields_[place];
      if (fields == dropped_pair ||
          !meets(test.slow, rules_->keys(), records_[run.row], records_[run.first + place]))
        continue;
      fields = other < rule ? dropped_pair : fields | test.without;
    }
  }
}

}  // namespace sanaq::link
#endif
