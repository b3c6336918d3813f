#include "sanaq/exchange/matched_persons.h"

#include <map>
#include <utility>

#include "sanaq/base/error.h"
#include "sanaq/link/evaluate.h"

namespace sanaq::exchange {
namespace {

using base::Error;
using base::Kind;
using base::message;

// Numbers of persons in the order in which they are first met.
class PersonNumbers {
 public:
  std::uint32_t of(const std::string& person) {
    return numbers_.emplace(person, static_cast<std::uint32_t>(numbers_.size())).first->second;
  }
  [[nodiscard]] std::uint32_t count() const { return static_cast<std::uint32_t>(numbers_.size()); }

 private:
  std::map<std::string, std::uint32_t> numbers_;
};

}  // namespace

Matched match_persons(const std::vector<Membership>& clusters, const std::string& clusters_name,
                      const std::vector<Membership>& truth, const std::string& truth_name,
                      bool is_sample) {
  if (!clusters.empty() && !truth.empty() &&
      clusters.front().list.empty() != truth.front().list.empty())
    throw Error(Kind::bad_input,
                message("one file names the list of each record and the other does not; add the "
                        "column list to both, or leave it out of both"));
  PersonNumbers linked_numbers, true_numbers;
  std::map<std::pair<std::string, std::string>, std::uint32_t> linked_of;
  for (const Membership& row : clusters)
    linked_of.emplace(std::pair(row.list, row.record), linked_numbers.of(row.person));
  Matched matched;
  std::uint32_t next_single = linked_numbers.count();
  for (const Membership& row : truth) {
    const auto found = linked_of.find({row.list, row.record});
    matched.truth.push_back(true_numbers.of(row.person));
    if (found == linked_of.end()) {
      matched.linked.push_back(next_single++);
      ++matched.not_in_clusters;
    } else {
      matched.linked.push_back(found->second);
      linked_of.erase(found);
    }
  }
  matched.not_in_truth = static_cast<std::int64_t>(linked_of.size());
  if (matched.not_in_clusters == static_cast<std::int64_t>(truth.size()))
    throw Error(Kind::bad_input,
                message("{} and {} have no record in common; lists and records must be named alike",
                        clusters_name, truth_name));
  if (!is_sample) return matched;
  for (const auto& [record, label] : linked_of) {
    matched.linked.push_back(label);
    matched.truth.push_back(link::not_reviewed);
  }
  return matched;
}

}  // namespace sanaq::exchange
