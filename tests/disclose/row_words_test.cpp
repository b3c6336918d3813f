#include "sanaq/disclose/row_words.h"

#include <gtest/gtest.h>

namespace sanaq::disclose {
namespace {

const std::string secret(32, 's');

TEST(RowWord, TellsNothingWithoutTheSecret) {
  EXPECT_EQ(row_word(secret, "l", "p", 0, "c"), row_word(secret, "l", "p", 0, "c"));
  EXPECT_NE(row_word(secret, "l", "p", 0, "c"), row_word(std::string(32, 't'), "l", "p", 0, "c"));
  EXPECT_NE(row_word(secret, "l", "p", 0, "c"), row_word(secret, "l", "p", 1, "c"));
}

TEST(RowWord, BeginsWithThePlaceOfTheRow) {
  EXPECT_TRUE(
      row_word(secret, "l", "p", 3, "c").starts_with(place_of_row(secret, "l", "p", 3) + ":"));
}

TEST(RowWord, NoListIsTakenForACaseTable) {
  EXPECT_NE(place_of_row(secret, table_word("claims"), "p", 0),
            place_of_row(secret, "claims", "p", 0));
}

TEST(SecretsOf, ThePresentOneIsTheFirstAndNoneStandsTwice) {
  persons::AddressBook book;
  book.secret = "b";
  book.all = {"a", "b", "c"};
  EXPECT_EQ(secrets_of(book), (std::vector<std::string>{"b", "a", "c"}));
}

}  // namespace
}  // namespace sanaq::disclose
