#include "sanaq/pages/case_data.h"

#include <gtest/gtest.h>

#include "pages/a_public_case.h"

namespace sanaq::pages {

using test::a_public_case;

TEST(CaseData, HasOneTableAKindAndEntitiesThatReadAsTheSameStatements) {
  const PublicView view = a_public_case();
  const auto files = case_data(view);
  ASSERT_FALSE(files.empty());
  EXPECT_EQ(files[0].path, "casefile.ftm.json");
  EXPECT_EQ(casefile::from_follow_the_money(files[0].bytes, "x", "h").statements.size(),
            view.case_file.view.statements().size());
  std::string names;
  for (const DataFile& file : files) names += file.path + " ";
  EXPECT_NE(names.find("case-custody.csv"), std::string::npos);
  EXPECT_TRUE(case_data(test::a_view()).empty());
}

}  // namespace sanaq::pages
