#include "sanaq/investigation/waiting.h"

#include <gtest/gtest.h>

#include "help/small_investigation.h"
#include "sanaq/base/files.h"
#include "sanaq/investigation/what_stands.h"

namespace sanaq::investigation {
namespace {

TEST(Waiting, CountsWhatNobodyCouldRead) {
  const help::Scratch scratch;
  const std::string folder = help::small_investigation(scratch);
  scratch.write("town/lists/hospital.csv",
                std::string(help::hospital_rows) + "5,Жанна Жанова,next week,2011-12-16,Square\n");
  base::Progress silent;
  const base::Catalog english;
  const WhatStands stands = what_stands(folder, {silent, english});
  const Waiting waiting = waiting_in(stands.outcome, stands.is_linked, silent);
  EXPECT_EQ(waiting.bad_cells, 1);
  EXPECT_EQ(waiting.pairs, 0);
  EXPECT_EQ(waiting.setbacks, 0);
}

TEST(Waiting, IsKeptForTheNextStartAsCountsAlone) {
  const help::Scratch scratch;
  EXPECT_EQ(last_waiting(scratch.path()), std::nullopt);
  const Waiting waiting{3, 40, 1, 7};
  keep_waiting(scratch.path(), waiting);
  EXPECT_EQ(last_waiting(scratch.path()), waiting);
  EXPECT_EQ(base::read_file(scratch / ".sanaq/waiting.json"),
            "{\"bad_cells\":3,\"facts\":7,\"pairs\":40,\"setbacks\":1}\n");
  scratch.write(".sanaq/waiting.json", "{\"bad_cells\":\"x\"");
  EXPECT_EQ(last_waiting(scratch.path()), std::nullopt);
}

}  // namespace
}  // namespace sanaq::investigation
