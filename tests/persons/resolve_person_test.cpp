#include "sanaq/persons/resolve_person.h"

#include <gtest/gtest.h>

#include "persons/a_linked_register.h"
#include "sanaq/base/error.h"
#include "sanaq/record/record_address.h"
#include "sanaq/settings/config.h"

namespace sanaq::persons {
namespace {

// The hospital's and the union's first are one person.
Register a_register() {
  Register all = linked_register(ingested(invented_lists()), {0, 1, 2, 3, 0, 4}, {});
  for (std::size_t at = 0; at < all.origins.size(); ++at)
    all.record_ids[at] = record::record_address(all.origins[at]);
  all.persons = persons_of(all.records, all.link, all.in_scope, all.record_ids, all.arrivals);
  all.addresses.secret = std::string(32, 's');
  all.addresses.all = {all.addresses.secret, std::string(32, 'o')};
  return all;
}

casefile::Statement victim(const std::string& value) {
  casefile::Statement one;
  one.subject = "act:a1";
  one.property = "victim";
  one.value = value;
  one.origin.file = "acts.csv";
  one.origin.row = 2;
  return one;
}

settings::Config three_lists() {
  settings::Config config;
  for (const char* name : {"hospital", "morgue", "union"}) {
    config.lists.emplace_back();
    config.lists.back().name = name;
  }
  return config;
}

TEST(ResolvePerson, ARecordItsIdAndEveryAddressOfItMeanOnePerson) {
  const Register all = a_register();
  const casefile::Resolve who = resolve_person(all);
  const std::string person = who("hospital:1");
  EXPECT_EQ(person, all.record_ids[0]);
  EXPECT_EQ(who("union:u1"), person);
  EXPECT_EQ(who(all.record_ids[4]), person);
  EXPECT_EQ(who(keyed_address(all.addresses.secret, all.origins[4])), person);
  EXPECT_EQ(who(keyed_address(std::string(32, 'o'), all.origins[0])), person);
  EXPECT_EQ(who("hospital:9"), "");
}

TEST(ResolvePerson, AnOlderAddressIsSaidWithThePresentOne) {
  const Register all = a_register();
  const std::string older = keyed_address(std::string(32, 'o'), all.origins[0]);
  EXPECT_EQ(record_called(all, older), 0U);
  ASSERT_TRUE(note_on_address(all, older));
  EXPECT_FALSE(note_on_address(all, keyed_address(all.addresses.secret, all.origins[0])));
  EXPECT_EQ(notes_on_older_addresses(all, {victim(older), victim(older)}).size(), 1U);
  EXPECT_THROW((void)record_called(all, "hospital:9"), base::Error);
}

TEST(ResolvePerson, ARecordAListAndAnIdThatAreNotThereAreReported) {
  const auto reported = missing_records(
      a_register(), three_lists(),
      {victim("hospital:9"), victim("hospitl:1"), victim("0123456789abcdef"), victim("union:u1")});
  ASSERT_EQ(reported.size(), 3U);
  EXPECT_EQ(reported[0].value, "hospital:9");
  EXPECT_EQ(reported[1].advice.arguments, std::vector<std::string>{"hospital"});
  EXPECT_EQ(reported[2].row, 2);
}

}  // namespace
}  // namespace sanaq::persons
