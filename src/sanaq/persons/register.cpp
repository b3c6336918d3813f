#include "sanaq/persons/register.h"

#include <algorithm>
#include <tuple>

#include "sanaq/base/check.h"

namespace sanaq::persons {

std::vector<Person> persons_of(const record::RecordTable& records, const link::Result& linked,
                               const std::vector<bool>& in_scope,
                               const std::vector<std::string>& record_ids,
                               const std::vector<std::int64_t>& arrivals) {
  const std::size_t count = records.record_count();
  base::check(linked.person_of.size() == count && linked.probability.size() == count &&
                  in_scope.size() == count,
              "a register has one entry a record");
  const auto older = [&](std::uint32_t left, std::uint32_t right) {
    return std::tuple(arrivals[left], records.list_of[left], left) <
           std::tuple(arrivals[right], records.list_of[right], right);
  };
  std::uint32_t person_numbers = 0;
  for (const std::uint32_t person : linked.person_of)
    person_numbers = std::max(person_numbers, person + 1);
  std::vector<std::vector<std::uint32_t>> members(person_numbers);
  for (std::uint32_t record = 0; record < count; ++record) {
    if (in_scope[record]) members[linked.person_of[record]].push_back(record);
  }
  std::vector<Person> persons;
  for (std::vector<std::uint32_t>& own : members) {
    if (own.empty()) continue;
    std::sort(own.begin(), own.end(), older);
    const std::uint32_t founder = own.front();
    const bool has_name = std::any_of(own.begin(), own.end(), [&](std::uint32_t record) {
      return linked.is_linkable.empty() || linked.is_linkable[record];
    });
    persons.push_back({record_ids[founder], std::move(own), linked.probability[founder], has_name});
  }
  std::sort(persons.begin(), persons.end(), [&](const Person& left, const Person& right) {
    return older(left.records.front(), right.records.front());
  });
  return persons;
}

std::vector<std::string> person_names(const Register& all) {
  std::vector<std::string> names(all.records.record_count());
  for (const Person& person : all.persons) {
    for (const std::uint32_t record : person.records) names[record] = person.id;
  }
  return names;
}

}  // namespace sanaq::persons
