#include "sanaq/pages/site.h"

#include <gtest/gtest.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "pages/a_view.h"

namespace sanaq::pages {

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

PublicView view_of_many_persons() {
  PublicView view = test::a_view();
  const PublicPerson first = view.persons.front();
  for (int at = 0; at < 300; ++at) {
    view.persons.push_back(first);
    view.persons.back().id = "number" + std::to_string(at);
    view.persons.back().forwards.clear();
  }
  return view;
}

// As many persons as are made in more than one go.
TEST(Site, AnyNumberOfThreadsWritesTheSameFilesInTheSameOrder) {
  const PublicView view = view_of_many_persons();
  using Files = std::vector<std::pair<std::string, std::string>>;
  const auto files = [&] {
    Files written;
    base::Progress silent;
    build_site(
        view,
        [&](const std::string& path, std::string_view bytes) {
          written.emplace_back(path, std::string(bytes));
        },
        silent);
    return written;
  };
  Files alone;
  tbb::task_arena one(1);
  one.execute([&] { alone = files(); });
  EXPECT_EQ(files(), alone);
  const auto page = std::find_if(alone.begin(), alone.end(), [](const auto& file) {
    return file.first == "person/number299.html";
  });
  ASSERT_NE(page, alone.end());
  EXPECT_NE(page->second.find("number299"), std::string::npos);
}

// While others are being made.
TEST(Site, APageThatCannotBeWrittenIsSaid) {
  base::Progress silent;
  const auto write = [](const std::string& path, std::string_view) {
    if (path == "person/number1.html") throw base::Error(base::Kind::io, base::message("full"));
  };
  EXPECT_THROW((void)build_site(view_of_many_persons(), write, silent), base::Error);
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

// What stands is neither made nor written, and is named in its place in the order.
TEST(Site, APageThatStandsIsKept) {
  const PublicView view = view_of_many_persons();
  std::vector<std::string> first, second;
  std::map<std::string, std::string> known;
  base::Progress silent;
  SiteFiles files;
  files.standing = [](const std::string&, const std::string&) { return std::nullopt; };
  files.write = [](const std::string& path, std::string_view) { return "hash of " + path; };
  files.add = [&](const std::string& path, const std::string& hash, const std::string& inputs) {
    EXPECT_EQ(hash, "hash of " + path);
    first.push_back(path);
    if (!inputs.empty()) known[path] = inputs;
  };
  const SiteCount made = build_site(view, files, silent);
  const auto number_of = [&](const std::string& path) {
    return static_cast<std::size_t>(std::find(first.begin(), first.end(), path) - first.begin());
  };
  files.standing = [&](const std::string& path,
                       const std::string& inputs) -> std::optional<std::size_t> {
    if (!known.contains(path) || known.at(path) != inputs) return std::nullopt;
    return number_of(path);
  };
  files.standing_below = [&](const std::string& folder, const std::string& inputs) {
    std::vector<std::size_t> all;
    for (const auto& [path, from] : known) {
      if (path.starts_with(folder) && from == inputs) all.push_back(number_of(path));
    }
    return all;
  };
  files.write = [&](const std::string& path, std::string_view) {
    EXPECT_FALSE(known.contains(path)) << path;
    return "hash of " + path;
  };
  files.add = [&](const std::string& path, const std::string&, const std::string&) {
    second.push_back(path);
  };
  files.keep = [&](std::size_t number) { second.push_back(first.at(number)); };
  const SiteCount kept = build_site(view, files, silent);
  std::sort(first.begin(), first.end());
  std::sort(second.begin(), second.end());
  EXPECT_EQ(first, second);
  EXPECT_EQ(made.files, kept.files);
  EXPECT_GT(known.size(), 600u);
  for (const char* path : {"register.html", "ru/a-z/s.html", "search/letters.js"})
    EXPECT_TRUE(known.contains(path)) << path;
}

}  // namespace sanaq::pages
