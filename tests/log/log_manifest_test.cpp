#include "sanaq/log/log_manifest.h"

#include <gtest/gtest.h>

namespace sanaq::log {
namespace {

LogManifest small_manifest() {
  const std::string hash = hex_of(sha256("x"));
  return {sha256("salt"),
          {".well-known/", "robots.txt"},
          {{"log/index.html", hash}},
          {{"index.html", hash}, {"person/1.html", hash}}};
}

}  // namespace

TEST(LogManifest, IsReadBack) {
  const std::string text = manifest_text(small_manifest());
  const auto read = parse_manifest(text);
  ASSERT_TRUE(read);
  EXPECT_EQ(manifest_text(*read), text);
  EXPECT_EQ(read->keep, small_manifest().keep);
  EXPECT_EQ(read->files, small_manifest().files);
  EXPECT_EQ(read->salt, small_manifest().salt);
}

TEST(LogManifest, PathsThatLeadElsewhereAndLinesOutOfOrderAreRefused) {
  const std::string hash = hex_of(sha256("x"));
  for (const char* path :
       {"/etc/passwd", "../x", "a/../b", "a//b", "a\\b", "C:x", "log/manifest.txt",
        "log/checkpoint", "log/tile/0/000", "log/publication/256.json", "a/"}) {
    LogManifest manifest = small_manifest();
    manifest.files.set(path, hash);
    EXPECT_FALSE(parse_manifest(manifest_text(manifest))) << path;
  }
  const std::string salt = "salt " + hash + "\n", line = hash + "  a\n", next = hash + "  b\n";
  EXPECT_TRUE(parse_manifest(salt + line + next));
  for (const std::string& text :
       {std::string(), line, salt + next + line, salt + line + line, line + salt,
        salt + line + next.substr(0, 66), salt + "keep ../x\n"})
    EXPECT_FALSE(parse_manifest(text)) << text;
}

TEST(LogManifest, WhatIsKeptIsNeverAPageOrAScript) {
  const std::vector<std::string> keep = {".well-known/", "evil.html", "robots.txt"};
  EXPECT_TRUE(is_kept(keep, "robots.txt"));
  EXPECT_TRUE(is_kept(keep, ".well-known/security.txt"));
  for (const char* path :
       {"evil.html", ".well-known/x.JS", ".well-known", "robots.txt2", "x/robots.txt"})
    EXPECT_FALSE(is_kept(keep, path)) << path;
}

TEST(LogManifest, APageIsHashedWithoutTheCodeThatStandsInItOnce) {
  EXPECT_EQ(with_code_out("<p>L-1-X</p>", "L-1-X"), "<p></p>");
  EXPECT_EQ(with_code_out("<p></p>", "L-1-X"), std::string("<p></p>\0", 8));
  EXPECT_EQ(with_code_out("L-1-X L-1-X", "L-1-X"), std::string("L-1-X L-1-X\0", 12));
}

}  // namespace sanaq::log
