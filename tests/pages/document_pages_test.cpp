#include "sanaq/pages/document_pages.h"

#include <gtest/gtest.h>

#include "pages/a_public_case.h"

namespace sanaq::pages {

PublicView view_with(const std::vector<casefile::Statement>& said) {
  PublicView view = test::a_view();
  view.case_file.view = casefile::View(said);
  view.case_file.entities = casefile::entities_of(view.case_file.view);
  return view;
}

TEST(DocumentPages, EachNamedDocumentHasAPageWithWhatRestsOnIt) {
  std::vector<casefile::Statement> said = test::case_said();
  const std::string hash(64, 'd');
  said[4].locator = "page 3 of " + hash;
  const PublicView view = view_with(said);
  const auto documents = cited_documents(view);
  ASSERT_EQ(documents.size(), 1u);
  EXPECT_EQ(documents.begin()->first, hash);
  const std::vector<Page> pages = document_pages(view, draw::Voice("en"));
  ASSERT_EQ(pages.size(), 2u);
  EXPECT_EQ(pages[0].path, "documents/index.html");
  EXPECT_EQ(pages[1].path, document_file(hash));
  EXPECT_NE(pages[1].body.find(hash), std::string::npos);
  EXPECT_NE(pages[1].body.find("../event/strike.html"), std::string::npos);
}

TEST(DocumentPages, LongerAndShorterRunsOfDigitsAreNoHash) {
  std::vector<casefile::Statement> said = test::case_said();
  said[4].locator = std::string(65, 'd') + " " + std::string(63, 'd');
  EXPECT_TRUE(document_pages(view_with(said), draw::Voice("en")).empty());
}

}  // namespace sanaq::pages
