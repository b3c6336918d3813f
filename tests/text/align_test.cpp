#include "sanaq/text/align.h"

#include <gtest/gtest.h>

#include "sanaq/text/parts_of_name.h"

namespace sanaq::text {
namespace {

PreparedName name(std::string_view text) {
  return parts_of_name(text, NameKind::person, NameTables::built_in());
}

}  // namespace

TEST(AlignNames, OrderIsFree) {
  const Alignment turned = align_names(name("Құрманов Нұрлан"), name("Nurlan Kurmanov"));
  ASSERT_EQ(turned.meetings.size(), 2U);
  EXPECT_EQ(turned.meetings[0].right, 1);
  EXPECT_EQ(turned.order, Order::rotated);
  EXPECT_EQ(align_names(name("محمد احمد حسن الشريف"), name("محمد حسن احمد الشريف")).order,
            Order::scrambled);
}

TEST(AlignNames, WhatIsLeftOverIsKnown) {
  const Alignment missing = align_names(name("Құрманов Нұрлан Өтегенұлы"), name("Kurmanov Nurlan"));
  EXPECT_EQ(missing.left_alone, 0b100U);
  EXPECT_EQ(missing.right_alone, 0U);
  const Alignment brothers =
      align_names(name("Курманов Серик Утегенович"), name("Курманов Марат Утегенович"));
  EXPECT_EQ(brothers.meetings.size(), 2U);
  ASSERT_EQ(brothers.conflicts.size(), 1U);
  const Alignment namesakes =
      align_names(name("Курманов Серик Утегенович"), name("Курманов Серик Болатович"));
  EXPECT_EQ(namesakes.fathers.size(), 1U);
  EXPECT_TRUE(namesakes.conflicts.empty());
}

TEST(AlignNames, NeighboursWrittenAsOneWordMeet) {
  const Alignment glued =
      align_names(name("Gulnar Bakytzhan Kurmanova"), name("Kurmanova Gulnarbakytzhan"));
  ASSERT_EQ(glued.meetings.size(), 2U);
  EXPECT_EQ(glued.meetings[0].left_count, 2);
  EXPECT_TRUE(glued.conflicts.empty());
}

TEST(AlignNames, InitialsTakeWhatIsLeft) {
  const Alignment fits = align_names(name("Kurmanov N.O."), name("Құрманов Нұрлан Өтегенұлы"));
  EXPECT_EQ(fits.initials.size(), 2U);
  EXPECT_FALSE(fits.initial_differs);
  const Alignment differs = align_names(name("Ivanov I.P."), name("Иванов Сергей Петрович"));
  EXPECT_EQ(differs.initials.size(), 1U);
  EXPECT_TRUE(differs.initial_differs);
}

TEST(AlignNames, AnInitialMeetsOnce) {
  // The A of the first name meets the A of the second: it cannot stand for Asan as well.
  const Alignment met = align_names(name("A Kulov"), name("A Asan Kulov"));
  EXPECT_EQ(met.initials.size(), 1U);
  EXPECT_EQ(met.right_alone, 0b01U);
}

TEST(AlignNames, AsManyInitialsAsThereAreFindPlace) {
  // Eight initials and eight parts a side, each fitting each: once three meetings an initial were
  // written, beyond the room for them.
  const std::string initials = "A A A A A A A A A A ";
  const Alignment full =
      align_names(name(initials + "Asan Abai Azat Alibek Arman Aidos Aslan Alikhan"),
                  name(initials + "Akmaral Aigerim Altynay Anel Aizhan Aliya Asem Ainur"));
  EXPECT_EQ(full.initials.size(), 8U);
  const Alignment crossed =
      align_names(name("A A A A A A A A Bolat Berik"), name("Asan Azat B B B B B B B B"));
  EXPECT_EQ(crossed.initials.size(), 4U);
}

TEST(AlignNames, TheBestSumWinsOverTheFirst) {
  // Both left words could meet the second right word; only one choice lets both meet.
  const Alignment best = align_names(name("Нурлан Нурлана"), name("Нурлана Нурлан"));
  ASSERT_EQ(best.meetings.size(), 2U);
  EXPECT_TRUE(best.meetings[0].score.same_letters);
  EXPECT_TRUE(best.meetings[1].score.same_letters);
}

}  // namespace sanaq::text
