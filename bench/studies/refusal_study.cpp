// Which tables are called not usable, and do the numbers printed beside them hold? Every list of
// the shared tables of four and five lists is hidden in turn and its known size estimated from the
// others by the default method. Prints a line for each table that is not usable and a Markdown
// table. Usage: refusal_study DATA (the folder that holds mse/).
#include <cstdio>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "sanaq/estimate/estimate.h"

namespace {

using namespace sanaq::estimate;

// One column a list, 0 or 1, and the count.
CaptureTable table_of(const std::string& path) {
  std::ifstream file(path);
  CaptureTable table;
  std::string line, cell;
  std::getline(file, line);
  for (std::stringstream header(line); std::getline(header, cell, ',');)
    table.lists.push_back(cell);
  table.lists.pop_back();
  while (std::getline(file, line)) {
    std::stringstream cells(line);
    Cell one;
    for (std::size_t list = 0; list < table.lists.size(); ++list) {
      std::getline(cells, cell, ',');
      one.listed |= cell == "1" ? 1U << list : 0;
    }
    std::getline(cells, cell, ',');
    one.count = std::stoll(cell);
    table.cells.push_back(one);
  }
  return table;
}

// The persons of one list, as the other lists have them; `truth`: how many they are.
CaptureTable hide(const CaptureTable& table, std::size_t list, std::int64_t& truth) {
  CaptureTable seen{table.lists, {}};
  seen.lists.erase(seen.lists.begin() + static_cast<std::ptrdiff_t>(list));
  truth = 0;
  for (const Cell& cell : table.cells) {
    if (((cell.listed >> list) & 1U) == 0) continue;
    truth += cell.count;
    const std::uint32_t low = cell.listed & ((1U << list) - 1);
    const std::uint32_t rest = low | ((cell.listed >> list >> 1) << list);
    if (rest != 0) seen.cells.push_back({rest, 0, cell.count});
  }
  return seen;
}

struct Count {
  int tables = 0, held = 0;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "usage: refusal_study DATA\n");
    return 64;
  }
  Count usable, refused, none;
  sanaq::base::Progress silent;
  for (const char* name : {"kosovo_4", "australia_4", "allegheny_4", "hiv_rome_4", "uk_5",
                           "neworleans_5", "western_us_5"}) {
    const CaptureTable whole = table_of(std::string(argv[1]) + "/mse/" + name + ".csv");
    for (std::size_t list = 0; list < whole.lists.size(); ++list) {
      std::int64_t truth = 0;
      const CaptureTable seen = hide(whole, list, truth);
      const Summary answer =
          estimate(seen, {.checks_on_own_lists = false, .alternatives = false}, silent);
      Count& kind = !answer.estimate ? none : answer.usable() ? usable : refused;
      ++kind.tables;
      if (answer.estimate) {
        const Interval& interval = answer.estimate->interval;
        const auto known = static_cast<double>(truth);
        kind.held += interval.low <= known && known <= interval.high ? 1 : 0;
      }
      for (const auto& reason : answer.reasons)
        std::printf("%s without %s: %s\n", name, whole.lists[list].c_str(),
                    reason.english().c_str());
    }
  }
  std::printf("\n| | tables | the 90 %% interval holds |\n|---|---|---|\n");
  std::printf("| usable | %d | %d |\n| a number, not usable | %d | %d |\n| no number | %d | – |\n",
              usable.tables, usable.held, refused.tables, refused.held, none.tables);
}
