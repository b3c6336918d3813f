#include "help/mse_tables.h"

#include <algorithm>
#include <fstream>
#include <sstream>

#include "help/scratch.h"

namespace sanaq::help {

std::optional<std::vector<std::int64_t>> mse_table(const std::string& name) {
  std::ifstream file(std::string(SANAQ_SOURCE_DIR) + "/tests/published/" + name + ".csv");
  if (!file) file.open(shared_data() + "/mse/" + name + ".csv");
  std::string line;
  if (!std::getline(file, line)) return std::nullopt;
  const auto lists = static_cast<std::size_t>(std::count(line.begin(), line.end(), ','));
  std::vector<std::int64_t> counts(std::size_t{1} << lists);
  while (std::getline(file, line)) {
    std::stringstream cells(line);
    std::string cell;
    std::size_t mask = 0;
    for (std::size_t list = 0; list < lists; ++list) {
      std::getline(cells, cell, ',');
      if (cell == "1") mask |= std::size_t{1} << list;
    }
    if (std::getline(cells, cell, ',')) counts[mask] += std::stoll(cell);
  }
  return counts;
}

}  // namespace sanaq::help
