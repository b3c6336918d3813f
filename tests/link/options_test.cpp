#include "sanaq/link/options.h"

#include <gtest/gtest.h>

#include "sanaq/base/error.h"

namespace sanaq::link {
namespace {

TEST(Options, AFieldBeyondItsBoundIsRefusedByItsName) {
  check_options(Options{});
  EXPECT_THROW(check_options(Options{.threshold = 1}), base::Error);
  EXPECT_THROW(check_options(Options{.pair_probability_min = 1.5}), base::Error);
  EXPECT_THROW(check_options(Options{.threads = -1}), base::Error);
  try {
    check_options(Options{.draws = -1});
    FAIL();
  } catch (const base::Error& error) {
    EXPECT_NE(std::string(error.what()).find("draws is -1"), std::string::npos);
  }
}

TEST(Options, RecordsLeftOutAreToldOneByOne) {
  record::RecordTable table;
  table.list_of = {0, 0};
  EXPECT_ANY_THROW(check_options(Options{.leave_out = {true}}, table));
}

}  // namespace
}  // namespace sanaq::link
