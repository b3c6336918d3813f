#include "sanaq/link/model.h"

#include <gtest/gtest.h>

namespace sanaq::link {
namespace {

TEST(Model, WhatRulesLoseIsSaidInPercent) {
  Model model;
  model.recall_lost = 0.082;
  EXPECT_NE(too_much_lost(model).english().find("about 8 %"), std::string::npos);
}

}  // namespace
}  // namespace sanaq::link
