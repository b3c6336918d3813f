#include "sanaq/tables/date_cell.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace sanaq::tables {
namespace {

std::string read(std::string_view cell, const DateContext& context = {}) {
  const auto date = read_date(cell, context);
  if (!date) return "! " + date.error().reason.english();
  return *date ? record::to_edtf(**date) : "";
}

TEST(ReadDate, AsPeopleWriteThem) {
  for (const char* cell : {"16.12.2011",
                           "2011-12-16",
                           "2011/12/16",
                           "16/12/2011",
                           "20111216",
                           "16 декабря 2011 г.",
                           "16 дек. 2011",
                           "2011 жылғы 16 желтоқсан",
                           "2011 ж. 16 желтоқсан",
                           "16 желтоқсан 2011 жыл",
                           "16 желтоксан 2011",
                           "December 16, 2011",
                           "16 Dec 2011",
                           "16th of December 2011",
                           "16-го декабря 2011 года",
                           "2011-12-16 00:00:00",
                           "2011-12-16T09:00:00Z",
                           " 16.12.2011 ",
                           "16.XII.2011",
                           "16 ДЕКАБРЯ 2011",
                           "16.12.2011г.",
                           "16 декабря 2011 года в 9:00"}) {
    EXPECT_EQ(read(cell), "2011-12-16") << cell;
  }
  for (const char* cell : {"12/2011", "12.2011", "2011-12", "2011 ж. желтоқсан", "декабрь 2011",
                           "December 2011", "00.12.2011", "2011-12-00"}) {
    EXPECT_EQ(read(cell), "2011-12") << cell;
  }
  for (const char* cell : {"2011", "2011 г.", "2011 ж.", "00.00.2011", "2011-00-00"})
    EXPECT_EQ(read(cell), "2011") << cell;
  for (const char* cell :
       {"c. 1975", "ок. 1975 г.", "~1975", "1975~", "около 1975", "шамамен 1975 жыл"})
    EXPECT_EQ(read(cell), "1975~") << cell;
}

TEST(ReadDate, EveryMonthInThreeLanguages) {
  const std::vector<std::vector<const char*>> months = {{"January", "января", "қаңтар"},
                                                        {"February", "февраль", "ақпан"},
                                                        {"March", "марта", "наурыз"},
                                                        {"April", "апреля", "сәуір"},
                                                        {"May", "мая", "мамыр"},
                                                        {"June", "июня", "маусым"},
                                                        {"July", "июля", "шілде"},
                                                        {"August", "августа", "тамыз"},
                                                        {"September", "сентября", "қыркүйек"},
                                                        {"October", "октября", "қазан"},
                                                        {"November", "ноября", "қараша"},
                                                        {"December", "декабря", "желтоқсан"}};
  for (std::size_t month = 0; month < months.size(); ++month) {
    for (const char* word : months[month])
      EXPECT_EQ(read(fmt::format("5 {} 1999", word)), fmt::format("1999-{:02}-05", month + 1))
          << word;
  }
}

TEST(ReadDate, NotKnownIsAbsent) {
  for (const char* cell : {"", " ", "0000", "00.00.0000", "0", "-", "—", "?", "unknown",
                           "неизвестно", "н/д", "белгісіз", "n/a"})
    EXPECT_EQ(read(cell), "") << cell;
}

TEST(ReadDate, NeverGuesses) {
  for (const char* cell :
       {"03/04/2011", "16.12.11", "11", "soon", "31.02.2011", "2011-13-01", "32 декабря 2011",
        "16 2011 2012", "-5", "99999999", "16.12", "декабрь", "за день до"}) {
    EXPECT_EQ(read(cell)[0], '!') << cell;
  }
}

TEST(ReadDate, TheColumnTellsDayFromMonth) {
  EXPECT_EQ(read("03/04/2011", {DayMonthOrder::day_first, false}), "2011-04-03");
  EXPECT_EQ(read("03/04/2011", {DayMonthOrder::month_first, false}), "2011-03-04");
  EXPECT_EQ(read("03.04.2011", {DayMonthOrder::month_first, false}), "2011-04-03");
  EXPECT_EQ(order_proved_by("16/12/2011"), DayMonthOrder::day_first);
  EXPECT_EQ(order_proved_by("12/16/2011"), DayMonthOrder::month_first);
  EXPECT_EQ(order_proved_by("03/04/2011"), DayMonthOrder::unknown);
  EXPECT_EQ(order_proved_by("16.12.2011"), DayMonthOrder::unknown);
}

TEST(ReadDate, SerialsCountFromTheLastDaysOf1899) {
  EXPECT_EQ(read("40893", {DayMonthOrder::unknown, true}), "2011-12-16");
  EXPECT_EQ(read("40893.75", {DayMonthOrder::unknown, true}), "2011-12-16");
  EXPECT_EQ(read("2011", {DayMonthOrder::unknown, true}), "2011");
  EXPECT_EQ(read("40893")[0], '!');
}

TEST(ReadDate, SeasonsAndIntervals) {
  EXPECT_EQ(read("summer 2011"), "2011-06-01/2011-08-31");
  EXPECT_EQ(read("весна 2011"), "2011-03-01/2011-05-31");
  EXPECT_EQ(read("2011 күз"), "2011-09-01/2011-11-30");
  EXPECT_EQ(read("winter 2011"), "2010-12-01/2012-02-29");
  EXPECT_EQ(read("2010-2011"), "2010-01-01/2011-12-31");
  EXPECT_EQ(read("2011-12-10/2011-12-20"), "2011-12-10/2011-12-20");
}

RC_GTEST_PROP(ReadDate, EdtfIsReadBackAsItself, ()) {
  const int year = *rc::gen::inRange(1000, 9999);
  const auto month = *rc::gen::maybe(rc::gen::inRange(1, 13));
  const auto day = month ? *rc::gen::maybe(rc::gen::inRange(1, 29)) : rc::Maybe<int>{};
  const auto date = record::make_date(year, month ? std::optional<int>(*month) : std::nullopt,
                                      day ? std::optional<int>(*day) : std::nullopt);
  RC_ASSERT(read(record::to_edtf(*date)) == record::to_edtf(*date));
}

RC_GTEST_PROP(ReadDate, NoCellBreaksIt, (const std::string& cell)) { (void)read(cell); }

TEST(ReadDate, AWordThatOnlyBeginsLikeAMonthIsNone) {
  for (const char* cell :
       {"maybe 2011", "deceased 2011", "marked 2011", "separately 2011", "decade 1970",
        "Казань 2011", "октаэдр 2011", "Марат 2011", "Майра 2011", "Августина 2011", "Жазира 2011",
        "Тамыр 2011", "Mary 2011", "Octavia 2011", "summertime 2011"}) {
    const auto date = read_date(cell, {});
    EXPECT_FALSE(date && *date) << cell;
  }
  for (const char* cell :
       {"May 2011", "Dec 2011", "Sept. 2011", "декабря 2011", "в декабре 2011", "нояб. 2011",
        "қазан айы 2011", "желтоқсанда 2011", "марта 2011 г.", "мамыр 2011", "March 2011"}) {
    const auto date = read_date(cell, {});
    EXPECT_TRUE(date && *date) << cell;
  }
}

}  // namespace
}  // namespace sanaq::tables
