#include <gtest/gtest.h>

#include "sanaq/base/files.h"
#include "sanaq/simulate/file_bytes.h"
#include "sanaq/simulate/investigation_files.h"

namespace sanaq::simulate {
namespace {

TEST(OilTown, TheExampleIsWhatTheProgramMakes) {
  Options options;
  options.seed = 20031009;
  const Result town = simulate(options);
  const std::string folder = std::string(SANAQ_SOURCE_DIR) + "/examples/oil-town/";
  for (const SimulatedList& list : town.lists) {
    EXPECT_TRUE(base::read_file(folder + "lists/" + list.plan.file) == file_bytes(list))
        << list.plan.file;
  }
  // Below them stand the tables of the case file, which are written by hand.
  EXPECT_TRUE(base::read_file(folder + "investigation.toml").starts_with(settings_toml(town)));
  EXPECT_EQ(base::read_file(folder + "claims.csv"), claims_csv(town));
  EXPECT_EQ(base::read_file(folder + "truth.csv"), truth_csv(town));
  EXPECT_TRUE(base::read_file(folder + "truth-records.csv") == truth_records_csv(town));
}

}  // namespace
}  // namespace sanaq::simulate
