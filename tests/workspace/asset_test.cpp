#include "sanaq/workspace/asset.h"

#include <gtest/gtest.h>

namespace sanaq::workspace {
namespace {

TEST(Asset, IsFoundByItsNameAndATemplateIsNone) {
  EXPECT_EQ("text/css; charset=utf-8", asset("workspace.css")->type);
  EXPECT_EQ("text/javascript; charset=utf-8", asset("htmx.js")->type);
  EXPECT_EQ("image/svg+xml", asset("icon.svg")->type);
  EXPECT_FALSE(asset("frame.html"));
  EXPECT_FALSE(asset("../workspace.css"));
  EXPECT_FALSE(asset(""));
}

}  // namespace
}  // namespace sanaq::workspace
