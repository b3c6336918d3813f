#include "sanaq/record/field_title.h"

#include <gtest/gtest.h>

#include <set>

namespace sanaq::record {

TEST(FieldTitle, EachFieldHasOneOfItsOwn) {
  std::set<std::string> titles;
  for (std::size_t at = 0; at < field_names.size(); ++at)
    titles.insert(field_title(static_cast<Field>(at)).id);
  EXPECT_EQ(titles.size(), field_names.size());
  EXPECT_EQ(field_title(Field::sex).id, "Man or woman");
}

}  // namespace sanaq::record
