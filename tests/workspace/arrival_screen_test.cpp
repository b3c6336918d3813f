#include "sanaq/workspace/arrival_screen.h"

#include "sanaq/base/sha256.h"
#include "sanaq/investigation/incoming.h"
#include "workspace/a_read_bench.h"
#include "workspace/visit_by_hand.h"

namespace sanaq::workspace {
namespace {

class Arrivals : public AReadBench {
 protected:
  std::string arrived(const std::string& name, const std::string& bytes) {
    investigation::Arrival arrival(folder_, name);
    arrival.add(bytes);
    return arrival.finish().id;
  }
  http::Response decide(std::vector<std::pair<std::string, std::string>> fields) {
    VisitByHand by_hand("/incoming");
    by_hand.posts(std::move(fields));
    return decide_incoming(by_hand.visit, bench_);
  }
};

TEST_F(Arrivals, AFileBecomesAList) {
  open();
  const std::string id = arrived("morgue.csv", "ФИО;Дата\nА Б;2011-12-16\n");
  const http::Response response = decide({{"what-" + id, "list"}, {"name-" + id, "морг"}});
  EXPECT_EQ(response.status, 303);
  ASSERT_EQ(config().lists.size(), 2U);
  EXPECT_EQ(config().lists[1].name, "морг");
  EXPECT_NE(toml().find("# Ours."), std::string::npos);
}

TEST_F(Arrivals, ANewerCopyTakesThePlaceAndTheBytesBeforeAreKept) {
  open();
  const std::string id =
      arrived("h.csv", std::string(hospital_csv) + "Новый Кто;1971;м;2011-12-16\n");
  const http::Response response = decide({{"what-" + id, "newer:больница"}});
  EXPECT_EQ(response.status, 303) << response.body;
  EXPECT_EQ(config().lists.size(), 1U);
  EXPECT_NE(base::read_file(path("lists/h.csv")).find("Новый Кто"), std::string::npos);
  EXPECT_EQ(base::read_file(path("lists/.versions/" + base::sha256_hex(hospital_csv) + ".csv")),
            hospital_csv);
}

TEST_F(Arrivals, ATableOfTheCaseFileIsOne) {
  open();
  const std::string id = arrived("claims.csv", "claim,what,min\n1,deaths,14\n");
  EXPECT_EQ(decide({{"what-" + id, "claim"}}).status, 303);
  ASSERT_EQ(config().tables.size(), 1U);
  EXPECT_EQ(config().tables[0].kind, "claim");
}

TEST_F(Arrivals, WhatIsNotSaidWaits) {
  open();
  const std::string id = arrived("m.csv", "name;date\nA B;2011\n");
  for (const auto& [what, name] :
       std::vector<std::pair<std::string, std::string>>{{"", "m"},
                                                        {"magic", "m"},
                                                        {"list", ""},
                                                        {"list", "больница"},
                                                        {"newer:nobody", ""},
                                                        {"list", "../up"}}) {
    const http::Response response = decide({{"what-" + id, what}, {"name-" + id, name}});
    EXPECT_EQ(response.status, 422) << what;
    EXPECT_EQ(investigation::incoming_files(folder_).size(), 1U) << what;
  }
  EXPECT_EQ(decide({{"what-" + id, "out"}}).status, 303);
  EXPECT_TRUE(investigation::incoming_files(folder_).empty());
  EXPECT_EQ(config().lists.size(), 1U);
}

TEST_F(Arrivals, AFileThatLiesInTheFolderAlreadyIsNamedOrPutAside) {
  scratch_.write("case/lists/other.csv", "name;date\nA B;2011\n");
  open();
  const std::string id = base::sha256_hex("other.csv").substr(0, 16);
  EXPECT_EQ(decide({{"what-" + id, "list"}, {"name-" + id, "other"}}).status, 303);
  EXPECT_EQ(config().lists.at(1).file, "other.csv");
  scratch_.write("case/lists/spare.csv", "name;date\nA B;2012\n");
  const std::string spare = base::sha256_hex("spare.csv").substr(0, 16);
  EXPECT_EQ(decide({{"what-" + spare, "out"}}).status, 303);
  EXPECT_FALSE(base::file_exists(path("lists/spare.csv")));
  EXPECT_TRUE(base::folder_exists(path(".sanaq/aside")));
}

}  // namespace
}  // namespace sanaq::workspace
