#include "sanaq/settings/options.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>

#include "sanaq/base/error.h"
#include "sanaq/settings/read_config.h"

namespace sanaq::settings {
namespace {

template <typename Owner>
std::set<std::string> keys_of(const std::vector<Option<Owner>>& options) {
  std::set<std::string> keys;
  for (const Option<Owner>& each : options) {
    EXPECT_TRUE(keys.insert(std::string(each.key)).second) << each.key << " is said twice";
    EXPECT_TRUE(each.value) << each.key;
  }
  return keys;
}

TEST(Options, EveryKeyOfATableIsSaidOnceAndHasAValue) {
  EXPECT_EQ(keys_of(first_options()).size(), 4U);
  EXPECT_EQ(keys_of(words_options()).size(), 1U);
  EXPECT_EQ(keys_of(publish_options()).size(), 11U);
  EXPECT_EQ(keys_of(serve_options()).size(), 1U);
  const std::set<std::string> scope = keys_of(scope_options());
  for (const std::string& limit : keys_of(limit_options())) EXPECT_TRUE(scope.contains(limit));
}

TEST(Options, WhereTheSiteWillStandIsAnAddressOfTheWebWithASlashAtItsEnd) {
  const auto url = [](const std::string& word) {
    return parse_config("[publish]\nurl = \"" + word + "\"\n", "t").publish.url;
  };
  EXPECT_EQ(url("https://example.org/count"), "https://example.org/count/");
  EXPECT_EQ(url("http://example.onion/"), "http://example.onion/");
  for (const char* word :
       {"example.org", "/srv/site", "javascript:alert(1)", "https://", "https:///x",
        "https://example.org/a b", "https://example.org/?q=", "https://example.org/#x"})
    EXPECT_THROW((void)url(word), base::Error) << word;
}

TEST(Options, CommentsGoWhereThisSiteIsServedOrToAHostAlone) {
  const auto intake = [](const std::string& word) {
    return parse_config("[publish]\nintake = \"" + word + "\"\n", "t").publish.intake;
  };
  EXPECT_EQ(intake("here"), "here");
  EXPECT_EQ(intake("https://example.org:8443"), "https://example.org:8443");
  for (const char* word : {"there", "example.org", "https://", "https://example.org/",
                           "https://example.org/comment", "https://a b", "https://a;script-src *",
                           "javascript:alert(1)", "https://EXAMPLE.org", "ftp://example.org"})
    EXPECT_THROW((void)intake(word), base::Error) << word;
}

TEST(Options, AnAddressInTorIsOneOfVersionThree) {
  const auto onion = [](const std::string& word) {
    return parse_config("[publish]\nonion = \"" + word + "\"\n", "t").publish.onion;
  };
  const std::string host = std::string(56, 'a') + ".onion";
  EXPECT_EQ(onion(host), "http://" + host);
  EXPECT_EQ(onion("http://" + host + "/"), "http://" + host);
  for (const std::string& word :
       {std::string("example.org"), std::string(16, 'a') + ".onion",
        std::string(56, '1') + ".onion", "https://" + host, host + "/testify", "x" + host})
    EXPECT_THROW((void)onion(word), base::Error) << word;
}

TEST(Options, AStepHasTheValuesOfItsOptionsAndOfNoOthers) {
  const Config config = parse_config(
      "[publish]\nsite = \"elsewhere\"\noverlap = true\n[link]\nthreshold = 0.7\n[[list]]\nfile "
      "= \"a.csv\"\npublic = [\"name\"]\n",
      "t");
  const nlohmann::json publish = options_json(config, Step::publish);
  EXPECT_EQ(publish["publish"]["overlap"], true);
  EXPECT_FALSE(publish["publish"].contains("site"));  // no page says where the site stands
  EXPECT_TRUE(publish["link"].empty());
  EXPECT_EQ(publish["list"][0]["public"], nlohmann::json({"name"}));
  EXPECT_EQ(options_json(config, Step::link)["link"]["threshold"], 0.7);
  EXPECT_EQ(options_json(config, Step::ingest)["list"][0]["file"], "a.csv");
}

TEST(Options, TheSiteIsAFolderOfItsOwn) {
  const auto site = [](const std::string& word) {
    return parse_config("[publish]\nsite = \"" + word + "\"\n", "t").publish.site;
  };
  EXPECT_EQ(site("public/site"), "public/site");
  for (const char* word : {"/site", "..", "a/../..", "lists", "LEDGER/x", "", "c:"})
    EXPECT_ANY_THROW((void)site(word)) << word;
}

}  // namespace
}  // namespace sanaq::settings
