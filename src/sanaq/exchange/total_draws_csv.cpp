#include "sanaq/exchange/total_draws_csv.h"

#include <fmt/format.h>

#include "sanaq/base/error.h"
#include "sanaq/tables/csv_write.h"

namespace sanaq::exchange {

std::string total_draws_csv(const estimate::Summary& summary) {
  if (summary.total_draws.empty()) {
    throw base::Error(base::Kind::usage,
                      base::message("the method {} has no draws of the total: choose auto, lcm or "
                                    "dga, or leave --draws-out out",
                                    estimate::method_name(summary.method)));
  }
  constexpr auto program = tables::CsvFor::program;
  std::string csv;
  std::vector<std::string> row{"draw", "total"};
  for (const estimate::StratumAnswer& stratum : summary.strata) row.push_back(stratum.name);
  const auto write = [&] { tables::append_csv_row(csv, {row.begin(), row.end()}, program); };
  write();
  for (std::size_t draw = 0; draw < summary.total_draws.size(); ++draw) {
    row = {std::to_string(draw + 1), fmt::format("{:.0f}", summary.total_draws[draw])};
    for (const estimate::StratumAnswer& stratum : summary.strata) {
      row.push_back(draw < stratum.draws.size() ? fmt::format("{:.0f}", stratum.draws[draw]) : "0");
    }
    write();
  }
  return csv;
}

}  // namespace sanaq::exchange
