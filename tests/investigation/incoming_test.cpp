#include "sanaq/investigation/incoming.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include "help/scratch.h"
#include "sanaq/base/disk_calls.h"
#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/sha256.h"

namespace sanaq::investigation {
namespace {

class IncomingFiles : public ::testing::Test {
 protected:
  IncomingFiles() : folder_(scratch_.path()) { base::make_folder(base::join(folder_, "lists")); }
  [[nodiscard]] std::size_t files_there() const {
    const std::string place = base::join(folder_, std::string(incoming_folder));
    return base::folder_exists(place) ? base::list_folder(place).size() : 0;
  }
  help::Scratch scratch_;
  std::string folder_;
};

TEST_F(IncomingFiles, AWholeFileWaitsUnderItsNameAndIsNoList) {
  Arrival arrival(folder_, "C:\\Users\\a\\больница.csv");
  arrival.add("name,");
  arrival.add("date\n");
  EXPECT_TRUE(incoming_files(folder_).empty());
  const Incoming file = arrival.finish();
  EXPECT_EQ(file.name, "больница.csv");
  EXPECT_EQ(file.sha256, base::sha256_hex("name,date\n"));
  ASSERT_EQ(incoming_files(folder_).size(), 1U);
  EXPECT_EQ(base::read_file(incoming_path(folder_, incoming_file(folder_, file.id))),
            "name,date\n");
  EXPECT_EQ(base::list_folder(base::join(folder_, "lists")),
            (std::vector<std::string>{".incoming"}));
  drop_incoming(folder_, file.id);
  EXPECT_THROW((void)incoming_file(folder_, file.id), base::Error);
  EXPECT_EQ(files_there(), 0U);
}

TEST_F(IncomingFiles, WhatIsCutLeavesNothing) {
  {
    Arrival arrival(folder_, "a.csv");
    arrival.add("name,");
    EXPECT_EQ(files_there(), 1U);
  }
  EXPECT_EQ(files_there(), 0U);
  Arrival empty(folder_, "a.csv");
  EXPECT_THROW((void)empty.finish(), base::Error);
}

TEST_F(IncomingFiles, AFullDiskLeavesNothing) {
  Arrival arrival(folder_, "a.csv");
  base::set_disk_faults({.first = 1, .count = 1'000, .error = 28});
  EXPECT_THROW(arrival.add("name,date\n"), base::Error);
  base::set_disk_faults({});
}

TEST_F(IncomingFiles, NamesThatLeadElsewhereDoNot) {
  EXPECT_EQ(incoming_name("../../etc/passwd"), "passwd");
  EXPECT_EQ(incoming_name("..\\..\\boot.ini"), "boot.ini");
  EXPECT_EQ(incoming_name(".."), "list");
  EXPECT_EQ(incoming_name(""), "list");
  EXPECT_EQ(incoming_name(".hidden.csv"), "hidden.csv");
  EXPECT_EQ(incoming_name("=cmd.csv"), "=cmd.csv");
  EXPECT_EQ(incoming_name(std::string("a\0b.csv", 7)).find('\0'), std::string::npos);
  EXPECT_EQ(incoming_name("a\nb\"<c>.csv").find_first_of("\n\"<>"), std::string::npos);
  EXPECT_THROW((void)incoming_name("~$list.xlsx"), base::Error);
  EXPECT_THROW((void)incoming_name(std::string(300, 'a') + ".csv"), base::Error);
  EXPECT_NO_THROW((void)incoming_name(std::string(96, 'a') + ".csv"));
  for (const char* id : {"..", "../../x", "0123456789abcdef", "", "0123456789abcde/"})
    EXPECT_THROW((void)incoming_file(folder_, id), base::Error) << id;
}

TEST_F(IncomingFiles, OfAProcessThatHasEndedOnlyTheHalfIsRemoved) {
  Arrival arrival(folder_, "a.csv");
  arrival.add("x");
  Arrival whole(folder_, "b.csv");
  whole.add("x");
  (void)whole.finish();
  const std::string place = base::join(folder_, std::string(incoming_folder));
  base::write_file_whole(base::join(place, "0123456789abcdef.99999999.part"), "half");
  base::write_file_whole(base::join(place, "mine.part"), "somebody's");
  EXPECT_EQ(drop_cut_arrivals(folder_).size(), 1U);
  EXPECT_FALSE(base::file_exists(base::join(place, "0123456789abcdef.99999999.part")));
  EXPECT_TRUE(base::file_exists(base::join(place, "mine.part")));
  EXPECT_EQ(incoming_files(folder_).size(), 1U);
  EXPECT_NO_THROW((void)arrival.finish());
}

TEST_F(IncomingFiles, NothingIsWrittenThroughALink) {
  help::Scratch elsewhere;
  ASSERT_EQ(::symlink(elsewhere.path().c_str(),
                      base::join(folder_, std::string(incoming_folder)).c_str()),
            0);
  EXPECT_THROW(Arrival(folder_, "a.csv"), base::Error);
  EXPECT_TRUE(base::list_folder(elsewhere.path()).empty());
}

}  // namespace
}  // namespace sanaq::investigation
