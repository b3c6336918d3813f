#include "sanaq/workspace/persons_at_hand.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <set>
#include <tuple>

#include "sanaq/base/error.h"

namespace sanaq::workspace {
namespace {

constexpr std::uint32_t of_nobody = std::numeric_limits<std::uint32_t>::max();

std::vector<std::uint32_t> person_of_each(const investigation::Outcome& outcome) {
  std::vector<std::uint32_t> person_of(outcome.records.record_count(), of_nobody);
  std::uint32_t index = 0;
  for (const auto* persons : {&outcome.persons, &outcome.case_persons}) {
    for (const persons::Person& person : *persons) {
      for (const std::uint32_t record : person.records) person_of[record] = index;
      ++index;
    }
  }
  return person_of;
}

std::vector<std::uint32_t> by_lists(const investigation::Outcome& outcome) {
  std::vector<std::uint32_t> order(outcome.persons.size());
  std::iota(order.begin(), order.end(), 0U);
  std::vector<std::size_t> count;
  count.reserve(order.size());
  for (const persons::Person& person : outcome.persons) {
    std::set<std::uint32_t> lists;
    for (const std::uint32_t record : person.records) lists.insert(outcome.records.list_of[record]);
    count.push_back(lists.size());
  }
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t left, std::uint32_t right) {
    return count[left] > count[right];
  });
  return order;
}

// The newest, which does not keep the lists.
struct PersonsRemembered {
  std::mutex mutex;
  std::weak_ptr<const Held> of;
  std::shared_ptr<const PersonsAtHand> persons;
};

PersonsRemembered& persons_remembered() {
  static PersonsRemembered newest;
  return newest;
}

}  // namespace

PersonsAtHand::PersonsAtHand(const Held& held)
    : outcome_(held.outcome),
      words_(held.outcome.records),
      person_of_(person_of_each(held.outcome)),
      in_order_(by_lists(held.outcome)) {
  records_.reserve(outcome_.record_ids.size());
  for (std::uint32_t record = 0; record < outcome_.record_ids.size(); ++record)
    records_.emplace(outcome_.record_ids[record], record);
  const std::vector<link::Pair>& pairs = outcome_.link.pairs;
  for (std::uint32_t pair = 0; pair < pairs.size(); ++pair) {
    const std::uint32_t person = person_of_[pairs[pair].left];
    if (person != of_nobody && person == person_of_[pairs[pair].right])
      pairs_.emplace_back(person, pair);
  }
  std::sort(pairs_.begin(), pairs_.end(), [&](const auto& left, const auto& right) {
    return std::tie(left.first, pairs[left.second].left, pairs[left.second].right) <
           std::tie(right.first, pairs[right.second].left, pairs[right.second].right);
  });
}

const persons::Person* PersonsAtHand::at(std::uint32_t index) const {
  if (index == of_nobody) return nullptr;
  if (index < outcome_.persons.size()) return &outcome_.persons[index];
  return &outcome_.case_persons[index - outcome_.persons.size()];
}

const persons::Person* PersonsAtHand::of_record(std::uint32_t record) const {
  return record < person_of_.size() ? at(person_of_[record]) : nullptr;
}

const persons::Person* PersonsAtHand::called(std::string_view id) const {
  if (!persons::is_person_id(id)) return nullptr;
  if (const auto found = records_.find(id); found != records_.end())
    return of_record(found->second);
  const std::lock_guard lock(mutex_);
  if (!addresses_) addresses_ = std::make_unique<persons::KnownAddresses>(outcome_);
  const auto record = addresses_->record(id);
  return record ? of_record(*record) : nullptr;
}

bool PersonsAtHand::is_of_lists(const persons::Person& person) const {
  const std::uint32_t index = person_of_[person.records.front()];
  return index < outcome_.persons.size();
}

std::vector<const link::Pair*> PersonsAtHand::pairs_of(const persons::Person& person) const {
  const std::uint32_t index = person_of_[person.records.front()];
  std::vector<const link::Pair*> found;
  auto pair = std::lower_bound(
      pairs_.begin(), pairs_.end(), std::pair(index, 0U),
      [](const auto& left, const auto& right) { return left.first < right.first; });
  for (; pair != pairs_.end() && pair->first == index; ++pair)
    found.push_back(&outcome_.link.pairs[pair->second]);
  return found;
}

PersonsNow persons_at_hand(const HeldNow& held) {
  PersonsRemembered& newest = persons_remembered();
  const std::lock_guard lock(newest.mutex);
  if (!newest.persons || newest.of.lock() != held) {
    newest.persons = std::make_shared<const PersonsAtHand>(*held);
    newest.of = held;
  }
  return {newest.persons.get(), [held, kept = newest.persons](const PersonsAtHand*) {}};
}

PersonsNow persons_now(const Bench& bench) {
  const HeldNow held = bench.held();
  if ((!held || held->reach < Reach::linked) && bench.reading())
    throw base::Error(base::Kind::conflict,
                      base::message("The lists are still being read; try again in a moment."));
  if (!held || held->reach < Reach::linked)
    throw base::Error(base::Kind::conflict,
                      base::message("the lists were not counted yet, so it is not known who is one "
                                    "person; count first"));
  return persons_at_hand(held);
}

}  // namespace sanaq::workspace
