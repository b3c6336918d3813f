#include "sanaq/investigation/result_digests.h"

#include <gtest/gtest.h>

#include "help/small_investigation.h"
#include "sanaq/investigation/investigation.h"

namespace sanaq::investigation {
namespace {

base::Progress silent;
const base::Catalog english;
const Caller caller{silent, english};

TEST(ResultDigests, ChangeWithEveryCellAndEveryPerson) {
  const help::Scratch scratch;
  Outcome outcome = link_records(help::small_investigation(scratch), caller);
  const std::string records = records_digest(outcome.records);
  const std::string persons = register_digest(outcome);
  EXPECT_EQ(records.size(), 64u);
  for (record::Column& column : outcome.records.columns) {
    if (column.field == record::Field::birth) column.canonical[1] += "~";
  }
  EXPECT_NE(records_digest(outcome.records), records);
  const std::string who = persons_digest(outcome);
  outcome.link.probability[0] *= 0.5;
  EXPECT_NE(register_digest(outcome), persons);
  EXPECT_EQ(persons_digest(outcome), who);
  outcome.persons.pop_back();
  EXPECT_NE(persons_digest(outcome), who);
  EXPECT_NE(register_digest(outcome), persons);
}

TEST(ResultDigests, FieldsAreThoseOfTheList) {
  const help::Scratch scratch;
  const Outcome outcome = ingest_lists(help::small_investigation(scratch), caller);
  EXPECT_EQ(outcome.list_fields[0],
            (std::set<std::string>{"birth", "date", "id", "name", "place"}));
  EXPECT_EQ(outcome.list_fields[1], (std::set<std::string>{"birth", "date", "id", "name"}));
}

}  // namespace
}  // namespace sanaq::investigation
