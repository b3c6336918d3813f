#include "sanaq/casefile/person_cell.h"

#include <gtest/gtest.h>

// All names are invented.
namespace sanaq::casefile {

TEST(PersonCell, ARecordOfAListIsKnownByItsShape) {
  for (const char* cell : {"hospital:3", "hosptal: 3", "morgue list:A-12", "больница:7", "a:b"})
    EXPECT_TRUE(looks_like_reference(cell)) << cell;
  for (const char* cell : {"Bolat Sample", "Bolat Sample: a miner of 35", "hospital:", ":3", "",
                           "http://example.org/a"})
    EXPECT_FALSE(looks_like_reference(cell)) << cell;
}

TEST(PersonCell, TwoPeopleInOneCellAreSeen) {
  for (const char* cell :
       {"Үлгі А., Үлгіқызы Б.", "Bolat Sample, Aigerim Other", "Sample B.; Other A.",
        "Образцов А. и Образцова Б.", "Болат Үлгі және Айгерім Басқа", "A. Sample / B. Other",
        "morgue:1, morgue:2", "Bolat Sample and Aigerim Other"})
    EXPECT_TRUE(names_several(cell)) << cell;
}

TEST(PersonCell, AFamilyNameBeforeACommaIsOnePerson) {
  for (const char* cell :
       {"Sample, Bolat", "Sample, Bolat Erlanovich", "Bolat Sample", "Bolat Sample, 1975",
        "Sample (a miner, of the town)", "hospital:3", "Иванов Игорь", "Alexander Sand"})
    EXPECT_FALSE(names_several(cell)) << cell;
}

}  // namespace sanaq::casefile
