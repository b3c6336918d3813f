#include "sanaq/publish/log_tree_check.h"

#include <gtest/gtest.h>

#include "help/plain_site.h"
#include "sanaq/publish/log_site.h"

namespace sanaq::publish {
namespace {

// Finds which files of a tree are named when these are replaced.
std::vector<std::string> named(help::SiteFiles files, const help::SiteFiles& replaced,
                               const log::Checkpoint& checkpoint) {
  for (const auto& [path, bytes] : replaced) files[path] = bytes;
  std::vector<std::string> paths;
  for (const auto& [path, bytes] : files)
    if (path.starts_with("log/tile/")) paths.push_back(path);
  LogReport report;
  check_tree(
      checkpoint,
      [&](const std::string& path) -> std::optional<std::string> {
        const auto found = files.find(path);
        if (found == files.end()) return std::nullopt;
        return found->second;
      },
      paths, report);
  std::vector<std::string> places;
  for (const LogFinding& finding : report.findings) places.push_back(finding.place);
  return places;
}

std::string flipped(std::string bytes, std::size_t at) {
  bytes[at] = static_cast<char>(bytes[at] ^ 1);
  return bytes;
}

}  // namespace

TEST(LogTreeCheck, TheRootSaysWhichOfTwoContradictingFilesIsWrong) {
  help::PlainSite made;
  for (int at = 0; at < 3; ++at) made.publish({}, {"{\"n\":" + std::to_string(at) + "}"});
  const help::SiteFiles& files = made.files();
  const auto checkpoint = read_checkpoint(files.at(log_checkpoint_file))->checkpoint;
  using Places = std::vector<std::string>;
  EXPECT_EQ(named(files, {}, checkpoint), Places{});
  for (const char* path :
       {"log/tile/0/001", "log/tile/1/000.p/3", "log/tile/entries/002", "log/tile/1/000.p/2"})
    EXPECT_EQ(named(files, {{path, flipped(files.at(path), 20)}}, checkpoint), Places{path});
  const auto both = named(files,
                          {{"log/tile/entries/002", flipped(files.at("log/tile/entries/002"), 20)},
                           {"log/tile/0/001", flipped(files.at("log/tile/0/001"), 20)}},
                          checkpoint);
  EXPECT_EQ(both.front(), "log/tile/entries/001");  // they contradict each other
  EXPECT_NE(std::find(both.begin(), both.end(), "log/tile/0/001"), both.end());
  EXPECT_NE(std::find(both.begin(), both.end(), "log/tile/entries/002"), both.end());
  log::Checkpoint other = checkpoint;
  other.root[3] ^= 1;
  EXPECT_EQ(named(files, {}, other), Places{log_checkpoint_file});
}

}  // namespace sanaq::publish
