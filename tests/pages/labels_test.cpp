#include "sanaq/pages/labels.h"

#include <gtest/gtest.h>

#include <set>

namespace sanaq::pages {

TEST(Labels, ColumnsOfTheUsersOwnKeepTheirHeader) {
  EXPECT_EQ(column_label({std::nullopt, "Shift"}, draw::Voice("ru")), "Shift");
  EXPECT_NE(column_label({record::Field::name, "Name"}, draw::Voice("ru")),
            column_label({record::Field::name, "Name"}, draw::Voice("en")));
}

TEST(Labels, EveryMethodHasOneOfItsOwn) {
  using estimate::Method;
  std::set<std::string> labels;
  for (const Method method :
       {Method::automatic, Method::latent_class, Method::decomposable, Method::loglinear,
        Method::sparse, Method::thresholded, Method::chao, Method::chapman})
    labels.insert(method_label(method, draw::Voice("en")));
  EXPECT_EQ(labels.size(), 8U);
}

}  // namespace sanaq::pages
