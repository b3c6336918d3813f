#include "sanaq/disclose/disclose_persons.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "investigation/invented_outcome.h"
#include "sanaq/disclose/disclose.h"
#include "sanaq/text/family_first.h"
#include "sanaq/text/writing.h"

namespace sanaq::disclose {
namespace {

using investigation::Outcome;

std::set<std::string> addresses_of(const pages::PublicView& view) {
  std::set<std::string> all;
  for (const pages::PublicPerson& person : view.persons) {
    all.insert(person.id);
    all.insert(person.forwards.begin(), person.forwards.end());
  }
  return all;
}

TEST(DisclosePersons, EveryAddressIsThatOfAPublishedRecordUnderTheSecret) {
  const Outcome outcome = investigation::test::invented_outcome();
  std::set<std::string> published;
  for (std::uint32_t record = 0; record < outcome.records.record_count(); ++record) {
    if (outcome.records.list_of[record] < 4)
      published.insert(persons::keyed_address(outcome.addresses.secret, outcome.origins[record]));
  }
  EXPECT_EQ(addresses_of(disclose(outcome)), published);
}

TEST(DisclosePersons, AnOldAddressLeadsOnOnlyIfItWasPublicAndItsPageIs) {
  Outcome outcome = investigation::test::invented_outcome();
  const std::string older(32, 'o');
  outcome.addresses.leading = {older};
  const std::size_t before = addresses_of(disclose(outcome)).size();
  std::uint32_t closed = 0;
  while (outcome.records.list_of[closed] != 4) ++closed;
  const std::string open_one = persons::keyed_address(older, outcome.origins[0]);
  const std::string closed_one = persons::keyed_address(older, outcome.origins[closed]);
  ASSERT_NE(outcome.records.list_of[0], 4U);
  outcome.addresses.published = {open_one, closed_one};
  const auto after = addresses_of(disclose(outcome));
  EXPECT_EQ(after.size(), before + 1);
  EXPECT_TRUE(after.contains(open_one));
  EXPECT_FALSE(after.contains(closed_one));
}

TEST(DisclosePersons, IdsLeadOnOnlyWherePagesOnceStoodUnderThem) {
  Outcome outcome = investigation::test::invented_outcome();
  for (const std::string& address : addresses_of(disclose(outcome)))
    EXPECT_EQ(std::count(outcome.record_ids.begin(), outcome.record_ids.end(), address), 0);
  outcome.addresses.leads_from_ids = true;
  const auto addresses = addresses_of(disclose(outcome));
  for (std::uint32_t record = 0; record < outcome.records.record_count(); ++record)
    EXPECT_EQ(addresses.contains(outcome.record_ids[record]), outcome.records.list_of[record] < 4);
}

// A row's number would tell how many closed rows stand above it.
TEST(DisclosePersons, RowsAreCountedAmongThePublishedOnes) {
  Outcome outcome = investigation::test::invented_outcome();
  for (std::int64_t& row : outcome.records.rows) row += row > 5 ? 1000 : 0;
  std::set<std::int64_t> rows;
  for (const pages::PublicPerson& person : disclose(outcome).persons) {
    for (const pages::PublicRecord& record : person.records) {
      if (record.list == 0) rows.insert(record.row);
    }
  }
  ASSERT_FALSE(rows.empty());
  EXPECT_EQ(*rows.begin(), 1);
  EXPECT_EQ(*rows.rbegin(), static_cast<std::int64_t>(rows.size()));
  outcome.config.lists[0].publish_hash = true;
  bool has_real_row = false;
  for (const pages::PublicPerson& person : disclose(outcome).persons) {
    for (const pages::PublicRecord& record : person.records)
      has_real_row = has_real_row || (record.list == 0 && record.row > 1000);
  }
  EXPECT_TRUE(has_real_row);
}

TEST(DisclosePersons, ARecordWithoutANameIsCalledSoOnlyWhereItsListPublishesNames) {
  Outcome outcome = investigation::test::invented_outcome();
  const auto nameless = [](const pages::PublicView& view) {
    return std::count_if(view.persons.begin(), view.persons.end(),
                         [](const pages::PublicPerson& person) { return !person.is_linkable; });
  };
  EXPECT_EQ(nameless(disclose(outcome)), 4);
  for (auto& list : outcome.config.lists) {
    if (!list.public_fields.empty()) list.public_fields = {"birth", "Quarter"};
  }
  EXPECT_EQ(nameless(disclose(outcome)), 0);
}

// Of two records of one person the one that says more gives the name, whichever list comes first.
TEST(DisclosePersons, ThePersonIsCalledByTheFullestForm) {
  Outcome outcome = investigation::test::invented_outcome();
  const pages::PublicView view = disclose(outcome);
  std::size_t longer = 0;
  for (const pages::PublicPerson& person : view.persons) {
    for (const pages::PublicRecord& record : person.records) {
      for (std::size_t column = 0; column < record.cells.size(); ++column) {
        const auto& cell = record.cells[column];
        if (!cell || cell->text.empty() || cell->reading.empty() || !person.is_linkable) continue;
        if (view.columns[column].field != record::Field::name) continue;
        const std::vector<std::string> names = {person.name, cell->text};
        EXPECT_EQ(text::fullest_name(names), 0U) << person.name << " / " << cell->text;
        longer += person.name != cell->text ? 1 : 0;
      }
    }
  }
  EXPECT_GT(longer, 0U);
}

// A name in other letters is kept beside it if it says as much, and is one that a record publishes.
TEST(DisclosePersons, APersonHasTheFullestNameOfEachOtherScriptThatSaysAsMuch) {
  const pages::PublicView view = disclose(investigation::test::invented_outcome());
  std::size_t others = 0;
  for (const pages::PublicPerson& person : view.persons) {
    std::set<std::string> written;
    for (const pages::PublicRecord& record : person.records)
      for (std::size_t column = 0; column < record.cells.size(); ++column)
        if (view.columns[column].field == record::Field::name && record.cells[column])
          written.insert(record.cells[column]->text);
    for (const std::string& other : person.other_names) {
      EXPECT_TRUE(written.contains(other)) << other;
      EXPECT_NE(text::script_of(other), text::script_of(person.name));
      EXPECT_GE(text::whole_words(other), text::whole_words(person.name));
      ++others;
    }
  }
  EXPECT_GT(others, 0U);
}

// "Unidentified male": words that were read as nothing are shown, and are no name.
TEST(DisclosePersons, WhatIsSaidInPlaceOfANameIsShownAndTheRecordHasNoneAllTheSame) {
  Outcome outcome = investigation::test::invented_outcome();
  for (record::Column& column : outcome.records.columns) {
    if (column.field != record::Field::name) continue;
    column.values.push_back("Unidentified male");
    column.canonical.emplace_back();
    for (const persons::Person& person : outcome.persons) {
      if (!person.is_linkable)
        column.codes[person.records[0]] = static_cast<std::uint32_t>(column.values.size() - 1);
    }
  }
  int nameless = 0;
  for (const pages::PublicPerson& person : disclose(outcome).persons) {
    nameless += !person.is_linkable;
    EXPECT_EQ(person.name == "Unidentified male", !person.is_linkable);
  }
  EXPECT_EQ(nameless, 4);
}

TEST(DisclosePersons, AColumnOfFamilyNamesTellsWhichWordStandsInFront) {
  Outcome outcome = investigation::test::invented_outcome();
  record::Column& family = outcome.records.columns[3];
  family.field = record::Field::family;
  const auto set = [](record::Column& column, const std::string& text) {
    column.values.push_back(text);
    column.canonical.push_back(text);
    column.codes[0] = static_cast<std::uint32_t>(column.values.size() - 1);
  };
  set(outcome.records.columns[0], "Асан Қуат Бек");
  set(family, "Bek");
  for (settings::ListConfig& list : outcome.config.lists)
    if (!list.public_fields.empty()) list.public_fields = {"name", "birth", "family"};
  const pages::PublicView view = disclose(outcome);
  EXPECT_TRUE(std::any_of(view.persons.begin(), view.persons.end(),
                          [](const auto& person) { return person.name == "Бек Асан Қуат"; }));
}

}  // namespace
}  // namespace sanaq::disclose
