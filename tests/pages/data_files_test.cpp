#include "sanaq/pages/data_files.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "pages/a_view.h"

namespace sanaq::pages {

TEST(DataFiles, ProgramsAndPeopleGetTheSameNumbers) {
  const PublicView view = test::a_view();
  bool has_json = false, has_excel = false;
  for (const DataFile& file : data_files(view)) {
    if (file.path.ends_with(".json")) {
      has_json = true;
      EXPECT_TRUE(nlohmann::json::accept(file.bytes));
    }
    if (file.bytes.starts_with("\xEF\xBB\xBF")) has_excel = true;
  }
  EXPECT_TRUE(has_json);
  EXPECT_TRUE(has_excel);
}

TEST(DataFiles, TheirPageLeadsToEachOfThem) {
  const PublicView view = test::a_view();
  const auto files = data_files(view);
  const std::string body = data_page(view, files, draw::Voice("en")).body;
  for (const DataFile& file : files)
    EXPECT_NE(body.find(file.path), std::string::npos) << file.path;
}

}  // namespace sanaq::pages
