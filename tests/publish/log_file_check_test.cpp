#include "sanaq/publish/log_file_check.h"

#include <gtest/gtest.h>

#include "sanaq/base/sha256.h"

namespace sanaq::publish {

TEST(LogFileCheck, NamesWhatIsOtherMissingOrListedByNobody) {
  log::LogManifest manifest;
  manifest.keep = {"robots.txt"};
  manifest.code_pages.set("log/index.html", base::sha256_hex("<p></p>"));
  for (const char* path : {"same", "other", "gone", "link"})
    manifest.files.set(path, base::sha256_hex("x"));
  const std::map<std::string, std::string> files = {{"same", "x"},
                                                    {"other", "y"},
                                                    {"log/index.html", "<p>L-1</p>"},
                                                    {"robots.txt", "r"},
                                                    {"new", "n"}};
  std::vector<base::TreeEntry> entries = {{"link", base::PathKind::link},
                                          {"log", base::PathKind::folder},
                                          {"log/checkpoint", base::PathKind::file}};
  for (const auto& [path, bytes] : files) entries.push_back({path, base::PathKind::file});
  LogReport report;
  report.code = "L-1";
  base::Progress progress;
  check_files(
      manifest,
      [&](const std::string& path) -> std::optional<std::string> {
        const auto found = files.find(path);
        if (found == files.end()) return std::nullopt;
        return found->second;
      },
      entries, report, progress);
  std::vector<std::string> found;
  for (const LogFinding& finding : report.findings)
    found.push_back(word_text(finding.word) + " " + finding.place);
  EXPECT_EQ(found, (std::vector<std::string>{"MISSING gone", "CHANGED link", "CHANGED other",
                                             "EXTRA new"}));
  EXPECT_EQ(report.files, 5U);
}

}  // namespace sanaq::publish
