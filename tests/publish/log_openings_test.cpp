#include "sanaq/publish/log_openings.h"

#include <gtest/gtest.h>

#include "help/plain_site.h"

namespace sanaq::publish {
namespace {

struct Checked {
  SeenLog seen;
  LogReport report;
};

Checked openings_of(const help::SiteFiles& files) {
  Checked checked;
  checked.seen.checkpoint = *read_checkpoint(files.at(log_checkpoint_file));
  check_openings(
      [&](const std::string& path) -> std::optional<std::string> {
        const auto found = files.find(path);
        if (found == files.end()) return std::nullopt;
        return found->second;
      },
      checked.seen, checked.report);
  return checked;
}

std::vector<std::string> places_of(const LogReport& report) {
  std::vector<std::string> places;
  for (const LogFinding& finding : report.findings)
    places.push_back(word_text(finding.word) + " " + finding.place);
  return places;
}

}  // namespace

TEST(LogOpenings, AFalseSaltBodyOrPlaceIsNamedByItsLeaf) {
  help::PlainSite made;
  const auto shown = made.publish({}, {R"({"n":1})"});
  help::SiteFiles files = made.files();
  EXPECT_TRUE(openings_of(files).report.findings.empty());
  auto leaf =
      *log::parse_opened_line(files.at(opened_file).substr(0, files.at(opened_file).size() - 1));
  leaf.salt[0] ^= 1;
  files[opened_file] = log::opened_text({leaf});
  EXPECT_EQ(places_of(openings_of(files).report),
            std::vector<std::string>{"CHANGED " + place_of_leaf(shown[0])});
  files[opened_file] = "";
  EXPECT_EQ(places_of(openings_of(files).report),
            std::vector<std::string>{"MISSING " + place_of_leaf(shown[0])});
}

TEST(LogOpenings, WhyALeafWasClosedIsSaidByAnOpenLeafThatNamesIt) {
  help::PlainSite made;
  const auto shown = made.publish({}, {R"({"n":1})"});
  const std::string why =
      R"({"closes":[)" + std::to_string(shown[0]) + R"(],"ground":"safety","kind":"withdrawal"})";
  const auto by = made.publish({}, {why}, {{shown[0], 0}});
  const Checked checked = openings_of(made.files());
  EXPECT_TRUE(checked.report.findings.empty());
  EXPECT_EQ(checked.seen.publications.size(), 2U);
  EXPECT_EQ(closed_by(checked.seen, shown[0], 256), by[0]);
  EXPECT_FALSE(closed_by(checked.seen, shown[0], 512));
  EXPECT_EQ(ground_of(checked.seen, by[0], shown[0]), "safety");
  EXPECT_FALSE(ground_of(checked.seen, by[0], shown[0] + 1));
  EXPECT_FALSE(ground_of(checked.seen, 255, shown[0])) << "never open";
  // What was closed itself is stood for by what closed it, and that names this leaf.
  EXPECT_EQ(ground_of(checked.seen, shown[0], shown[0]), "safety");
  EXPECT_FALSE(ground_of(checked.seen, shown[0], by[0]));
}

TEST(LogOpenings, WhereWhatClosedItWasClosedTheOpenEndSaysWhyIfItNamesBoth) {
  const auto why = [](const std::string& closes, const std::string& ground) {
    return R"({"closes":[)" + closes + R"(],"ground":")" + ground + R"(","kind":"row"})";
  };
  for (const bool names_both : {true, false}) {
    help::PlainSite made;
    const auto shown = made.publish({}, {R"({"n":1})"});
    const std::string first = std::to_string(shown[0]);
    const auto second = made.publish({}, {why(first, "replaced")}, {{shown[0], 0}});
    const std::string both = first + "," + std::to_string(second[0]);
    const auto third = made.publish(
        {}, {why(names_both ? both : std::to_string(second[0]), "consent")}, {{second[0], 0}});
    const Checked checked = openings_of(made.files());
    EXPECT_EQ(open_end(checked.seen, second[0]), third[0]);
    EXPECT_EQ(ground_of(checked.seen, second[0], shown[0]).has_value(), names_both);
    EXPECT_EQ(checked.report.findings.empty(), names_both);
  }
}

TEST(LogOpenings, ACircleHasNoOpenEnd) {
  SeenLog seen;
  seen.last_closed = {{1, 2}, {2, 1}};
  EXPECT_EQ(open_end(seen, 1), 1u);
  EXPECT_FALSE(ground_of(seen, 1, 2));
}

}  // namespace sanaq::publish
