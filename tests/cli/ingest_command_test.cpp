#include "sanaq/cli/ingest_command.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "cli/run_the_program.h"
#include "help/small_investigation.h"

namespace sanaq::cli {

TEST(IngestCommand, ShowsTheSumAndTheColumnsAsTheyCanBeWrittenDown) {
  const help::Scratch scratch;
  const Ended ended = run_the_program(add_ingest, {"ingest", help::small_investigation(scratch)});
  EXPECT_EQ(ended.code, 0) << ended.error;
  for (const char* part :
       {"4 rows read = 4 records + 0 blank + 0 refused", "columns = {", "name = \"name\""})
    EXPECT_NE(ended.output.find(part), std::string::npos) << ended.output;
}

TEST(IngestCommand, JsonHasWhatProgramsAreTold) {
  const help::Scratch scratch;
  const auto json = nlohmann::json::parse(
      run_the_program(add_ingest, {"ingest", help::small_investigation(scratch), "--json"}).output);
  EXPECT_NE(json.dump().find("\"rows_read\":4"), std::string::npos);
}

}  // namespace sanaq::cli
