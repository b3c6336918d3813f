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
  for (const char* cell : {"03/04/2011",
                           "16.12.11",
                           "11",
                           "soon",
                           "31.02.2011",
                           "2011-13-01",
                           "32 декабря 2011",
                           "16 2011 2012",
                           "-5",
                           "99999999",
                           "16.12",
                           "декабрь",
                           "за день до",
                           "до 2011",
                           "с 2011",
                           "не ранее 2005",
                           "after 2011-12-16",
                           "не позднее 1985",
                           "1985 (35 лет)",
                           "16/12/11",
                           "16.12.201?",
                           "20??",
                           "c 16 декабря 2011 по",
                           "с 12.2011",
                           "2011-12-160",
                           "75",
                           "300"}) {
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
  EXPECT_EQ(read("40893,5", {DayMonthOrder::unknown, true}), "2011-12-16");
  EXPECT_EQ(read("39431", {DayMonthOrder::unknown, true, true}), "2011-12-16");
  EXPECT_EQ(read("40893")[0], '!');
}

TEST(ReadDate, NoOtherBareNumberOfASpreadsheetIsADate) {
  const DateContext spreadsheet{DayMonthOrder::unknown, true};
  for (const char* cell : {"1", "59", "75", "300", "2900", "9999", "99999", "408930"})
    EXPECT_EQ(read(cell, spreadsheet)[0], '!') << cell;
  EXPECT_EQ(read("75", spreadsheet),
            "! a number alone is a date only as a year, or as a spreadsheet's day of five digits");
  EXPECT_EQ(read("2200", spreadsheet), "2200");
  EXPECT_EQ(read("20111216", spreadsheet), "2011-12-16");
}

TEST(ReadDate, SeasonsAndIntervals) {
  EXPECT_EQ(read("summer 2011"), "2011-06-01/2011-08-31");
  EXPECT_EQ(read("весна 2011"), "2011-03-01/2011-05-31");
  EXPECT_EQ(read("2011 күз"), "2011-09-01/2011-11-30");
  EXPECT_EQ(read("winter 2011"), "2010-12-01/2012-02-29");
  EXPECT_EQ(read("2010-2011"), "2010-01-01/2011-12-31");
  EXPECT_EQ(read("2011-12-10/2011-12-20"), "2011-12-10/2011-12-20");
  for (const char* cell : {"1985-1987", "1985 – 1987 гг.", "1985/1987", "с 1985 по 1987"})
    EXPECT_EQ(read(cell), "1985-01-01/1987-12-31") << cell;
  for (const char* cell :
       {"1975/76", "1975-76", "1975 или 1976", "1975 or 1976", "1975 немесе 1976"})
    EXPECT_EQ(read(cell), "1975-01-01/1976-12-31") << cell;
  for (const char* cell :
       {"16-17.12.2011", "16–17.12.2011", "16.12.2011-17.12.2011", "16.12.2011, 17.12.2011",
        "в ночь с 16 на 17 декабря 2011", "16-17 декабря 2011 г."})
    EXPECT_EQ(read(cell), "2011-12-16/2011-12-17") << cell;
  EXPECT_EQ(read("17-16.12.2011")[0], '!');
  EXPECT_EQ(read("конец декабря 2011"), "2011-12");
}

TEST(ReadDate, ADecadeIsTenYears) {
  for (const char* cell : {"1970-е", "1970-е гг.", "1970-е годы", "1970s", "1970's", "1970’s",
                           "сер. 1970-х", "1970-ж.", "1970-жж.", "1970 жылдары", "the 1970s"})
    EXPECT_EQ(read(cell), "1970-01-01/1979-12-31") << cell;
  EXPECT_EQ(read("около 1970-х"), "1970-01-01~/1979-12-31~");
  EXPECT_EQ(read("16.Х.2011"), "2011-10-16");
  EXPECT_EQ(read("10-е октября 1970"), "1970-10-10");
  EXPECT_EQ(read("1975-ж."), "1975");
  EXPECT_EQ(read("70-е")[0], '!');
  DateContext context;
  context.two_digit_years = YearWindow{1891, 2000};
  EXPECT_EQ(read("70-е", context), "1970-01-01/1979-12-31");
}

TEST(ReadDate, WordsAroundABirth) {
  for (const char* cell :
       {"1985 г.р.", "1985 г/р", "1985г.р", "1985 года рождения", "1985 г. рождения", "1985 ж.т.",
        "1985 жылы туған", "1985 ж. туған", "1985 ж", "1985 y.o.b.", "b. 1985", "born 1985",
        "born in 1985", "род. 1985", "1985-го года", "1985 год"})
    EXPECT_EQ(read(cell), "1985") << cell;
  for (const char* cell :
       {"12.03.1985 г.р.", "12.03.1985 года", "12.03.1985ж.", "12 марта 1985 г.р.",
        "12/III-1985 г.", "1985 жыл 12 наурыз", "родился 12.03.1985"})
    EXPECT_EQ(read(cell), "1985-03-12") << cell;
}

