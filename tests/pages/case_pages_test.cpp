#include "sanaq/pages/case_pages.h"

#include <gtest/gtest.h>

#include <set>

#include "pages/a_public_case.h"

namespace sanaq::pages {

using test::a_public_case;

TEST(CasePages, EveryLinkBetweenThemLeadsSomewhere) {
  const PublicView view = a_public_case();
  const auto pages = case_pages(view, draw::Voice("en"));
  std::set<std::string> paths = {"claims.html"};
  for (const Page& page : pages) EXPECT_TRUE(paths.insert(page.path).second) << page.path;
  for (const PublicPerson& person : view.persons) paths.insert("person/" + person.id + ".html");
  for (const Page& page : pages) {
    const std::string folder =
        page.path.substr(0, page.path.find('/') == std::string::npos ? 0 : page.path.find('/') + 1);
    for (std::size_t at = page.body.find("href=\""); at != std::string::npos;
         at = page.body.find("href=\"", at + 1)) {
      std::string to = page.body.substr(at + 6, page.body.find('"', at + 6) - at - 6);
      to = to.substr(0, to.find('#'));
      to = to.starts_with("../") ? to.substr(3) : folder + to;
      EXPECT_TRUE(paths.contains(to)) << page.path << " to " << to;
    }
  }
}

TEST(CasePages, ThereIsNoneWhereNothingIsPublic) {
  EXPECT_TRUE(case_pages(test::a_view(), draw::Voice("en")).empty());
}

}  // namespace sanaq::pages
