#include "sanaq/pages/topic_label.h"

#include <gtest/gtest.h>

#include "pages/an_article.h"

namespace sanaq::pages {

TEST(TopicLabel, ATopicWithoutALabelInALanguageIsCalledAsInTheMainOne) {
  const PublicView view = test::a_view_with_articles();
  EXPECT_EQ(topic_label(view, view.written.sections[0], "ru"),
            (std::pair<std::string, std::string>{"Солидарность", "ru"}));
  EXPECT_EQ(topic_label(view, view.written.tags[0], "ru"),
            (std::pair<std::string, std::string>{"oil", "en"}));
}

}  // namespace sanaq::pages
