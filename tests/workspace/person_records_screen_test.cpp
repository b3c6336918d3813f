#include "sanaq/workspace/person_records_screen.h"

#include <gtest/gtest.h>

#include "workspace/a_person.h"
#include "workspace/visit_by_hand.h"

namespace sanaq::workspace {
namespace {

http::Response records_of(const ACountedBench& counted, const std::string& name) {
  VisitByHand by_hand("/persons/x/records");
  by_hand.names("ID", person_named(persons_now(*counted.bench), name)->id);
  return show_person_records(by_hand.visit, *counted.bench);
}

TEST(PersonRecordsScreen, EachRecordHasABoxAndEachPairAWeight) {
  const ACountedBench counted;
  const std::string body = records_of(counted, "Танбаев").body;
  std::size_t boxes = 0;
  for (std::size_t at = body.find("type=\"checkbox\""); at != std::string::npos;
       at = body.find("type=\"checkbox\"", at + 1))
    ++boxes;
  EXPECT_EQ(boxes, 3U);
  EXPECT_NE(body.find("csrf-of-/persons/{ID}/split"), std::string::npos);
  EXPECT_NE(body.find("Why they are together"), std::string::npos);
  EXPECT_NE(body.find("<svg"), std::string::npos);
}

TEST(PersonRecordsScreen, APersonOfOneRecordCannotBeSplit) {
  const ACountedBench counted;
  const std::string body = records_of(counted, "Боранов").body;
  EXPECT_EQ(body.find("type=\"checkbox\""), std::string::npos);
  EXPECT_NE(body.find("This person has one record, so there is nothing to split."),
            std::string::npos);
}

TEST(PersonRecordsScreen, NoCellOfADownloadIsAFormula) {
  const ACountedBench counted;
  VisitByHand by_hand("/persons/x/records/csv");
  by_hand.names("ID", person_named(persons_now(*counted.bench), "=1+1")->id).names("FORM", "csv");
  const std::string csv = download_person_records(by_hand.visit, *counted.bench).body;
  EXPECT_NE(csv.find("'=1+1"), std::string::npos) << csv;
}

}  // namespace
}  // namespace sanaq::workspace
