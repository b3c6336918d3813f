#include "sanaq/investigation/leftovers.h"

#include <gtest/gtest.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "help/scratch.h"
#include "sanaq/base/files.h"

namespace sanaq::investigation {
namespace {

std::string mark() {
  const pid_t child = ::fork();
  if (child == 0) ::_exit(0);
  ::waitpid(child, nullptr, 0);
  return ".unfinished-" + std::to_string(child);
}

const std::string hash(64, '7');

}  // namespace

TEST(Leftovers, WhatIsOursGoesAndIsSaid) {
  const help::Scratch scratch;
  ::setenv("SANAQ_KEYS", (scratch / "keys").c_str(), 1);
  const std::string end = mark();
  const std::vector<std::string> ours = {"case/investigation.toml",
                                         "case/ingest-report.csv",
                                         "case/review.csv",
                                         "case/.sanaq/link.json",
                                         "case/.sanaq/site-marks",
                                         "case/.sanaq/site-record",
                                         "case/evidence/" + hash + ".jpg",
                                         "case/ledger/" + hash + ".bodies.jsonl",
                                         "case/ledger/" + hash + ".unfinished",
                                         "case/lists/.versions/" + hash + ".xlsx",
                                         "case/lists/.versions/hospital-12ab.json",
                                         "case/publication/corrections.jsonl",
                                         "case/publication/facts.jsonl",
                                         "case/publication/leaves",
                                         "case/publication/openings/1024.txt",
                                         "keys/" + hash + ".json"};
  for (const std::string& name : ours) scratch.write(name + end, "half of it");
  const std::vector<base::Message> said = remove_leftovers(scratch / "case");
  ASSERT_EQ(said.size(), ours.size());
  for (const std::string& name : ours) EXPECT_FALSE(base::file_exists(scratch / (name + end)));
  EXPECT_EQ(said[0].arguments[0], "ingest-report.csv" + end);
  EXPECT_NE(said[0].id.find("was removed"), std::string::npos);
  EXPECT_TRUE(remove_leftovers(scratch / "case").empty());
}

TEST(Leftovers, AStrangersFileOfASimilarNameStaysAndIsNamed) {
  const help::Scratch scratch;
  ::setenv("SANAQ_KEYS", (scratch / "keys").c_str(), 1);
  const std::string end = mark();
  const std::vector<std::string> theirs = {"thesis.txt",         "ingest-report.csv.bak",
                                           "evidence/photo.jpg", "ledger/notes.txt",
                                           ".sanaq/holiday.jpg", "lists/.versions/mine.csv"};
  for (const std::string& name : theirs) scratch.write("case/" + name + end, "somebody's");
  // Where sanaq writes nothing nothing is even looked for.
  scratch.write("case/lists/hospital.csv" + end, "somebody's");
  const std::vector<base::Message> said = remove_leftovers(scratch / "case");
  EXPECT_EQ(said.size(), theirs.size());
  for (const base::Message& sentence : said)
    EXPECT_NE(sentence.id.find("left where it is"), std::string::npos);
  for (const std::string& name : theirs)
    EXPECT_EQ(base::read_file(scratch / ("case/" + name + end)), "somebody's");
  EXPECT_TRUE(base::file_exists(scratch / ("case/lists/hospital.csv" + end)));
}

}  // namespace sanaq::investigation
