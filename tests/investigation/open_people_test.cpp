#include "sanaq/investigation/open_people.h"

#include <gtest/gtest.h>

#include "investigation/invented_outcome.h"
#include "sanaq/record/record_address.h"

namespace sanaq::investigation {
namespace {

casefile::Statement victim(const std::string& name) {
  casefile::Statement said;
  said.subject = "act:a";
  said.property = "victim";
  said.value = name;
  said.visibility = "public";
  return said;
}

// One open record of the hospital and one of a list that publishes nothing, with one name.
Outcome two_records() {
  Outcome outcome;
  outcome.addresses.secret = std::string(32, 's');
  outcome.addresses.all = {outcome.addresses.secret, std::string(32, 'o')};
  outcome.config.scope.status = "dead";
  outcome.config.lists.resize(2);
  outcome.config.lists[0].name = "hospital";
  outcome.config.lists[1].name = "closed";
  outcome.lists.resize(2);
  outcome.lists[0].name = "hospital";
  outcome.lists[1].name = "closed";
  outcome.records.lists = {{"hospital", "", "", false}, {"closed", "", "", false}};
  investigation::test::TableMaker maker(outcome.records);
  maker.column("Name", record::Field::name);
  maker.record(0, {"Bolat Sample"}, 2);
  maker.record(1, {"Bolat Sample"}, 2);
  outcome.origins = outcome.records.identities;
  for (const std::string& origin : outcome.origins)
    outcome.record_ids.push_back(record::record_address(origin));
  outcome.arrivals = {1, 1};
  outcome.in_scope = {true, true};
  return outcome;
}

class OpenPeopleTest : public testing::Test {
 protected:
  [[nodiscard]] OpenPeople people(const std::vector<casefile::Statement>& said) const {
    base::Progress quiet;
    return OpenPeople(outcome_, open_register(outcome_, {{true}, {false}}, quiet), said);
  }
  Outcome outcome_ = two_records();
  std::string page_ = persons::keyed_address(outcome_.addresses.secret, outcome_.origins[0]);
};

TEST_F(OpenPeopleTest, AnOpenRecordIsFoundByEverythingThatItIsCalled) {
  const OpenPeople open = people({});
  for (const std::string& ref :
       {"hospital:" + outcome_.records.ids[0], outcome_.record_ids[0], page_,
        persons::keyed_address(std::string(32, 'o'), outcome_.origins[0])})
    EXPECT_EQ(open.page(ref), page_) << ref;
}

TEST_F(OpenPeopleTest, AClosedRecordHasNoPage) {
  const OpenPeople open = people({});
  for (const std::string& ref :
       {"closed:" + outcome_.records.ids[1], outcome_.record_ids[1],
        persons::keyed_address(outcome_.addresses.secret, outcome_.origins[1]),
        std::string("0123456789abcdef")})
    EXPECT_EQ(open.page(ref), "") << ref;
}

// In the whole register two persons have the name, and it is joined to neither: that would show
// that somebody of the name stands on a closed list.
TEST_F(OpenPeopleTest, ANameIsJoinedByWhatIsOpenAlone) {
  EXPECT_EQ(people({victim("Bolat Sample")}).page("Bolat Sample"), page_);
}

TEST_F(OpenPeopleTest, WhoIsInNoListIsCalledByTheFirstOfHisNames) {
  const OpenPeople open = people({victim("Aibar Tanbaev"), victim("Айбар Танбаев")});
  EXPECT_EQ(open.first_name("Айбар Танбаев"), "Aibar Tanbaev");
  EXPECT_EQ(open.first_name("Somebody Else"), "Somebody Else");
  EXPECT_EQ(open.page("Aibar Tanbaev"), "");
}

}  // namespace
}  // namespace sanaq::investigation
