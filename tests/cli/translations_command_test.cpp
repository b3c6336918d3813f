#include "sanaq/cli/translations_command.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "cli/a_session.h"

namespace sanaq::cli {
namespace {

using nlohmann::json;

json counted(ASession& session, const std::vector<std::string>& more) {
  std::vector<std::string> words = {"translations", "--json"};
  words.insert(words.end(), more.begin(), more.end());
  EXPECT_EQ(session.run(add_translations, words), 0) << session.error;
  return json::parse(session.output);
}

void write_case(const ASession& session) {
  session.scratch().write("case/investigation.toml",
                          "title = \"An invented town\"\ninvented = true\n"
                          "languages = [\"en\", \"ru\", \"kk\"]\n"
                          "[[table]]\nkind = \"event\"\nfile = \"events.csv\"\n");
  session.scratch().write("case/events.csv",
                          "event,title,source,visibility\n"
                          "strike,The strike,a paper,public\n"
                          "raid,SENTINEL,a paper,restricted\n");
}

TEST(TranslationsCommand, ThePartsAddUpToTheTotal) {
  ASession session;
  const json all = counted(session, {});
  for (const std::string language : {"ru", "kk"}) {
    const json& of = all.at("program").at(language);
    EXPECT_GT(of.at("total").get<int>(), 1500);
    EXPECT_EQ(of.at("total").get<int>(), of.at("missing").get<int>() + of.at("machine").get<int>() +
                                             of.at("reviewed").get<int>() +
                                             of.at("stale").get<int>());
  }
  EXPECT_EQ(all.at("program").at("ru").at("missing"), 0);
}

TEST(TranslationsCommand, TheMissingTextsOfAnInvestigationAreACatalogueThatFillsTheGap) {
  ASession session;
  write_case(session);
  const std::string folder = session.scratch().path() + "/case";
  EXPECT_EQ(counted(session, {"--in", folder}).at("investigation").at("ru").at("missing"), 2);
  ASSERT_EQ(session.run(add_translations, {"translations", "ru", "--missing", "--in", folder}), 0);
  std::string catalogue = session.output;
  EXPECT_EQ(catalogue.find("SENTINEL"), std::string::npos);
  const std::string gap = "msgid \"The strike\"\nmsgstr \"";
  ASSERT_NE(catalogue.find(gap), std::string::npos) << catalogue;
  catalogue.insert(catalogue.find(gap) + gap.size(), "Забастовка");
  session.scratch().write("case/translations/ru.po", catalogue);
  const json ru = counted(session, {"--in", folder}).at("investigation").at("ru");
  EXPECT_EQ(ru.at("missing"), 1);
  EXPECT_EQ(ru.at("machine"), 1);
  // The remark holds the text: once that is another, the translation is stale.
  session.scratch().write("case/events.csv",
                          "event,title,source,visibility\nstrike,The long strike,a paper,public\n");
  const std::size_t at = catalogue.find("The strike");
  session.scratch().write("case/translations/ru.po", catalogue.replace(at, 10, "The long strike"));
  EXPECT_EQ(counted(session, {"--in", folder}).at("investigation").at("ru").at("stale"), 1);
}

TEST(TranslationsCommand, ALanguageThatNobodyAskedTheSiteForIsASlip) {
  ASession session;
  EXPECT_EQ(session.run(add_translations, {"translations", "xx"}), 64);
  EXPECT_NE(session.error.find("xx"), std::string::npos);
  EXPECT_EQ(session.run(add_translations, {"translations", "--in", "/nowhere/at/all"}), 66);
}

}  // namespace
}  // namespace sanaq::cli