TEST(ReadDate, ABirthIsNoDeathAndADeathNoBirth) {
  DateContext context;
  context.of = DateOf::death;
  EXPECT_EQ(read("16 декабря 1985 года рождения", context),
            "! this speaks of another day than its column does");
  EXPECT_EQ(read("погиб 16.12.2011", context), "2011-12-16");
  EXPECT_EQ(read("ум. 2011", context), "2011");
  context.of = DateOf::birth;
  EXPECT_EQ(read("16 декабря 1985 года рождения", context), "1985-12-16");
  EXPECT_EQ(read("died 2011", context)[0], '!');
}

TEST(ReadDate, AMarkOfDoubtMakesItApproximate) {
  for (const char* cell : {"16.12.2011 (предположительно)", "16.12.2011?", "16.12.2011 (?)",
                           "~16.12.2011", "prob. 16.12.2011", "вероятно, 16 декабря 2011"})
    EXPECT_EQ(read(cell), "2011-12-16~") << cell;
  for (const char* cell : {"1985?", "~1985 г.р.", "прим. 1985", "≈1985", "probably 1985"})
    EXPECT_EQ(read(cell), "1985~") << cell;
}

TEST(ReadDate, WhatIsWrittenAsUnknownIsUnknown) {
  EXPECT_EQ(read("??.12.2011"), "2011-12");
  EXPECT_EQ(read("??.??.2011"), "2011");
  EXPECT_EQ(read("05.??.2011"), "2011");
  EXPECT_EQ(read("16.12.????"), "! the date has no year");
}

TEST(ReadDate, TheReasonIsTrue) {
  EXPECT_EQ(read("16 декабря"), "! the date has no year");
  EXPECT_EQ(read("декабрь"), "! the date has no year");
  EXPECT_EQ(read("16.12"), "! the date has no year");
  EXPECT_EQ(read("16.12.0000"), "! the date has no year");
  EXPECT_EQ(read("дек.11"), "! the number beside the month may be its day or a year of two digits");
  for (const char* cell : {"16.12.11", "16-дек-11", "85", "12.03.85 г.р.", "85 год"})
    EXPECT_EQ(read(cell), "! the year has two digits; its century is not guessed") << cell;
  for (const char* cell : {"12.03.1985 (паспорт)", "12.03.1985 Казань", "16.12.201", "soon"})
    EXPECT_EQ(read(cell), "! this is not a date that can be read") << cell;
  EXPECT_EQ(read("16122011"), "! this is not a date that can be read");
  EXPECT_EQ(read("0.5", {DayMonthOrder::unknown, true}),
            "! a number alone is a date only as a year, or as a spreadsheet's day of five digits");
  EXPECT_EQ(read("12.85"), "! the year has two digits; its century is not guessed");
  EXPECT_EQ(read("31.11.2011"), "! there is no such day");
  EXPECT_EQ(read("29.02.2011"), "! there is no such day");
}

TEST(ReadDate, LettersInPlaceOfDigitsAreToldWithTheDateThatTheyWouldBe) {
  for (const char* cell :
       {"16.12.20l1", "16.12.2О11", "l6.12.2011", "16.12.2O11", "16.I2.2011", "16 декабря 2О11"})
    EXPECT_EQ(read(cell),
              "! letters stand here in place of digits; in digits it would be 2011-12-16")
        << cell;
  EXPECT_EQ(read("16.12.2z11"), "! this is not a date that can be read");
}

TEST(ReadDate, ARomanMonthInLettersThatLookLikeIt) {
  EXPECT_EQ(read("16.ХІІ.2011"), "2011-12-16");
  EXPECT_EQ(read("16.XІI.2011"), "2011-12-16");
  EXPECT_EQ(read("16.ІХ.2011"), "2011-09-16");
  EXPECT_EQ(read("III.1985"), "1985-03");
  EXPECT_EQ(read("16.ХХІ.2011")[0], '!');
}

TEST(ReadDate, DigitsOfAnyScript) {
  EXPECT_EQ(read("١٦/١٢/٢٠١١"), "2011-12-16");
  EXPECT_EQ(read("２０１１年１２月１６日"), "2011-12-16");
  EXPECT_EQ(read("\u200E16.12.2011"), "2011-12-16");
  EXPECT_EQ(order_proved_by("١٦/١٢/٢٠١١"), DayMonthOrder::day_first);
}

