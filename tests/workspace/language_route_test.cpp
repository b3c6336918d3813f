#include "sanaq/workspace/language_route.h"

#include <gtest/gtest.h>

#include "sanaq/base/error.h"
#include "workspace/visit_by_hand.h"

namespace sanaq::workspace {
namespace {

http::Response chosen(const std::string& language, const std::string& back) {
  VisitByHand hand("/language");
  hand.posts({{"language", language}, {"back", back}});
  Bench bench("sanaq");
  return language_routes()[0].screen(hand.visit, bench);
}

TEST(LanguageRoute, LeadsBackToWhereTheReaderWas) {
  const http::Response response = chosen("kk", "/lists");
  EXPECT_EQ("/lists", response.headers[0].second);
  EXPECT_TRUE(response.headers[1].second.starts_with("sanaq_language=kk;"));
  EXPECT_EQ("/", chosen("kk", "//evil.example").headers[0].second);
  EXPECT_EQ("/", chosen("kk", "/\\evil.example").headers[0].second);
  EXPECT_EQ("/", chosen("kk", "http://evil.example").headers[0].second);
}

TEST(LanguageRoute, ALanguageThatIsNotBuiltInIsRefused) {
  EXPECT_THROW(chosen("fr", "/"), base::Error);
  EXPECT_THROW(chosen("kk; Domain=x", "/"), base::Error);
}

}  // namespace
}  // namespace sanaq::workspace
