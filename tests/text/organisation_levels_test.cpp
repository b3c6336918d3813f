#include "sanaq/text/organisation_levels.h"

#include <gtest/gtest.h>

#include "sanaq/text/name.h"

namespace sanaq::text {
namespace {

double bits(std::string_view left, std::string_view right, NameKind kind = NameKind::organisation) {
  return compare_names(*prepare_name(left, kind), *prepare_name(right, kind)).weight_bits;
}

}  // namespace

TEST(WeighOrganisation, EveryDifferenceLowersAndEveryAgreementRaises) {
  OrganisationCounts counts;
  counts.names_met = 1;
  const double one = weigh_organisation(counts);
  counts.names_met = 2;
  EXPECT_GT(weigh_organisation(counts), one);
  for (std::size_t more = 0; more < 3; ++more) {
    for (std::size_t less = more; less < 3; ++less) {
      OrganisationCounts other = counts;
      other.conflicts[more][less] = 1;
      EXPECT_LT(weigh_organisation(other), weigh_organisation(counts));
      EXPECT_EQ(organisation_level(other), NameLevel::differs);
    }
  }
  OrganisationCounts other = counts;
  other.numbers_differ = true;
  EXPECT_LT(weigh_organisation(other), 0);
  other = counts;
  other.alone[0] = 1;
  EXPECT_LT(weigh_organisation(other), weigh_organisation(counts));
  EXPECT_EQ(organisation_level(other), NameLevel::part_missing);
}

TEST(WeighOrganisation, NothingInCommonIsNoEvidenceOfOne) {
  EXPECT_LT(weigh_organisation({}), -5);
  EXPECT_EQ(organisation_level({}), NameLevel::differs);
}

TEST(WeighOrganisation, TheRareWordDecidesAndTheFormDoesNot) {
  EXPECT_GT(bits("Orion Metals LLC", "Orion Metals Ltd"), 1);
  EXPECT_GT(bits("Norddeutsche Werft AG", "Norddeutsche Werft Aktiengesellschaft"), 1);
  EXPECT_GT(bits("Karamineral JSC", "АО Карамайнерал"), 1);
  EXPECT_GT(bits("Orion Metals LLC", "Orion Metals JSC"), 1) << "other forms say little";
  EXPECT_LT(bits("Global Ocean Shipping Meridian", "Global Ocean Shipping Polaris"), 0);
  EXPECT_LT(bits("Caspian Marine Trade Kasymov", "Caspian Marine Trade Dosymov"), 0);
  EXPECT_LT(bits("Tengiz Drilling LLP", "Karazhanbas Drilling LLP"), 0);
}

TEST(WeighOrganisation, FieldsOfWorkAndCountriesTellApart) {
  EXPECT_GT(bits("Ministry of Defence of Russia", "Министерство обороны Российской Федерации"), 1);
  EXPECT_GT(bits("Минобороны РФ", "Ministry of Defence of the Russian Federation"), 1);
  EXPECT_LT(bits("Ministry of Defence of Russia", "Ministry of Finance of Russia"), 0);
  EXPECT_LT(bits("Central Bank of Syria", "Central Bank of Libya"), 0);
  EXPECT_LT(bits("Vostok Bank", "Vostok Insurance"), 0);
}

TEST(WeighOrganisation, ANameOfANumberAloneIsAName) {
  EXPECT_GT(bits("1984 LLC", "ООО 1984"), 1);
  EXPECT_LT(bits("1984 LLC", "1985 LLC"), 0);
  EXPECT_LT(bits("", ""), 0);
  EXPECT_LT(bits("LLC", "1984"), 0);
}

TEST(WeighOrganisation, NumbersOfShipsDecide) {
  const NameKind ship = NameKind::vessel;
  EXPECT_GT(bits("MV Ocean Pearl II", "OCEAN PEARL 2", ship), 1);
  EXPECT_LT(bits("Volgo-Don 231", "Volgo-Don 213", ship), 0);
  EXPECT_LT(bits("Ocean Pearl", "Ocean Pearl 2", ship), 0);
  EXPECT_LT(bits("Ocean Pearl", "Ocean Princess", ship), 0);
}

}  // namespace sanaq::text