TEST(ReadDate, DaysOfTheWeekAndTimesSayNothingOfTheDay) {
  for (const char* cell : {"Fri Dec 16 2011", "пт, 16 декабря 2011 г.", "16.12.2011 21.30",
                           "16.12.2011 21:30", "16. 12. 2011", "16,12,2011"})
    EXPECT_EQ(read(cell), "2011-12-16") << cell;
}

TEST(ReadDate, WhatTheUserSaidOfTheOrder) {
  const auto said = [](DayMonthOrder order) {
    DateContext context;
    context.order = order;
    context.is_order_said = true;
    context.two_digit_years = YearWindow{1930, 2029};
    return context;
  };
  EXPECT_EQ(read("03.04.2011", said(DayMonthOrder::month_first)), "2011-03-04");
  EXPECT_EQ(read("03/04/2011", said(DayMonthOrder::day_first)), "2011-04-03");
  EXPECT_EQ(read("16/12/2011", said(DayMonthOrder::month_first)), "2011-12-16");
  EXPECT_EQ(read("12/16/2011", said(DayMonthOrder::day_first)), "2011-12-16");
  EXPECT_EQ(read("11-12-10", said(DayMonthOrder::year_first)), "2011-12-10");
  EXPECT_EQ(read("11.12.10", said(DayMonthOrder::day_first)), "2010-12-11");
  EXPECT_EQ(read("11.12.10", said(DayMonthOrder::month_first)), "2010-11-12");
}

TEST(ReadDate, AYearOfTwoDigitsIsReadWhereTheWindowLeavesOne) {
  DateContext context;
  context.two_digit_years = YearWindow{1891, 2011};
  EXPECT_EQ(read("85", context), "1985");
  EXPECT_EQ(read("12.03.85 г.р.", context), "1985-03-12");
  EXPECT_EQ(read("12 марта 85", context), "1985-03-12");
  EXPECT_EQ(read("85-03-12", context), "1985-03-12");
  for (const char* cell : {"11", "95", "12.03.11"})
    EXPECT_EQ(read(cell, context), "! the year has two digits; its century is not guessed") << cell;
  EXPECT_EQ(read("11/03/12", context),
            "! day and month cannot be told apart, and nothing else in the column tells");
  context.two_digit_years = YearWindow{1930, 2029};
  EXPECT_EQ(read("29", context), "2029");
  EXPECT_EQ(read("30", context), "1930");
  EXPECT_TRUE(lacks_century("12.03.85", {}));
  EXPECT_TRUE(lacks_century("29.02.00", {}));
  EXPECT_FALSE(lacks_century("12.03.85", context));
  EXPECT_FALSE(lacks_century("31.02.85", {}));
  EXPECT_FALSE(lacks_century("soon", {}));
}

TEST(ReadDate, InAnotherCalendar) {
  DateContext jalali, hijri;
  jalali.calendar = Calendar::jalali;
  hijri.calendar = Calendar::hijri;
  for (const char* cell : {"1390/09/25", "25/09/1390", "1390-09-25", "۱۳۹۰/۰۹/۲۵", "25 آذر 1390",
                           "۲۵ آذر ۱۳۹۰", "25 Azar 1390"})
    EXPECT_EQ(read(cell, jalali), "2011-12-16") << cell;
  EXPECT_EQ(read("1390", jalali), "2011-03-21/2012-03-19");
  EXPECT_EQ(read("1390/09", jalali), "2011-11-22/2011-12-21");
  EXPECT_EQ(read("1390/13/01", jalali), "! there is no such day");
  // Dates in a spreadsheet's cells are Gregorian.
  jalali.serials = true;
  EXPECT_EQ(read("2011-12-16", jalali), "2011-12-16");
  EXPECT_EQ(read("40893", jalali), "2011-12-16");
  EXPECT_EQ(read("1390-09-25", jalali), "2011-12-16");
  EXPECT_EQ(read("21/01/1433", hijri), "2011-12-16");
  EXPECT_EQ(read("21 محرم 1433", hijri), "2011-12-16");
  EXPECT_EQ(read("٢١ محرم ١٤٣٣", hijri), "2011-12-16");
}

RC_GTEST_PROP(ReadDate, UsualDatesAreReadAsTheLongWayReadsThem, ()) {
  const int year = *rc::gen::inRange(0, 2200), month = *rc::gen::inRange(0, 14),
            day = *rc::gen::inRange(0, 33);
  const std::string iso = fmt::format("{:04}-{:02}-{:02}", year, month, day);
  const std::string dotted = fmt::format("{:02}.{:02}.{:04}", day, month, year);
  RC_ASSERT(read(iso) == read(" " + iso));
  RC_ASSERT(read(dotted) == read(dotted + " г."));
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
