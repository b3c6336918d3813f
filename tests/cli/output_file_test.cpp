#include "sanaq/cli/output_file.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>

#include "cli/run_the_program.h"
#include "help/small_investigation.h"
#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/cli/compare_command.h"
#include "sanaq/cli/estimate_command.h"
#include "sanaq/cli/link_command.h"
#include "sanaq/cli/simulate_command.h"

namespace sanaq::cli {
namespace {

namespace fs = std::filesystem;

std::string refused(const Outputs& outputs) {
  try {
    expect_outputs(outputs);
  } catch (const base::Error& error) {
    return error.message().english();
  }
  return "";
}

Outputs one(const std::string& path, std::vector<std::string> inputs = {}) {
  Outputs outputs;
  outputs.files = {{"--clusters", path, {"list,record"}}};
  outputs.inputs = std::move(inputs);
  return outputs;
}

class OutputFiles : public testing::Test {
 protected:
  help::Scratch scratch_;
};

TEST_F(OutputFiles, ANewAnEmptyAndAnOwnFileAreFree) {
  scratch_.write("empty.csv", "");
  scratch_.write("ours.csv", "list,record,person\na,1,x\n");
  for (const char* file : {"new.csv", "empty.csv", "ours.csv"})
    EXPECT_EQ(refused(one(scratch_ / file)), "") << file;
  EXPECT_EQ(refused(one("")), "");
}

TEST_F(OutputFiles, AStrangersFileIsReplacedOnlyWhenForced) {
  scratch_.write("thesis.txt", "Chapter 1");
  Outputs outputs = one(scratch_ / "thesis.txt");
  EXPECT_NE(refused(outputs).find("--force"), std::string::npos);
  outputs.replaces = true;
  EXPECT_EQ(refused(outputs), "");
}

TEST_F(OutputFiles, AnInputIsNeverReplacedHoweverItIsNamed) {
  scratch_.write("list.csv", "list,record\n");
  scratch_.write("folder/x", "");
  fs::create_hard_link(scratch_ / "list.csv", scratch_ / "hard.csv");
  for (const char* name : {"list.csv", "folder/../list.csv", "hard.csv"}) {
    Outputs outputs = one(scratch_ / name, {"", scratch_ / "list.csv"});
    outputs.replaces = true;
    EXPECT_NE(refused(outputs).find("reads the same file"), std::string::npos) << name;
  }
}

TEST_F(OutputFiles, WhatIsNoRegularFileIsRefusedAlsoWhenForced) {
  scratch_.write("file", "");
  fs::create_directory(scratch_ / "folder");
  fs::create_symlink(scratch_ / "file", scratch_ / "link");
  ASSERT_EQ(::mkfifo((scratch_ / "pipe").c_str(), 0600), 0);
  for (const std::string& path : {scratch_ / "folder", scratch_ / "link", scratch_ / "pipe",
                                  std::string("/dev/null"), std::string("/dev/stdout")}) {
    Outputs outputs = one(path);
    outputs.replaces = true;
    EXPECT_NE(refused(outputs).find("name a file"), std::string::npos) << path;
  }
  EXPECT_NE(refused(one(scratch_ / "nowhere/x.csv")).find("no such folder"), std::string::npos);
  EXPECT_NE(refused(one(scratch_ / "new/")).find("no such folder"), std::string::npos);
}

TEST_F(OutputFiles, NoInvestigationLosesAFileToOne) {
  const std::string folder = help::small_investigation(scratch_);
  for (const char* place : {"lists/new.csv", "lists/hospital.csv", "ledger/x", "evidence/x.csv",
                            "investigation.toml", "claims.csv", "articles/a.csv"}) {
    fs::create_directories(fs::path(folder + "/" + place).parent_path());
    Outputs outputs = one(folder + "/" + place);
    outputs.replaces = true;
    EXPECT_NE(refused(outputs), "") << place;
  }
  fs::create_hard_link(folder + "/claims.csv", scratch_ / "hard.csv");
  Outputs outputs = one(scratch_ / "hard.csv");
  outputs.replaces = true;
  outputs.investigation = folder;
  EXPECT_NE(refused(outputs), "");
  EXPECT_EQ(refused(one(folder + "/clusters.csv")), "");
}

TEST_F(OutputFiles, TwoOptionsDoNotNameOneFile) {
  Outputs outputs = one(scratch_ / "new.csv");
  outputs.files.push_back({"--pairs", scratch_ / "./new.csv", {"list_l"}});
  EXPECT_NE(refused(outputs).find("--clusters and --pairs"), std::string::npos);
}

TEST_F(OutputFiles, AFolderForFilesIsAFolder) {
  scratch_.write("file", "");
  const std::string folder = help::small_investigation(scratch_);
  EXPECT_NO_THROW(expect_output_folder("--csv", scratch_ / "new", folder));
  EXPECT_NO_THROW(expect_output_folder("--csv", folder, folder));
  EXPECT_THROW(expect_output_folder("--csv", scratch_ / "file", folder), base::Error);
  EXPECT_THROW(expect_output_folder("--csv", folder + "/lists", folder), base::Error);
}

// Every verb that writes a file, as its user calls it: the input of the command, a stranger's file,
// and the same again once --force is said.
class VerbsThatWrite : public OutputFiles {
 protected:
  VerbsThatWrite() {
    scratch_.write("a.csv", "id,name,birth\n1,Aibar Tanbaev,1970\n2,Omirtai Ozenov,1971\n");
    scratch_.write("b.csv", "id,name,birth\n7,Aibar Tanbaev,1970\n8,Alibek Munarov,1980\n");
    scratch_.write("pairs.csv", "case,name_l,name_r\n1,Aibar,Aibar\n");
    scratch_.write("cells.csv", "a,b,count\n1,1,20\n1,0,40\n0,1,30\n");
  }
  void expect_walls(AddCommand add, std::vector<std::string> words, const std::string& option,
                    const std::string& input) {
    const std::string thesis = scratch_.write("thesis.txt", "Chapter 1\n");
    const std::string before = base::read_file(input);
    words.push_back(option);
    const auto run = [&](const std::string& path, bool force) {
      std::vector<std::string> all = words;
      all.push_back(path);
      if (force) all.emplace_back("--force");
      return run_the_program(add, all).code;
    };
    EXPECT_EQ(run(input, true), 64) << option;
    EXPECT_EQ(base::read_file(input), before) << option;
    EXPECT_EQ(run(thesis, false), 64) << option;
    EXPECT_EQ(base::read_file(thesis), "Chapter 1\n") << option;
    EXPECT_EQ(run("/dev/stdout", true), 64) << option;
    EXPECT_EQ(run(thesis, true), 0) << option;
    EXPECT_NE(base::read_file(thesis), "Chapter 1\n") << option;
    EXPECT_EQ(run(thesis, false), 0) << option << ": its own file it may write again";
  }
};

TEST_F(VerbsThatWrite, Link) {
  const std::vector<std::string> words = {"link", scratch_ / "a.csv", scratch_ / "b.csv"};
  for (const char* option : {"--clusters", "--pairs", "--save-model"})
    expect_walls(add_link, words, option, scratch_ / "a.csv");
  std::vector<std::string> drawn = words;
  drawn.insert(drawn.end(), {"--draws", "2"});
  expect_walls(add_link, drawn, "--draws-out", scratch_ / "b.csv");
}

TEST_F(VerbsThatWrite, Compare) {
  expect_walls(add_compare, {"compare", scratch_ / "pairs.csv"}, "--scores",
               scratch_ / "pairs.csv");
}

TEST_F(VerbsThatWrite, Estimate) {
  expect_walls(add_estimate, {"estimate", "--cells", scratch_ / "cells.csv", "--method", "chapman"},
               "--statement", scratch_ / "cells.csv");
  scratch_.write("three.csv",
                 "a,b,c,count\n1,1,0,20\n1,0,1,40\n0,1,1,30\n1,1,1,9\n1,0,0,31\n0,1,0,17\n0,0,1,"
                 "22\n");
  expect_walls(add_estimate,
               {"estimate", "--cells", scratch_ / "three.csv", "--method", "dga", "--quick"},
               "--draws-out", scratch_ / "three.csv");
}

TEST_F(VerbsThatWrite, SimulateMakesANewFolderAndReplacesNone) {
  scratch_.write("thesis/chapter.txt", "mine");
  const std::string folder = help::small_investigation(scratch_);
  fs::create_directory(scratch_ / "empty");
  fs::create_symlink(scratch_ / "empty", scratch_ / "link");
  const auto run = [&](const std::string& place) {
    return run_the_program(add_simulate, {"simulate", place, "--persons", "20"}).code;
  };
  for (const std::string& place :
       {scratch_ / "thesis", folder, folder + "/lists/new", scratch_ / "link"})
    EXPECT_EQ(run(place), 64) << place;
  EXPECT_EQ(base::read_file(scratch_ / "thesis/chapter.txt"), "mine");
  EXPECT_EQ(run(scratch_ / "empty"), 0);
  EXPECT_EQ(run(scratch_ / "new"), 0);
}

}  // namespace
}  // namespace sanaq::cli
