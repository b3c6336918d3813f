#include "sanaq/base/disk_error.h"

#include <gtest/gtest.h>

#include <cerrno>

#include "sanaq/base/error.h"

namespace sanaq::base {
namespace {

Kind kind_of(int error) {
  try {
    throw_disk_error("lists/a.csv", error);
  } catch (const Error& thrown) {
    EXPECT_NE(std::string(thrown.what()).find("lists/a.csv"), std::string::npos);
    return thrown.kind();
  }
}

TEST(DiskError, WhatIsNotThereIsTold) {
  EXPECT_EQ(kind_of(ENOENT), Kind::not_found);
  EXPECT_EQ(kind_of(ENOSPC), Kind::io);
  EXPECT_EQ(kind_of(EIO), Kind::io);
}

}  // namespace
}  // namespace sanaq::base
