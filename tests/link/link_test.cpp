#include "sanaq/link/link.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "link/a_table.h"
#include "sanaq/base/error.h"

namespace sanaq::link {
namespace {

base::Progress silent;

TEST(Link, FindsThePersonsThatStandTwiceAndNoOther) {
  const record::RecordTable table = a_town(200, 60);
  const Result result = link(table, {}, silent);
  EXPECT_EQ(result.person_count, 200);
  for (std::uint32_t person = 0; person < 60; ++person)
    EXPECT_EQ(result.person_of[2 * person], result.person_of[2 * person + 1]);
}

TEST(Link, TheAnswerDoesNotDependOnTheOrderOfRows) {
  const record::RecordTable table = a_town(120, 40);
  record::RecordTable turned = table;
  const std::size_t count = table.record_count();
  for (record::Column& column : turned.columns)
    std::reverse(column.codes.begin(), column.codes.end());
  std::reverse(turned.ids.begin(), turned.ids.end());
  std::reverse(turned.identities.begin(), turned.identities.end());
  const Result first = link(table, {}, silent), second = link(turned, {}, silent);
  EXPECT_EQ(first.person_count, second.person_count);
  for (std::size_t left = 0; left < count; ++left) {
    for (std::size_t right = left + 1; right < count; ++right) {
      EXPECT_EQ(first.person_of[left] == first.person_of[right],
                second.person_of[count - 1 - left] == second.person_of[count - 1 - right]);
    }
  }
}

TEST(Link, NamesAloneMeetAcrossScripts) {
  const Result result = link(a_table({"name"}, {{"Айдын Өтегенов"},
                                                {"Нурлан Сариев"},
                                                {"Aidyn Otegenov"},
                                                {"Роман Сепняков"},
                                                {"Михаил Щедринов"},
                                                {"Mikhail Shchedrinov"}}),
                             {}, silent);
  EXPECT_EQ(result.person_of[0], result.person_of[2]);
  EXPECT_EQ(result.person_of[4], result.person_of[5]);
  EXPECT_NE(result.person_of[1], result.person_of[3]);
}

TEST(Link, RecordsLeftOutStayAlone) {
  const record::RecordTable table = a_town(60, 20);
  Options options;
  options.leave_out.assign(table.record_count(), false);
  options.leave_out[1] = true;
  const Result result = link(table, options, silent);
  EXPECT_NE(result.person_of[0], result.person_of[1]);
  EXPECT_FALSE(result.is_linkable[1]);
}

TEST(Link, AnImpossibleOptionIsNamed) {
  EXPECT_THROW(check_options({.threshold = 7}), base::Error);
  EXPECT_THROW(check_options({.draws = -1}), base::Error);
  EXPECT_NO_THROW(check_options({}));
}

TEST(Link, NoRecordsAndOneRecordEndWell) {
  EXPECT_EQ(link(a_table({"surname"}, {}), {}, silent).person_count, 0);
  EXPECT_EQ(link(a_table({"surname"}, {{"abela"}}), {}, silent).person_count, 1);
}

}  // namespace
}  // namespace sanaq::link
