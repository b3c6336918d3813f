#include "sanaq/workspace/start_routes.h"

#include <gtest/gtest.h>

#include <cstdlib>

#include "help/small_investigation.h"
#include "sanaq/base/files.h"
#include "sanaq/settings/read_config.h"
#include "sanaq/workspace/recent.h"
#include "workspace/visit_by_hand.h"

namespace sanaq::workspace {
namespace {

using Fields = std::vector<std::pair<std::string, std::string>>;

struct StartTest : testing::Test {
  StartTest() {
    ::setenv("HOME", scratch.path().c_str(), 1);
    ::setenv("XDG_STATE_HOME", (scratch / "state").c_str(), 1);
  }
  http::Response ask(const std::string& method, const std::string& path, const Fields& fields = {},
                     const std::string& language = "en") {
    VisitByHand hand(path, language);
    if (method == "POST") hand.posts(fields);
    for (const Route& route : start_routes()) {
      if (route.method == method && route.pattern == path) return route.screen(hand.visit, bench);
    }
    return {};
  }
  help::Scratch scratch;
  Bench bench{"sanaq"};
};

TEST_F(StartTest, ShowsThreeThingsToPressAndWhatWasOpenedLast) {
  const std::string folder = help::small_investigation(scratch);
  note_recent({folder, 0});
  const http::Response response = ask("GET", "/");
  for (const char* part :
       {"Nothing leaves this computer", "href=\"/new\"", "action=\"/open\"", "action=\"/town\""})
    EXPECT_NE(std::string::npos, response.body.find(part)) << part;
  EXPECT_NE(std::string::npos, response.body.find("value=\"" + folder + "\""));
}

TEST_F(StartTest, MakesAnInvestigationWithWhatTheFormSays) {
  const http::Response response = ask("POST", "/new",
                                      {{"title", "The \"town\""},
                                       {"from", "2011-12-16"},
                                       {"to", "2011-12"},
                                       {"places", "Aktau, Жетібай ,"}},
                                      "ru");
  EXPECT_EQ(303, response.status);
  EXPECT_TRUE(bench.folder().starts_with(scratch.path())) << bench.folder();
  const std::string file = bench.folder() + "/investigation.toml";
  const settings::Config config = settings::parse_config(base::read_file(file), file);
  EXPECT_EQ("The \"town\"", config.title);
  ASSERT_TRUE(config.scope.from && config.scope.to);
  EXPECT_EQ((std::vector<std::string>{"Aktau", "Жетібай"}), config.scope.places);
  EXPECT_TRUE(base::folder_exists(bench.folder() + "/lists"));
}

TEST_F(StartTest, DaysAndPlacesMayWait) {
  EXPECT_EQ(303, ask("POST", "/new", {{"title", "Town"}, {"folder", "mine"}}).status);
  EXPECT_EQ("mine", base::file_name(bench.folder()));
}

TEST_F(StartTest, AFieldThatCannotBeIsMarkedAndEverythingTypedIsThere) {
  const http::Response day =
      ask("POST", "/new", {{"title", "Town <1>"}, {"folder", "mine"}, {"from", "16 Dec"}});
  EXPECT_EQ(422, day.status);
  EXPECT_NE(std::string::npos, day.body.find("name=\"from\" value=\"16 Dec\""));
  EXPECT_NE(std::string::npos, day.body.find("Town &lt;1&gt;"));
  EXPECT_NE(std::string::npos, day.body.find("aria-invalid"));
  EXPECT_EQ("", bench.folder());
  EXPECT_FALSE(base::folder_exists(scratch / "sanaq/mine"));
  EXPECT_EQ(422, ask("POST", "/new", {{"title", " "}}).status);
  EXPECT_EQ(422, ask("POST", "/new", {{"title", "x"}, {"from", "2012"}, {"to", "2011"}}).status);
}

TEST_F(StartTest, NothingThatIsThereIsReplaced) {
  const std::string folder = help::small_investigation(scratch);
  const std::string before = base::read_file(folder + "/investigation.toml");
  EXPECT_EQ(422, ask("POST", "/new", {{"title", "x"}, {"folder", folder}}).status);
  scratch.write("file", "text");
  EXPECT_EQ(422, ask("POST", "/new", {{"title", "x"}, {"folder", scratch / "file"}}).status);
  EXPECT_EQ(before, base::read_file(folder + "/investigation.toml"));
}

TEST_F(StartTest, OpensWhatIsAnInvestigationAndNothingElse) {
  EXPECT_EQ(422, ask("POST", "/open", {{"folder", scratch / "nothing"}}).status);
  EXPECT_EQ(422, ask("POST", "/open", {{"folder", ""}}).status);
  const std::string folder = help::small_investigation(scratch);
  EXPECT_EQ(303, ask("POST", "/open", {{"folder", folder}}).status);
  EXPECT_EQ(base::absolute_path(folder), bench.folder());
}

TEST_F(StartTest, TheInventedTownIsMadeOnceAndThenOpened) {
  EXPECT_EQ(303, ask("POST", "/town").status);
  const std::string folder = bench.folder();
  EXPECT_TRUE(base::file_exists(folder + "/truth.csv"));
  EXPECT_EQ(303, ask("POST", "/town").status);
  EXPECT_EQ(folder, bench.folder());
}

}  // namespace
}  // namespace sanaq::workspace
