#include "sanaq/pages/search_index.h"

#include <gtest/gtest.h>

#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "pages/many_persons.h"
#include "sanaq/text/search_key.h"

namespace sanaq::pages {

using Shards = std::map<std::string, std::string>;

Shards shards_of(const PublicView& view) {
  Shards shards;
  const draw::Voice voice("ru");
  write_search_index(search_entries(view, filing(view, voice), voice),
                     [&](const std::string& path, std::string_view bytes) {
                       EXPECT_TRUE(shards.emplace(path, std::string(bytes)).second) << path;
                     });
  return shards;
}

// The arguments of the call that a shard is.
nlohmann::json arguments(const std::string& shard) {
  const std::size_t open = shard.find('(');
  return nlohmann::json::parse("[" + shard.substr(open + 1, shard.rfind(')') - open - 1) + "]");
}

// What the page's script does with one word: the entries, and the bytes that it takes.
struct Looked {
  std::set<std::string> pages;
  std::size_t bytes = 0;
  std::size_t many = 0;
};

Looked look(const Shards& shards, const std::string& wanted) {
  Looked out;
  for (std::string name;;) {
    const std::string& shard = shards.at("search/" + shard_name(name) + ".js");
    out.bytes += shard.size();
    const nlohmann::json data = arguments(shard)[1];
    if (data.is_array()) {
      for (const auto& entry : data) out.pages.insert(entry[1].get<std::string>());
      return out;
    }
    if (name.size() == wanted.size()) {
      out.many = data[""].get<std::size_t>();
      return out;
    }
    const std::string letter(1, wanted[name.size()]);
    if (!data.contains(letter)) return out;
    name += letter;
  }
}

TEST(SearchIndex, EachWordOfANameLeadsToItsPage) {
  const PublicView view = test::view_of(1000);
  const Shards shards = shards_of(view);
  for (const PublicPerson& person : view.persons) {
    const std::string key = text::search_key(person.name);
    const std::size_t space = key.find(' ');
    const std::string given = key.substr(0, space), family = key.substr(space + 1);
    for (const std::string& wanted : {family + " " + given, given + " " + family})
      EXPECT_TRUE(look(shards, wanted).pages.contains("person/" + person.id)) << person.name;
  }
}

TEST(SearchIndex, OfAHundredThousandNamesAQueryLoadsLittle) {
  const PublicView view = test::view_of(100'000);
  const Shards shards = shards_of(view);
  std::size_t largest = 0;
  for (const auto& [path, bytes] : shards) {
    EXPECT_LE(bytes.size(), shard_bytes_max) << path;
    largest = std::max(largest, bytes.size());
  }
  EXPECT_GT(largest, shard_bytes_max / 4);
  constexpr std::size_t script_bytes_max = 8'000;
  for (std::size_t at = 0; at < view.persons.size(); at += 97) {
    const std::string key = text::search_key(view.persons[at].name);
    const std::size_t space = key.find(' ');
    const std::string given = key.substr(0, space), family = key.substr(space + 1);
    const Looked by_family = look(shards, family + " " + given),
                 by_given = look(shards, given + " " + family);
    EXPECT_TRUE(by_family.pages.contains("person/" + view.persons[at].id));
    EXPECT_LE(
        by_family.bytes + by_given.bytes + shards.at("search/letters.js").size() + script_bytes_max,
        60'000u);
  }
}

TEST(SearchIndex, ABeginningOfTooManyNamesSaysHowMany) {
  const PublicView view = test::view_of(5000);
  EXPECT_EQ(look(shards_of(view), "").many, 5000u);
}

TEST(SearchIndex, AThousandOfOneNameStandInSeveralFilesThatNameEachOther) {
  PublicView view = test::view_of(1000);
  for (PublicPerson& person : view.persons) person.name = "Асан Омаров";
  const Shards shards = shards_of(view);
  std::set<std::string> pages;
  std::string name = "omarov asan";
  while (!name.empty()) {
    const nlohmann::json data = arguments(shards.at("search/" + shard_name(name) + ".js"));
    for (const auto& entry : data[1]) pages.insert(entry[1].get<std::string>());
    name = data.size() > 2 ? data[2].get<std::string>() : std::string();
  }
  EXPECT_EQ(pages.size(), 1000u);
}

TEST(SearchIndex, NamesThatWindowsKeepsGetALowLine) {
  EXPECT_EQ(shard_name("con"), "con_");
  EXPECT_EQ(shard_name("aux"), "aux_");
  EXPECT_EQ(shard_name("nul"), "nul_");
  EXPECT_EQ(shard_name("prn"), "prn_");
  EXPECT_EQ(shard_name("com1"), "com1_");
  EXPECT_EQ(shard_name("con a"), "con-a");
  EXPECT_EQ(shard_name("con~2"), "con_~2");
  EXPECT_EQ(shard_name("cona"), "cona");
  EXPECT_EQ(shard_name(""), "all");
  EXPECT_EQ(shard_name("all"), "all_");
  EXPECT_EQ(shard_name("letters"), "letters_");
}

TEST(SearchIndex, APersonWithoutAPublicNameIsNotInIt) {
  PublicView view = test::view_of(1);
  view.persons[0].name.clear();
  for (const auto& [path, bytes] : shards_of(view))
    EXPECT_EQ(bytes.find("n0"), std::string::npos) << path;
}

TEST(SearchIndex, TextFromOutsideStaysText) {
  PublicView view = test::view_of(1);
  view.persons[0].name = "a\"]);alert(1)//</script>\\";
  for (const auto& [path, bytes] : shards_of(view)) {
    EXPECT_NO_THROW((void)arguments(bytes)) << path;
  }
}

}  // namespace sanaq::pages
