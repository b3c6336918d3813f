#include "sanaq/workspace/start_places.h"

#include <gtest/gtest.h>

#include <cstdlib>

#include "help/scratch.h"

namespace sanaq::workspace {
namespace {

TEST(StartPlaces, AFolderIsMadeOfTheTitle) {
  const help::Scratch scratch;
  ::setenv("HOME", scratch.path().c_str(), 1);
  const std::string sanaq = typed_folder("~/sanaq");
  EXPECT_EQ(sanaq + "/Город 2011", folder_for_title(" Город 2011. "));
  scratch.write("sanaq/Town/x", "");
  EXPECT_EQ(sanaq + "/Town-2", folder_for_title("Town"));
  EXPECT_EQ(sanaq + "/a_b", folder_for_title("a/b"));
  EXPECT_FALSE(folder_for_title("../..").find("/../") != std::string::npos);
  EXPECT_LT(folder_for_title(std::string(1000, 'a')).size(), sanaq.size() + 100);
}

TEST(StartPlaces, WhatWasTypedBecomesAWholePath) {
  const help::Scratch scratch;
  ::setenv("HOME", scratch.path().c_str(), 1);
  EXPECT_EQ("", typed_folder("  "));
  EXPECT_EQ(typed_folder("~") + "/sanaq/x", typed_folder("x"));
  EXPECT_EQ(typed_folder("~") + "/y", typed_folder(" ~/y/ "));
  EXPECT_EQ("/nowhere", typed_folder("/nowhere"));
}

}  // namespace
}  // namespace sanaq::workspace
