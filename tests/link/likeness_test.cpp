#include "sanaq/link/likeness.h"

#include <gtest/gtest.h>

#include <cmath>

#include "link/lists_of_names.h"
#include "sanaq/link/columns.h"
#include "sanaq/link/link.h"
#include "sanaq/link/pair_model.h"
#include "sanaq/link/result.h"

namespace sanaq::link {
namespace {

base::Progress silent;

const Feature& feature_named(const Columns& columns, const std::string& name) {
  return *std::find_if(columns.features.begin(), columns.features.end(),
                       [&](const Feature& feature) { return feature.column == name; });
}

std::uint32_t code_of(const Feature& feature, const std::string& value) {
  return static_cast<std::uint32_t>(std::find(feature.values.begin(), feature.values.end(), value) -
                                    feature.values.begin());
}

// Of family names, Smith is on 20 records, Smyth on one, Smit on six.
TEST(Likeness, ALikeValueWeighsAtMostWhatEqualityOfTheMoreFrequentWeighs) {
  Rows rows;
  for (int row = 0; row < 20; ++row) rows.push_back({"smith", std::to_string(row)});
  for (int row = 0; row < 6; ++row) rows.push_back({"smit", std::to_string(20 + row)});
  rows.push_back({"smyth", "30"});
  for (int row = 0; row < 73; ++row)
    rows.push_back(
        {std::string("name") + static_cast<char>('a' + row % 26) + std::to_string(row), ""});
  const Columns columns = columns_of(a_table({"family", "given"}, rows));
  const Feature& family = feature_named(columns, "family");
  FieldModel own;
  own.m = {0.2, 0.2, 0.2, 0.2, 0.08, 0.04, 0.02, 0.02, 0.01, 0.03};
  own.u = {0.01, 0.01, 0.01, 0.01, 0.001, 0.001, 0.001, 0.001, 0.001, 0.954};
  const auto most = [&](std::size_t level, const char* a, const char* b) {
    return most_of_likeness(family, own, level, code_of(family, a), code_of(family, b));
  };
  const double of_two = 0.04 / family.equal_share;  // of equal pairs, those of two persons
  const double equal = std::log(100.0 / 20 / std::min(1.0, of_two));
  EXPECT_DOUBLE_EQ(most(4, "smith", "smyth"), equal);
  EXPECT_DOUBLE_EQ(most(4, "smyth", "smith"), equal);
  EXPECT_DOUBLE_EQ(most(4, "smith", "smit"), std::min(equal, std::log(0.08 * 100 / 6)));
  EXPECT_TRUE(std::isinf(most(0, "smith", "smyth")));  // equality
  EXPECT_TRUE(std::isinf(most(9, "smith", "smyth")));  // differs
}

// One given name on both of two short lists with two family names: two men, and each is found.
TEST(Likeness, TwoMenOfOneGivenNameOnTwoShortListsStayTwo) {
  const Rows people{{"Daniyar", "Kasymov"}, {"Daniyar", "Dosymov"}, {"Olga", "Stepnova"},
                    {"Marat", "Kudarov"},   {"Ainur", "Tanbaeva"},  {"Serik", "Ozenov"},
                    {"Pavel", "Lugin"},     {"Zarina", "Beketova"}};
  for (const bool are_parts : {true, false}) {
    Rows rows;
    for (const auto& row : people)
      rows.push_back(are_parts ? row : Rows::value_type{row[0] + ' ' + row[1]});
    const record::RecordTable table = two_lists(
        are_parts ? std::vector<std::string>{"given", "family"} : std::vector<std::string>{"name"},
        rows, rows);
    const Result result = link(table, {}, silent);
    EXPECT_EQ(result.person_count, 8) << are_parts;
    for (std::size_t row = 0; row < 8; ++row)
      EXPECT_EQ(result.person_of[row], result.person_of[row + 8]) << are_parts << ' ' << row;
  }
}

}  // namespace
}  // namespace sanaq::link
