#include "sanaq/cli/search_command.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "cli/a_session.h"
#include "sanaq/cli/say_command.h"

namespace sanaq::cli {

TEST(SearchCommand, ALatinSpellingFindsACyrillicName) {
  ASession session;
  const std::string folder = session.folder();
  ASSERT_EQ(session.run(add_say, {"say", "person:1", "name", "Құрманов Серік", "--in", folder}), 0);
  ASSERT_EQ(session.run(add_say, {"say", "person:2", "name", "Иванов Сергей", "--in", folder}), 0);
  for (const char* name : {"Kurmanov", "Qurmanov", "Курманов", "құрм", "kurmanov serik"}) {
    EXPECT_EQ(session.run(add_search, {"search", name, "--in", folder, "--json"}), 0)
        << session.error;
    const auto found = nlohmann::json::parse(session.output);
    ASSERT_EQ(found.size(), 1U) << name;
    EXPECT_EQ(found[0].at("body").at("subject"), "person:1");
  }
  EXPECT_EQ(session.run(add_search, {"search", "Ivanov", "--in", folder}), 0);
  EXPECT_NE(session.output.find("value: Иванов Сергей"), std::string::npos) << session.output;
  EXPECT_EQ(session.run(add_search, {"search", "Petrov", "--in", folder, "--language", "en"}), 0);
  EXPECT_EQ(session.output, "nothing was found\n");
}

TEST(SearchCommand, WithoutALedgerItSaysWhatToDo) {
  ASession session;
  EXPECT_EQ(session.run(add_search, {"search", "x", "--in", session.folder()}), 66);
  EXPECT_EQ(session.run(add_search, {"search", "x", "--limit", "0"}), 64);
}

}  // namespace sanaq::cli
