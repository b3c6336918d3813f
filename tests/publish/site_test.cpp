#include "sanaq/publish/site.h"

#include <gtest/gtest.h>

#include <set>

#include "publish/a_view.h"

namespace sanaq::publish {

TEST(Site, EveryFileIsWrittenOnceInEveryLanguage) {
  std::set<std::string> paths;
  base::Progress silent;
  const SiteCount count = build_site(
      test::a_view(),
      [&](const std::string& path, std::string_view) {
        EXPECT_TRUE(paths.insert(path).second) << path;
      },
      silent);
  EXPECT_EQ(static_cast<std::size_t>(count.files), paths.size());
  for (const char* path :
       {"index.html", "ru/index.html", "register.html", "person/00000000000000aa.html",
        "person/00000000000000bb.html", "ru/person/00000000000000cc.html"}) {
    EXPECT_TRUE(paths.contains(path)) << path;
  }
}

TEST(Site, WithoutARegisterNobodyHasAPage) {
  PublicView view = test::a_view();
  view.has_register = false;
  view.persons.clear();
  base::Progress silent;
  build_site(
      view,
      [](const std::string& path, std::string_view) {
        EXPECT_EQ(path.find("person/"), std::string::npos) << path;
      },
      silent);
}

}  // namespace sanaq::publish
