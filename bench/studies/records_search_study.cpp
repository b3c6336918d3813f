// Is a name found among a million while it is typed? Prints a Markdown table: how long the index of
// the names of simulated lists takes and how large it is, and how long a query of 2, 3 and 5
// letters in Latin and Cyrillic takes, of which 95 % are faster. All times are processor times.
// Usage: records_search_study [NAMES] [FOLDER], a million and records-search here if not said.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <unordered_map>
#include <vector>

#include "sanaq/base/files.h"
#include "sanaq/investigation/records_index.h"
#include "sanaq/num/rng.h"
#include "sanaq/simulate/simulate.h"
#include "sanaq/text/letters.h"

namespace {

using namespace sanaq;

constexpr int queries = 500;

// Of this program alone, whatever else the machine does.
double processor_seconds() {
  return static_cast<double>(std::clock()) / static_cast<double>(CLOCKS_PER_SEC);
}

// The names of all lists, one record each, in the scripts of the lists.
std::vector<std::string> invented_names(std::size_t wanted) {
  simulate::Options options;
  options.persons = static_cast<std::int64_t>(wanted / 2);
  options.many_names = true;
  std::vector<std::string> names;
  for (const simulate::SimulatedList& list : simulate::simulate(options).lists) {
    std::vector<std::size_t> parts;
    for (std::size_t at = 0; at < list.plan.columns.size(); ++at) {
      const record::Field field = list.plan.columns[at].field;
      if (field == record::Field::name || field == record::Field::family ||
          field == record::Field::given || field == record::Field::patronymic)
        parts.push_back(at);
    }
    for (const simulate::SimulatedRow& row : list.rows) {
      std::string name;
      for (const std::size_t at : parts) name += (name.empty() ? "" : " ") + row.cells[at];
      names.push_back(std::move(name));
      if (names.size() == wanted) return names;
    }
  }
  return names;
}

investigation::Outcome outcome_of(const std::vector<std::string>& names,
                                  const std::string& folder) {
  investigation::Outcome outcome;
  outcome.folder = folder;
  outcome.records.lists.push_back({"names", "names.csv", "", false});
  record::Column column{"name", record::Field::name, {}, {""}, {""}};
  std::unordered_map<std::string, std::uint32_t> known;
  for (const std::string& name : names) {
    const auto [found, is_new] =
        known.emplace(name, static_cast<std::uint32_t>(column.values.size()));
    if (is_new) column.values.push_back(name);
    column.codes.push_back(found->second);
    outcome.records.list_of.push_back(0);
    outcome.records.rows.push_back(static_cast<std::int64_t>(column.codes.size()));
    outcome.records.ids.push_back(std::to_string(column.codes.size()));
  }
  column.canonical = column.values;
  outcome.records.columns.push_back(std::move(column));
  return outcome;
}

bool is_latin(char32_t letter) { return letter < 0x250; }

// The first letters of words of names, of one script.
std::vector<std::string> typed(const std::vector<std::string>& names, std::size_t letters,
                               bool latin) {
  num::Rng rng(7, "records_search", letters + (latin ? 10 : 0));
  std::vector<std::string> all;
  while (all.size() < queries) {
    const std::u32string name = text::to_utf32(names[rng.below(names.size())]);
    const std::size_t space = name.find(U' ');
    const std::size_t from = space != name.npos && rng.below(2) == 1 ? space + 1 : 0;
    const std::u32string word = name.substr(from, letters);
    const bool fits = word.size() == letters && word.find_first_of(U" .,-") == word.npos &&
                      std::all_of(word.begin(), word.end(),
                                  [&](char32_t letter) { return is_latin(letter) == latin; });
    if (fits) all.push_back(text::to_utf8(word));
  }
  return all;
}

void print_queries(const investigation::RecordsIndex& index, const std::vector<std::string>& words,
                   const char* script, std::size_t letters) {
  std::vector<double> ms;
  double found = 0;
  for (const std::string& word : words) {
    const double from = processor_seconds();
    found += static_cast<double>(index.find(word).count);
    ms.push_back(1000 * (processor_seconds() - from));
  }
  std::sort(ms.begin(), ms.end());
  std::printf("| %s | %zu | %.0f | %.2f | %.2f | %.2f |\n", script, letters,
              found / static_cast<double>(words.size()), ms[ms.size() / 2],
              ms[ms.size() * 95 / 100], ms.back());
}

}  // namespace

int main(int argc, char** argv) {
  const std::size_t wanted = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 1000000;
  const std::string folder = argc > 2 ? argv[2] : "records-search";
  const std::vector<std::string> names = invented_names(wanted);
  const investigation::Outcome outcome = outcome_of(names, folder);
  base::make_folder(folder);
  investigation::remove_records_index(folder);
  base::Progress silent;
  const double before_building = processor_seconds();
  const investigation::RecordsIndex made(outcome, silent);
  const double seconds = processor_seconds() - before_building;
  const double before_opening = processor_seconds();
  const investigation::RecordsIndex index(outcome, silent);
  std::printf("%zu names: index made in %.1f s, %.0f MB; opened again in %.2f s\n\n", names.size(),
              seconds,
              static_cast<double>(base::file_size(folder + "/.sanaq/records.sqlite")) / 1e6,
              processor_seconds() - before_opening);
  std::printf("| script | letters | found on average | median, ms | 95 %%, ms | slowest, ms |\n");
  std::printf("|---|---|---|---|---|---|\n");
  for (const bool latin : {true, false}) {
    for (const std::size_t letters : {2U, 3U, 5U})
      print_queries(index, typed(names, letters, latin), latin ? "Latin" : "Cyrillic", letters);
  }
  investigation::remove_records_index(folder);
  return 0;
}
