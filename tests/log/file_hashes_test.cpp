#include "sanaq/log/file_hashes.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>

namespace sanaq::log {
namespace {

const std::string one(64, '1'), two(64, '2');

std::string line(const std::string& path, const std::string& hash) {
  return hash + "  " + path + "\n";
}

}  // namespace

TEST(FileHashes, AreSortedByPathAndFoundByIt) {
  const FileHashes files = {{"b/x", two}, {"a", one}, {"b", one}};
  EXPECT_EQ(files.text(), line("a", one) + line("b", one) + line("b/x", two));
  EXPECT_EQ(files.hash_of("b/x"), two);
  EXPECT_FALSE(files.hash_of("b/"));
  EXPECT_FALSE(files.contains("c"));
  EXPECT_EQ(files.first_from("b/"), 2U);
  EXPECT_EQ(files.first_from("c"), 3U);
}

TEST(FileHashes, AreAppendedInTheirOrderAlone) {
  FileHashes files = {{"b", one}};
  EXPECT_FALSE(files.append("a", one));
  EXPECT_FALSE(files.append("b", two));
  EXPECT_TRUE(files.append("c", two));
  EXPECT_EQ(files, (FileHashes{{"b", one}, {"c", two}}));
}

TEST(FileHashes, OfTwoTheLaterCounts) {
  EXPECT_EQ(joined({{"a", one}, {"b", one}}, {{"b", two}, {"c", two}}),
            (FileHashes{{"a", one}, {"b", two}, {"c", two}}));
}

RC_GTEST_PROP(FileHashes, AreWhatAMapIs,
              (const std::vector<std::pair<std::uint8_t, bool>>& steps)) {
  FileHashes files;
  GatheredFiles gathered;
  std::map<std::string, std::string> map, all;
  for (const auto& [number, is_gone] : steps) {
    const std::string path = "p" + std::to_string(number), hash = number % 2 == 0 ? one : two;
    gathered.add(path, is_gone ? two : hash);
    all[path] = is_gone ? two : hash;
    if (is_gone) {
      files.erase(path);
      map.erase(path);
    } else {
      files.set(path, hash);
      map[path] = hash;
    }
  }
  std::string text, text_of_all;
  for (const auto& [path, hash] : map) text += line(path, hash);
  for (const auto& [path, hash] : all) text_of_all += line(path, hash);
  RC_ASSERT(files.text() == text);
  GatheredFiles::Places places;
  const FileHashes sorted = gathered.sorted(&places);
  RC_ASSERT(sorted.text() == text_of_all);
  for (std::size_t at = 0; at < steps.size(); ++at)
    RC_ASSERT(sorted[places[at]].path == "p" + std::to_string(steps[at].first));
}

}  // namespace sanaq::log
