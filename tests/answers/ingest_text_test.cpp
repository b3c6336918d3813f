#include "sanaq/answers/ingest_text.h"

#include <gtest/gtest.h>

namespace sanaq::answers {

TEST(IngestText, ACellOfAColumnOfNamesIsNeverShown) {
  investigation::ListReport list;
  list.name = "hospital";
  list.bad_cells.push_back({"hospital", 7, "ФИО", record::Field::name, "SECRET NAME",
                            base::message("no letters"), base::message("write it")});
  EXPECT_EQ(list_text(list, base::Catalog("en")).find("SECRET NAME"), std::string::npos);
}

}  // namespace sanaq::answers
