#include "sanaq/cli/compare_command.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "help/scratch.h"
#include "sanaq/base/files.h"
#include "sanaq/cli/program.h"

namespace sanaq::cli {
namespace {

struct Statement {
  int code = 0;
  std::string output, error;
};

Statement say(const std::vector<std::string>& arguments) {
  Statement said;
  const Streams streams = {[&](std::string_view text) { said.output += text; },
                           [&](std::string_view text) { said.error += text; }, false, 80};
  said.code = run_program(arguments, {add_compare}, streams);
  return said;
}

}  // namespace

TEST(CompareCommand, SaysWhetherAndWhy) {
  const Statement same = say({"--language", "en", "compare", "Құрманов Айнұр", "Ainur Kurmanov"});
  EXPECT_EQ(same.code, 0) << same.error;
  EXPECT_NE(same.output.find("The same name"), std::string::npos);
  EXPECT_NE(same.output.find("kurmanov"), std::string::npos);
  const Statement differs = say({"--language", "en", "compare", "Серік Асанұлы", "Асан Серікұлы"});
  EXPECT_NE(differs.output.find("Two different names"), std::string::npos);
}

TEST(CompareCommand, TheUsersShortFormsCount) {
  const help::Scratch scratch;
  const std::string table = scratch.write("n.csv", "name,nickname\nТұрсын,Түке\n");
  const std::vector<std::string> names = {"--language", "en", "compare", "Tursyn Ozenov",
                                          "Түке Озенов"};
  EXPECT_EQ(say(names).output.find("The same name"), std::string::npos);
  std::vector<std::string> asked = names;
  asked.insert(asked.end(), {"--nicknames", table});
  EXPECT_NE(say(asked).output.find("The same name"), std::string::npos) << say(asked).output;
}

TEST(CompareCommand, JsonHasProbabilityWeightAndParts) {
  const auto json =
      nlohmann::json::parse(say({"compare", "Құрманов Айнұр", "Kurmanov A.", "--json"}).output);
  EXPECT_TRUE(json["same"].get<bool>());
  EXPECT_GT(json["weight_bits"].get<double>(), 1);
  EXPECT_EQ(json["parts"].size(), 2U);
  EXPECT_EQ(json["level"], "part missing");
}

TEST(CompareCommand, AFileOfPairsIsScoredRowByRow) {
  const help::Scratch scratch;
  const std::string pairs = scratch.write(
      "pairs.csv",
      "case,name_l,name_r\n1,Құрманов Айнұр,Ainur Kurmanov\n2,Серік Асанұлы,Асан Серікұлы\n");
  const Statement said = say({"compare", pairs, "--scores", scratch / "out.csv"});
  EXPECT_EQ(said.code, 0) << said.error;
  const std::string scores = base::read_file(scratch / "out.csv");
  EXPECT_EQ(scores.substr(0, scores.find('\n')), "case,weight_bits,probability,name");
  EXPECT_NE(scores.find("\n2,-"), std::string::npos);
}

TEST(CompareCommand, OrganisationsAndShipsByTheirKind) {
  const auto answer = [](const std::string& kind, const std::string& left,
                         const std::string& right) {
    return nlohmann::json::parse(
               say({"compare", left, right, "--kind", kind, "--json"}).output)["same"]
        .get<bool>();
  };
  EXPECT_TRUE(answer("Company", "Karamineral JSC", "Акционерное общество Карамайнерал"));
  EXPECT_FALSE(answer("organisation", "Vostok Bank", "Vostok Insurance"));
  EXPECT_TRUE(answer("vessel", "M/V Ocean Pearl II", "Ocean Pearl 2"));
  EXPECT_FALSE(answer("Vessel", "Ocean Pearl 1", "Ocean Pearl 2"));
  EXPECT_TRUE(answer("LegalEntity", "Aibek Dosymov", "Досымов Айбек"));
}

TEST(CompareCommand, RefusesWhatItCannotDo) {
  EXPECT_EQ(say({"compare", "Құрманов"}).code, 64);
  EXPECT_EQ(say({"compare", "a", "b", "--kind", "ship"}).code, 64);
  EXPECT_EQ(say({"compare", "a", "b", "--prior", "1"}).code, 64);
  EXPECT_EQ(say({"compare", "/nowhere.csv", "--scores", "/tmp/never"}).code, 66);
}

}  // namespace sanaq::cli
