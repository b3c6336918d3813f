#include "sanaq/casefile/aid.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "casefile/a_case.h"

namespace sanaq::casefile {

TEST(AidBalances, EachMonthOpensWhereTheLastClosedAndCurrenciesAreNotMixed) {
  const auto said =
      test::read("aid", {"fund;direction;date;amount;currency;source",
                         "f;in;2011-06-01;1000.50;KZT;s", "f;out;2011-07;400;KZT;s",
                         "f;in;2011-07-15;20;USD;s", "f;in;2011;5;KZT;s", "f;in;2011-07;;KZT;s"})
          .statements;
  const auto balances = balances_of(entities_of(View(said)).aid);
  ASSERT_EQ(balances.size(), 2U);
  const FundBalance& tenge = balances[0];
  EXPECT_EQ(tenge.currency, "KZT");
  ASSERT_EQ(tenge.months.size(), 3U);
  EXPECT_EQ(tenge.months[1].opening, 10'005'000);
  EXPECT_EQ(tenge.months[1].closing, 6'005'000);
  EXPECT_EQ(tenge.months[2].month, "");
  EXPECT_EQ(tenge.without_amount, 1);
  EXPECT_FALSE(tenge.is_overdrawn);
}

TEST(AidBalances, WhatDoesNotSayWhetherInOrOutIsInNoBalance) {
  const auto read = test::read("aid", {"fund;direction;date;amount;currency;to;source;visibility",
                                       "f;in;2011-06;1000;KZT;;s;", "f;outt;2011-06;400;KZT;B;s;",
                                       "f;;2011-06;70;KZT;;s;", "f;выплачено;2011-06;5;KZT;;s;"});
  ASSERT_EQ(read.bad_cells.size(), 1U);
  EXPECT_EQ(read.bad_cells[0].column, "direction");
  const auto balances = balances_of(entities_of(View(read.statements)).aid);
  ASSERT_EQ(balances.size(), 1U);
  EXPECT_EQ(balances[0].in, 10'000'000);
  EXPECT_EQ(balances[0].out, 50'000);
  EXPECT_EQ(balances[0].without_direction, 2);
  EXPECT_EQ(balances[0].months[0].entries, 2);
  for (const Statement& said : read.statements) {
    EXPECT_TRUE(said.property != "to" || said.visibility == "sealed");
  }
}

RC_GTEST_PROP(AidBalances, AddUp, ()) {
  std::vector<Aid> entries;
  Amount sum = 0;
  const int count = *rc::gen::inRange(0, 30);
  for (int at = 0; at < count; ++at) {
    Aid one;
    one.fund = "f";
    one.is_out = *rc::gen::arbitrary<bool>();
    one.amount = *rc::gen::inRange<Amount>(0, 1'000'000);
    one.date = record::make_date(2011, *rc::gen::inRange(1, 13), {});
    sum += one.is_out ? -*one.amount : *one.amount;
    entries.push_back(one);
  }
  const auto balances = balances_of(entries);
  if (balances.empty()) return;
  RC_ASSERT(balances[0].in - balances[0].out == sum);
  RC_ASSERT(balances[0].months.back().closing == sum);
}

}  // namespace sanaq::casefile
