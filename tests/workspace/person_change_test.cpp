#include "sanaq/workspace/person_change.h"

#include <gtest/gtest.h>

#include <regex>

#include "sanaq/base/error.h"
#include "sanaq/investigation/undo.h"
#include "sanaq/workspace/review_waiting.h"
#include "sanaq/workspace/undo_screen.h"
#include "workspace/a_person.h"
#include "workspace/visit_by_hand.h"

namespace sanaq::workspace {
namespace {

using Fields = std::vector<std::pair<std::string, std::string>>;

struct APersonToChange {
  ACountedBench counted;
  PersonsNow all = persons_now(*counted.bench);
  const persons::Person* person = person_named(all, "Танбаев");

  [[nodiscard]] std::string identity(std::size_t at) const {
    return all->outcome().records.identities[person->records.at(at)];
  }
  [[nodiscard]] http::Response split(const Fields& fields) const {
    VisitByHand by_hand("/persons/x/split");
    by_hand.names("ID", person->id).posts(fields);
    return split_person_of(by_hand.visit, *counted.bench);
  }
  [[nodiscard]] http::Response join(const Fields& fields) const {
    VisitByHand by_hand("/persons/x/join");
    by_hand.names("ID", person->id).posts(fields);
    return join_person_with(by_hand.visit, *counted.bench);
  }
  [[nodiscard]] std::vector<ledger::Decision> entered() const {
    return decisions_in_force_of(counted.folder);
  }
};

std::string act_on(const http::Response& response) {
  std::smatch found;
  const std::regex act("name=\"act\" value=\"([0-9a-f]{32})\"");
  return std::regex_search(response.body, found, act) ? found[1].str() : "";
}

TEST(PersonChange, WhatASplitDoesIsSaidBeforeItIsEnteredOnce) {
  const APersonToChange a;
  Fields fields = {{"record", a.identity(1)}, {"reason", "another mother"}};
  const http::Response shown = a.split(fields);
  EXPECT_EQ(shown.status, 200);
  EXPECT_NE(shown.body.find("1 person becomes 2; the address stays with"), std::string::npos);
  EXPECT_TRUE(a.entered().empty());
  fields.emplace_back("act", act_on(shown));
  fields.emplace_back("do", "enter");
  EXPECT_EQ(a.split(fields).status, 303);
  const std::size_t count = a.entered().size();
  EXPECT_EQ(count, 2U);                    // two stay together, the third is another
  EXPECT_EQ(a.split(fields).status, 303);  // pressed twice
  EXPECT_EQ(a.entered().size(), count);
  EXPECT_EQ(a.entered()[0].reason, "another mother");
}

TEST(PersonChange, OneUndoTakesTheWholeActBack) {
  const APersonToChange a;
  Fields fields = {{"record", a.identity(1)}};
  fields.emplace_back("act", act_on(a.split(fields)));
  fields.emplace_back("do", "enter");
  ASSERT_EQ(a.split(fields).status, 303);
  VisitByHand undo("/undo");
  undo.posts({{"name", ""}, {"back", "/persons"}});
  EXPECT_EQ(undo_change(undo.visit, *a.counted.bench).status, 303);
  EXPECT_TRUE(a.entered().empty());
}

TEST(PersonChange, WhatCannotBeDoneSaysWhyAndEntersNothing) {
  const APersonToChange a;
  EXPECT_EQ(a.split({}).status, 422);                                  // nothing marked
  EXPECT_EQ(a.split({{"record", std::string(32, '0')}}).status, 409);  // a record that is gone
  Fields all;
  for (std::size_t at = 0; at < a.person->records.size(); ++at)
    all.emplace_back("record", a.identity(at));
  EXPECT_EQ(a.split(all).status, 422);  // nobody would be left
  const persons::Person* other = person_named(a.all, "Степнов");
  const std::string foreign = a.all->outcome().records.identities[other->records.front()];
  EXPECT_EQ(a.split({{"record", foreign}}).status, 409);     // somebody else's
  EXPECT_EQ(a.join({{"other", a.person->id}}).status, 422);  // one already
  EXPECT_EQ(a.join({}).status, 422);
  EXPECT_EQ(a.join({{"other", "ffffffffffffffff"}}).status, 409);
  EXPECT_TRUE(a.entered().empty());
}

TEST(PersonChange, AnActThatIsNotTheOneThatWasShownIsShownAgain) {
  const APersonToChange a;
  const http::Response response =
      a.split({{"record", a.identity(1)}, {"act", std::string(32, '0')}, {"do", "enter"}});
  EXPECT_EQ(response.status, 409);
  EXPECT_NE(act_on(response), "");
  EXPECT_TRUE(a.entered().empty());
}

TEST(PersonChange, AJoinSaysWhichAddressLeadsOn) {
  const APersonToChange a;
  Fields fields = {{"other", person_named(a.all, "Боранов")->id}};
  const http::Response shown = a.join(fields);
  EXPECT_EQ(shown.status, 200);
  EXPECT_NE(shown.body.find("its address leads there from now on"), std::string::npos);
  fields.emplace_back("act", act_on(shown));
  fields.emplace_back("do", "enter");
  fields.emplace_back("insists", "yes");
  EXPECT_EQ(a.join(fields).status, 303);
  EXPECT_EQ(a.entered().size(), 1U);
}

TEST(PersonChange, ThatAListWouldHaveAPersonTwiceMustHaveBeenSeen) {
  const APersonToChange a;  // the hospital is declared free of duplicates
  Fields fields = {{"other", person_named(a.all, "Степнов")->id}};
  const http::Response shown = a.join(fields);
  EXPECT_NE(shown.body.find("name=\"insists\""), std::string::npos);
  fields.emplace_back("act", act_on(shown));
  fields.emplace_back("do", "enter");
  EXPECT_EQ(a.join(fields).status, 409);
  EXPECT_TRUE(a.entered().empty());
}

TEST(PersonChange, TheOtherPersonIsFoundByName) {
  const APersonToChange a;
  wait_for_names(*a.counted.bench);
  VisitByHand by_hand("/persons/x/join?q=bo");
  by_hand.names("ID", a.person->id);
  const http::Response response = show_join(by_hand.visit, *a.counted.bench);
  EXPECT_NE(response.body.find("type=\"radio\""), std::string::npos);
  EXPECT_NE(response.body.find("Жанғали Боранов"), std::string::npos);
}

}  // namespace
}  // namespace sanaq::workspace
