// All names are invented.
#include "sanaq/persons/suspected_names.h"

#include <gtest/gtest.h>

#include <cmath>

#include "sanaq/settings/config.h"
#include "sanaq/settings/read_config.h"

namespace sanaq::persons {
namespace {

using record::Field;
using Texts = std::vector<std::string>;

record::Column column_of(Field field, const Texts& cells) {
  record::Column column{std::string(record::field_name(field)), field, {}, {""}, {""}};
  for (const std::string& cell : cells) {
    std::uint32_t code = 0;
    while (code < column.values.size() && column.values[code] != cell) ++code;
    if (code == column.values.size()) {
      column.values.push_back(cell);
      column.canonical.push_back(cell);
    }
    column.codes.push_back(code);
  }
  return column;
}

record::RecordTable list_of(const Texts& names) {
  record::RecordTable list;
  list.list_of.assign(names.size(), 0);
  list.columns = {column_of(Field::name, names)};
  return list;
}

// `count` names of two words, of 12 families and 12 given names.
Texts people(std::size_t count) {
  Texts names;
  for (std::size_t at = 0; at < count; ++at) {
    const auto letter = [](std::size_t number) {
      return std::string(1, static_cast<char>('a' + number));
    };
    names.push_back("Tan" + letter(at % 12) + "ev Ai" + letter((at / 12 + at) % 12) + "ar");
  }
  return names;
}

Texts with(Texts names, std::size_t count, const std::string& name) {
  names.insert(names.end(), count, name);
  return names;
}

Texts suspected(const Texts& names) {
  Texts found;
  for (const SuspectedName& one : suspected_names(list_of(names))) found.push_back(one.name);
  return found;
}

TEST(SuspectedNames, ANameThatStandsOftenAndWhoseWordsStandNowhereElseIsSuspected) {
  const auto found = suspected_names(list_of(with(people(60), 6, "Бевестный Путник")));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].name, "Бевестный Путник");
  EXPECT_EQ(found[0].rows, 6);
  EXPECT_EQ(suspected(with(with(people(60), 8, "Бевестный путник"), 5, "Бевестный гость")),
            (Texts{"Бевестный путник", "Бевестный гость"}));
  EXPECT_EQ(suspected(with(people(60), 9, "Бевестный")), Texts{"Бевестный"});
}

TEST(SuspectedNames, ANameWhoseWordsMakeOtherNamesTooIsOne) {
  EXPECT_EQ(suspected(with(people(60), 8, "Tanaev Aibar")), Texts());
  Texts names = with(people(60), 8, "Бевестный Путник");
  names.push_back("Бевестный Эрнст");
  EXPECT_EQ(suspected(names), Texts());
}

TEST(SuspectedNames, FewRowsAreNoReason) {
  EXPECT_EQ(suspected(with(people(60), 4, "Бевестный Путник")), Texts());
  EXPECT_EQ(suspected(people(144)), Texts());
  EXPECT_EQ(suspected({}), Texts());
  EXPECT_EQ(suspected(Texts(40, "Бевестный Путник")), Texts());  // nothing to compare with
}

// A newspaper's list has each person several times: five rows are then nothing unusual.
TEST(SuspectedNames, AListThatRepeatsItsOtherNamesExplainsMore) {
  Texts names;
  for (const std::string& name : people(30)) names = with(std::move(names), 4, name);
  EXPECT_EQ(suspected(with(names, 8, "Бевестный Путник")), Texts());
  EXPECT_EQ(suspected(with(names, 30, "Бевестный Путник")), Texts{"Бевестный Путник"});
  EXPECT_EQ(suspected(with(Texts(40, "Tanaev Aibar"), 36, "Бевестный Путник")), Texts());
}

TEST(SuspectedNames, AListOfFamiliesAloneSuspectsNoFamily) {
  EXPECT_EQ(suspected(with({"Танбаев", "Степнов", "Озенов", "Кумдаров", "Мунаров"}, 12, "Боранов")),
            Texts());
}

TEST(SuspectedNames, FamilyAndGivenNamesInColumnsOfTheirOwnAreOneName) {
  Texts families, givens;
  for (const std::string& name : with(people(60), 7, "Бевестный Путник")) {
    families.push_back(name.substr(0, name.find(' ')));
    givens.push_back(name.substr(name.find(' ') + 1));
  }
  record::RecordTable list = list_of(families);
  list.columns = {column_of(Field::family, families), column_of(Field::given, givens)};
  const auto found = suspected_names(list);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].name, "Бевестный Путник");
  const record::RecordTable without = without_names(list, {"Бевестный Путник"});
  for (const record::Column& column : without.columns) {
    EXPECT_EQ(std::count(column.codes.begin(), column.codes.end(), 0U), 7);
    EXPECT_NE(column.codes[0], 0U);
  }
}

TEST(SuspectedNames, TheLineToPasteIsTomlAndHasTheWordsAsTheyAre) {
  const Texts words = {"Бевестный Путник", "a \"quoted\" one", "back\\slash"};
  const settings::Config read =
      settings::parse_config("[words]\n" + nobody_line(words) + "\n", "investigation.toml");
  EXPECT_EQ(read.nobody_words, words);
  for (const bool has_words : {false, true}) {
    const base::Message said =
        suspicion({"Бевестный Путник", 6}, nobody_line({"Бевестный Путник"}), has_words);
    EXPECT_NE(said.english().find("nobody = [\"Бевестный Путник\"]"), std::string::npos);
    EXPECT_EQ(said.english().find("in place of") != std::string::npos, has_words);
  }
}

TEST(SuspectedNames, TheTailOfPoissonIsThatOfItsSum) {
  for (const double mean : {0.01, 0.5, 2.0, 7.0}) {
    for (const std::int64_t count : {1, 8, 12, 20}) {
      if (mean >= static_cast<double>(count)) continue;
      double below = 0, term = std::exp(-mean), tail = 0;
      for (std::int64_t at = 0; at < 200; ++at) {
        (at < count ? below : tail) += term;
        term *= mean / static_cast<double>(at + 1);
      }
      EXPECT_NEAR(log_poisson_tail(count, mean), std::log(tail), 1e-9) << count << " " << mean;
    }
  }
  EXPECT_EQ(log_poisson_tail(0, 1), 0);
}

}  // namespace
}  // namespace sanaq::persons
