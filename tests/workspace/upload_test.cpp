#include "sanaq/workspace/upload.h"

#include "sanaq/investigation/incoming.h"
#include "sanaq/workspace/arrival_screen.h"
#include "workspace/a_read_bench.h"
#include "workspace/a_sent_form.h"
#include "workspace/visit_by_hand.h"

namespace sanaq::workspace {
namespace {

class Uploads : public AReadBench {
 protected:
  Upload send(std::vector<SentPart> parts, bool is_cut = false) {
    VisitByHand by_hand("/lists");
    parts.insert(parts.begin(), {"csrf", "", by_hand.visit.csrf("/lists")});
    ASentForm body(std::move(parts), is_cut);
    by_hand.visit.body = &body;
    return receive_upload(by_hand.visit, folder_, "/lists", upload_bytes_most);
  }
  [[nodiscard]] std::size_t files_there() const {
    const std::string place = path("lists/.incoming");
    return base::folder_exists(place) ? base::list_folder(place).size() : 0;
  }
};

TEST_F(Uploads, SeveralFilesArriveAtOnce) {
  const Upload upload = send(
      {{"files", "a.csv", "name,date\nAida,2011\n"}, {"files", "b.csv", "ФИО;Дата\nА;2011\n"}});
  EXPECT_TRUE(upload.is_ours);
  EXPECT_EQ(upload.arrived, 2);
  EXPECT_TRUE(upload.problems.empty());
  EXPECT_EQ(investigation::incoming_files(folder_).size(), 2U);
}

TEST_F(Uploads, AnotherSessionsFormBringsNothing) {
  VisitByHand by_hand("/lists");
  ASentForm body({{"csrf", "", "wrong"}, {"files", "a.csv", "name,date\nAida,2011\n"}});
  by_hand.visit.body = &body;
  EXPECT_FALSE(receive_upload(by_hand.visit, folder_, "/lists", upload_bytes_most).is_ours);
  ASentForm without({{"files", "a.csv", "name,date\nAida,2011\n"}});
  by_hand.visit.body = &without;
  EXPECT_FALSE(receive_upload(by_hand.visit, folder_, "/lists", upload_bytes_most).is_ours);
  EXPECT_EQ(files_there(), 0U);
}

TEST_F(Uploads, WhatIsCutLeavesNothingButTheFilesBefore) {
  EXPECT_THROW((void)send({{"files", "a.csv", "name,date\nAida,2011\n"},
                           {"files", "b.csv", "name,date\nAi"}},
                          true),
               base::Error);
  ASSERT_EQ(investigation::incoming_files(folder_).size(), 1U);
  EXPECT_EQ(investigation::incoming_files(folder_)[0].name, "a.csv");
  EXPECT_EQ(files_there(), 2U);  // its bytes and its name
}

TEST_F(Uploads, WhatCannotBeAListIsToldAndLeavesNothing) {
  const Upload upload = send({{"files", "page.xls", "<html><table><tr><td>a</td></tr></table>"},
                              {"files", "photo.csv", "\x89PNG\r\n\x1A\n"},
                              {"files", "empty.csv", ""},
                              {"files", "~$open.xlsx", "x"},
                              {"files", std::string(300, 'a') + ".csv", "name\nAida\n"},
                              {"files", "good.csv", "name,date\nAida,2011\n"},
                              {"files", "GOOD.csv", "name,date\nBolat,2011\n"}});
  EXPECT_EQ(upload.problems.size(), 6U);
  EXPECT_EQ(upload.arrived, 1);
  EXPECT_EQ(files_there(), 2U);
}

TEST_F(Uploads, NamesOfFilesNeverLeadElsewhere) {
  const Upload upload = send({{"files", "../../../escape.csv", "name,date\nAida,2011\n"},
                              {"files", "..\\..\\up.csv", "name,date\nAida,2012\n"},
                              {"files", "=cmd|' /C calc'!A0.csv", "name,date\nAida,2013\n"}});
  EXPECT_EQ(upload.arrived, 3);
  for (const investigation::Incoming& file : investigation::incoming_files(folder_))
    EXPECT_EQ(file.name.find_first_of("/\\|"), std::string::npos) << file.name;
  EXPECT_FALSE(base::file_exists(scratch_ / "escape.csv"));
}

}  // namespace
}  // namespace sanaq::workspace
