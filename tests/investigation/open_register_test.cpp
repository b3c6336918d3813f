#include "sanaq/investigation/open_register.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "investigation/invented_outcome.h"

namespace sanaq::investigation {
namespace {

using investigation::test::invented_outcome;

constexpr std::uint32_t closed_list = 4;

// Name, birth and quarter of the four lists that publish something.
OpenColumns open_columns(const Outcome& outcome) {
  OpenColumns open(outcome.records.lists.size(),
                   std::vector<bool>(outcome.records.columns.size(), false));
  for (std::uint32_t list = 0; list < closed_list; ++list) {
    for (const std::size_t column : {0U, 1U, 3U}) open[list][column] = true;
  }
  return open;
}

OpenRegister shown(const Outcome& outcome) {
  base::Progress quiet;
  return open_register(outcome, open_columns(outcome), quiet);
}

// Everything of a register but indices: who is together, how surely, at which address.
std::map<std::string, std::vector<std::string>> told(const Outcome& outcome) {
  std::map<std::string, std::vector<std::string>> persons;
  const OpenRegister from = shown(outcome);
  for (const OpenPerson& person : from.persons) {
    auto& told = persons[person.address];
    told.push_back(person.probability ? fmt::format("{}", *person.probability) : "none");
    for (const std::uint32_t record : person.records)
      told.push_back(outcome.records.identities[record]);
  }
  for (const link::Pair& pair : from.pairs)
    persons["pairs"].push_back(outcome.records.identities[pair.left] + " " +
                               outcome.records.identities[pair.right] + " " +
                               fmt::format("{}", pair.probability));
  return persons;
}

// Takes records out, as if they had never been there.
Outcome without(const Outcome& from, const std::function<bool(std::uint32_t)>& is_out) {
  Outcome out = from;
  std::vector<std::uint32_t> kept;
  for (std::uint32_t record = 0; record < from.records.record_count(); ++record) {
    if (!is_out(record)) kept.push_back(record);
  }
  const auto keep = [&](auto& to, const auto& values) {
    to.clear();
    for (const std::uint32_t record : kept) to.push_back(values[record]);
  };
  keep(out.records.list_of, from.records.list_of);
  keep(out.records.rows, from.records.rows);
  keep(out.records.ids, from.records.ids);
  keep(out.records.identities, from.records.identities);
  for (std::size_t at = 0; at < out.records.columns.size(); ++at)
    keep(out.records.columns[at].codes, from.records.columns[at].codes);
  keep(out.record_ids, from.record_ids);
  keep(out.origins, from.origins);
  keep(out.arrivals, from.arrivals);
  keep(out.in_scope, from.in_scope);
  out.persons.clear();
  out.link = {};
  return out;
}

TEST(OpenRegister, PutsRecordsTogetherAsTheWholeDoesWhereNothingIsClosed) {
  const Outcome outcome = invented_outcome();
  const OpenRegister from = shown(outcome);
  std::map<std::uint32_t, std::size_t> true_person;
  for (std::size_t person = 0; person < outcome.persons.size(); ++person) {
    for (const std::uint32_t record : outcome.persons[person].records) true_person[record] = person;
  }
  std::size_t together = 0, rightly = 0;
  for (const OpenPerson& person : from.persons) {
    for (std::size_t at = 1; at < person.records.size(); ++at) {
      ++together;
      rightly += true_person[person.records[0]] == true_person[person.records[at]] ? 1 : 0;
    }
  }
  EXPECT_GT(together, 100U);
  EXPECT_GT(static_cast<double>(rightly), 0.9 * static_cast<double>(together));
}

TEST(OpenRegister, IsTheSameWithAndWithoutClosedRecords) {
  const Outcome outcome = invented_outcome();
  const auto all = told(outcome);
  EXPECT_EQ(all, told(without(outcome, [&](std::uint32_t record) {
              return outcome.records.list_of[record] == closed_list;
            })));
  std::uint32_t one = 0;
  while (outcome.records.list_of[one] != closed_list) ++one;
  EXPECT_EQ(all, told(without(outcome, [&](std::uint32_t record) { return record == one; })));
}

TEST(OpenRegister, IsTheSameWhateverClosedRecordsSayAndHoweverTheirColumnsAreCalled) {
  const Outcome outcome = invented_outcome();
  Outcome changed = outcome;
  for (record::Column& column : changed.records.columns) {
    column.values.emplace_back("1901-01-01");
    column.canonical.emplace_back("1901-01-01");
    for (std::uint32_t record = 0; record < changed.records.record_count(); ++record) {
      if (changed.records.list_of[record] == closed_list)
        column.codes[record] = static_cast<std::uint32_t>(column.values.size() - 1);
    }
  }
  changed.records.columns[0].header = "NAME, as the closed list writes it";
  std::swap(changed.records.columns[2], changed.records.columns[4]);
  EXPECT_EQ(told(outcome), told(changed));
}

TEST(OpenRegister, HowCertainItIsDoesNotDependOnClosedCells) {
  const Outcome outcome = invented_outcome();
  Outcome changed = outcome;
  changed.records.columns[2].codes.assign(changed.records.record_count(), 0);  // ages
  changed.records.columns[4].codes.assign(changed.records.record_count(), 0);
  const auto before = told(outcome), after = told(changed);
  EXPECT_EQ(before.at("pairs").empty(), after.at("pairs").empty());
  for (const auto& [address, person] : after) {
    if (address == "pairs" || !before.contains(address)) continue;
    const bool is_same_group = std::equal(person.begin() + 1, person.end(),
                                          before.at(address).begin() + 1, before.at(address).end());
    if (!is_same_group) continue;
    EXPECT_EQ(person.front(), before.at(address).front());
  }
}

TEST(OpenRegister, PeopleWhoMayBeLivingHaveNoPartInIt) {
  Outcome outcome = invented_outcome();
  outcome.config.scope.status.clear();
  EXPECT_TRUE(shown(outcome).persons.empty());
  outcome.records.columns[1].field = record::Field::death;
  const OpenRegister from = shown(outcome);
  EXPECT_FALSE(from.persons.empty());
  for (const std::uint32_t record : from.records)
    EXPECT_NE(outcome.records.columns[1].codes[record], 0U);
  const auto all = told(outcome);
  EXPECT_EQ(all, told(without(outcome, [&](std::uint32_t record) {
              return outcome.records.columns[1].codes[record] == 0;
            })));
}

TEST(OpenRegister, ADecisionBindsOnlyIfItSpeaksOfPublishedRecordsAlone) {
  Outcome outcome = invented_outcome();
  std::vector<std::uint32_t> open;
  std::uint32_t closed = 0;
  for (std::uint32_t record = 0; open.size() < 2; ++record) {
    const bool is_other =
        open.empty() || outcome.records.list_of[open[0]] != outcome.records.list_of[record];
    if (outcome.records.list_of[record] < closed_list && is_other) open.push_back(record);
  }
  while (outcome.records.list_of[closed] != closed_list) ++closed;
  const auto are_together = [&](const Outcome& in) {
    const OpenRegister from = shown(in);
    return std::any_of(from.persons.begin(), from.persons.end(), [&](const OpenPerson& person) {
      return std::count(person.records.begin(), person.records.end(), open[0]) > 0 &&
             std::count(person.records.begin(), person.records.end(), open[1]) > 0;
    });
  };
  const bool before = are_together(outcome);
  const auto verdict = before ? ledger::Verdict::different : ledger::Verdict::same;
  outcome.decisions_held = {{verdict, {open[0], open[1]}}};
  EXPECT_NE(are_together(outcome), before);
  outcome.decisions_held = {{verdict, {open[0], closed, open[1]}}};
  EXPECT_EQ(are_together(outcome), before);
}

TEST(OpenRegister, TheAddressIsThatOfTheOldestPublishedRecord) {
  Outcome outcome = invented_outcome();
  for (std::uint32_t record = 0; record < outcome.records.record_count(); ++record)
    outcome.arrivals[record] = 1000 - record;
  for (const OpenPerson& person : shown(outcome).persons) {
    const std::uint32_t oldest = *std::max_element(person.records.begin(), person.records.end());
    EXPECT_EQ(person.records.front(), oldest);
    EXPECT_EQ(person.address,
              persons::keyed_address(outcome.addresses.secret, outcome.origins[oldest]));
  }
}

TEST(OpenRegister, ItsTableHoldsNoClosedCell) {
  const Outcome outcome = invented_outcome();
  for (const record::Column& column : shown(outcome).table.columns) {
    for (const std::string& value : column.values)
      EXPECT_EQ(value.find("SENTINEL"), std::string::npos);
  }
}

TEST(OpenRegister, WithoutASecretItIsEmpty) {
  Outcome outcome = invented_outcome();
  outcome.addresses = {};
  EXPECT_TRUE(shown(outcome).persons.empty());
}

TEST(OpenRegister, LabelsAndColumnsThatLinkingIsTold) {
  Outcome outcome = invented_outcome();
  std::uint32_t closed = 0;
  while (outcome.records.list_of[closed] != closed_list) ++closed;
  outcome.config.link.labels = {{outcome.records.lists[0].name, outcome.records.ids[0],
                                 "prosecutor", outcome.records.ids[closed], true}};
  outcome.config.link.ignore_headers = {"Quarter"};
  outcome.config.link.block_rules = {"name_key"};
  EXPECT_FALSE(shown(outcome).persons.empty());
}

}  // namespace
}  // namespace sanaq::investigation
