#include "sanaq/workspace/error_screen.h"

#include <gtest/gtest.h>

#include "workspace/visit_by_hand.h"

namespace sanaq::workspace {
namespace {

TEST(ErrorScreen, EachKindHasItsStatus) {
  EXPECT_EQ(422, status_of(base::Kind::bad_input));
  EXPECT_EQ(422, status_of(base::Kind::usage));
  EXPECT_EQ(404, status_of(base::Kind::not_found));
  EXPECT_EQ(409, status_of(base::Kind::conflict));
  EXPECT_EQ(503, status_of(base::Kind::io));
  EXPECT_EQ(500, status_of(base::Kind::corrupt));
  EXPECT_EQ(500, status_of(base::Kind::bug));
}

TEST(ErrorScreen, WhatWasPostedIsStillThere) {
  VisitByHand hand("/settings");
  hand.posts({{"csrf", "1"}, {"title", "A title"}});
  Bench bench("sanaq");
  const base::Error error(base::Kind::bad_input, base::message("{}: no date", "<x>"));
  const http::Response response = error_screen(hand.visit, bench, error, "/settings");
  EXPECT_EQ(422, response.status);
  EXPECT_NE(std::string::npos, response.body.find("A title"));
  EXPECT_NE(std::string::npos, response.body.find("&lt;x&gt;"));
}

}  // namespace
}  // namespace sanaq::workspace
