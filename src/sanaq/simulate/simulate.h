// Invented lists whose truth is known: names in three scripts, errors, missing cells, and
// dependence between lists.
//
// It is pure: the same options give the same lists, byte for byte. Every person and place is made
// up.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sanaq/base/progress.h"
#include "sanaq/simulate/cells.h"
#include "sanaq/simulate/list_plans.h"
#include "sanaq/simulate/population.h"

namespace sanaq::simulate {

struct Options {
  std::uint64_t seed = 1;
  std::int64_t persons = 400;
  int lists = 5;         // number of lists, the first of the standard plans
  double errors = 0.05;  // in [0, 1]: probability of a slip in a name or date
  // In [0, 1]: probability that a cell other than the id and the name is empty; a patronymic that
  // has a column of its own may be empty too.
  double missing = 0.08;
  // In [0, 1]: share of rows written twice, in lists that are not declared free of duplicates.
  double duplicates = 0.04;
  double dependence = 1.0;                             // in [0, 5]: see capture.h
  std::optional<double> heterogeneity = std::nullopt;  // in [0, 5]; absent: equal to dependence
  bool many_names = false;  // tens of thousands of names by Zipf's law, instead of some hundreds
};
inline constexpr std::int64_t persons_max = 10'000'000;
// Throws Error{usage}, naming the setting, its value and the bounds, if one is out of bounds.
void check_options(const Options& options);

struct SimulatedRow {
  // The id cell or, if there is no id column, the row's number in the file, counting the title and
  // the header.
  std::string record;
  std::uint64_t person = 0;  // index into persons
  std::vector<std::string> cells;
};
struct SimulatedList {
  ListPlan plan;
  std::vector<SimulatedRow> rows;
};

struct Result {
  Options options;
  std::vector<Person> persons;  // the truth: all persons, listed or not
  std::vector<SimulatedList> lists;
  std::int64_t listed = 0;  // number of persons on at least one list
};
// Throws what check_options throws, and Error{stopped} if `progress` says so.
[[nodiscard]] Result simulate(const Options& options,
                              const base::Progress& progress = base::Progress());

// Returns what truth files call a person: "P000001" for the first.
[[nodiscard]] std::string person_name(std::uint64_t person);

}  // namespace sanaq::simulate
