#include "sanaq/answers/publish_changes.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace sanaq::answers {

using publish::ChangedThing;
using publish::ChangeKind;

TEST(PublishChanges, SaysPersonByPersonWhatIsNewChangedAndGone) {
  publish::Changes changes;
  changes.has_site = true;
  changes.changes = {{ChangeKind::added, ChangedThing::person, "00aa", "", "", "Aibar Tanbaev"},
                     {ChangeKind::changed, ChangedThing::statement, "event:e1", "place", "A", "B"},
                     {ChangeKind::gone, ChangedThing::document, "a leaflet", "", "", ""}};
  changes.files_added = 3;
  const std::string text = changes_text(changes, base::Catalog());
  for (const char* part : {"newly public: 1\n", "person", "Aibar Tanbaev", "changed: 1\n", "A → B",
                           "gone: 1\n", "a leaflet", "new 3, changed 0, gone 0"})
    EXPECT_NE(text.find(part), std::string::npos) << part << "\n" << text;
  EXPECT_EQ(text.find("no published site"), std::string::npos);
}

TEST(PublishChanges, SaysWhenNothingChangesAndWhenNoSiteStandsThere) {
  const std::string text = changes_text({}, base::Catalog());
  EXPECT_NE(text.find("no published site"), std::string::npos);
  EXPECT_NE(text.find("no person, statement or document would change"), std::string::npos);
}

TEST(PublishChanges, ATerminalIsGivenNoControlCharacters) {
  publish::Changes changes;
  changes.changes = {{ChangeKind::changed, ChangedThing::person, "\033[2J", "\007", "\033]0;x",
                      "\r\nall is well"}};
  const std::string text = changes_text(changes, base::Catalog());
  for (const char bad : {'\033', '\007', '\r'}) EXPECT_EQ(text.find(bad), std::string::npos);
}

TEST(PublishChanges, AMachineIsGivenEachFactWithItsPageAndSource) {
  const auto json = changes_json({{ChangeKind::added, "person/00aa.html", "person:00aa", "place",
                                   "Square", "hospital | morgue", true},
                                  {ChangeKind::gone, "", "claim:c", "min", "70", "", false}});
  ASSERT_EQ(json.size(), 2U);
  EXPECT_EQ(json[0].dump(),
            R"({"change":"new","page":"person/00aa.html","property":"place","source":"hospital | )"
            R"(morgue","subject":"person:00aa","value":"Square"})");
  EXPECT_EQ(json[1]["change"], "gone");
  EXPECT_EQ(changes_json({}).dump(), "[]");
}

}  // namespace sanaq::answers
