#include "sanaq/ledger/codes.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "sanaq/base/error.h"
#include "sanaq/base/sha256.h"

namespace sanaq::ledger {
namespace {

std::string a_hash() {
  return base::sha256_hex(std::to_string(*rc::gen::inRange<std::int64_t>(0, 1000000000)));
}

std::string refusal(const std::function<void()>& act) {
  try {
    act();
  } catch (const base::Error& error) {
    EXPECT_EQ(error.kind(), base::Kind::usage);
    return error.message().english();
  }
  return "";
}

TEST(Codes, AnIdsCodeIsItsFirst100BitsInFours) {
  // The first 100 bits by hand: 25 hex digits are 20 of base32.
  const std::string id = "0123456789abcdef012345678" + std::string(39, 'f');
  EXPECT_EQ(id_code(id).substr(0, 25), "04HM-ASW9-NF6Y-Y093-8NKR-");
  EXPECT_EQ(id_code(id).size(), 27U);
  EXPECT_NE(member_code(id, id), member_code(id, std::string(64, '0')));
}

TEST(Codes, TheCheckDigitsAreOfTheTextBefore) {
  const std::string code = id_code(std::string(64, 'a'));
  const std::string hash = base::sha256_hex(code.substr(0, 25));
  EXPECT_EQ(code.substr(25), to_base32(hash).substr(0, 2));
}

TEST(Codes, AreReadHoweverTheyAreTyped) {
  const std::string code = id_code(std::string(64, '0'));  // 0000-…
  std::string typed = " " + code + "\n";
  for (char& letter : typed) {
    if (letter == '0') letter = 'o';
    if (letter == '1') letter = 'l';
    if (letter == '-') letter = ' ';
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  }
  EXPECT_EQ(parse_short_code(typed), code);
  EXPECT_EQ(parse_short_code(plain_digits(code)), code);
}

TEST(Codes, SayWhatIsWrong) {
  const std::string code = id_code(base::sha256_hex("a test"));
  EXPECT_NE(refusal([&] { (void)parse_short_code(code.substr(0, 24)); }).find("22"),
            std::string::npos);
  EXPECT_NE(refusal([&] { (void)parse_short_code("U" + code.substr(1)); }).find("no code"),
            std::string::npos);
  EXPECT_NE(refusal([&] { (void)parse_short_code("Ж" + code.substr(1)); }).find("no code"),
            std::string::npos);
  std::string wrong = code;
  wrong[3] = wrong[3] == '7' ? '8' : '7';
  EXPECT_NE(refusal([&] { (void)parse_short_code(wrong); }).find("wrong"), std::string::npos);
  EXPECT_NE(refusal([&] { (void)parse_short_code(""); }), "");
}

RC_GTEST_PROP(Codes, ASlipOfOneDigitIsCaught, ()) {
  const std::string code = plain_digits(id_code(a_hash()));
  std::string wrong = code;
  const auto at = *rc::gen::inRange<std::size_t>(0, 20);
  wrong[at] = crockford[(crockford.find(wrong[at]) + *rc::gen::inRange<std::size_t>(1, 32)) % 32];
  // Of a thousand slips about one has the right check digits.
  int caught = 0;
  for (std::size_t other = 0; other < 20; ++other) {
    std::string slip = wrong;
    std::swap(slip[other], slip[(other + 7) % 20]);
    caught += slip != code && !refusal([&] { (void)parse_short_code(slip); }).empty() ? 1 : 0;
  }
  RC_ASSERT(caught >= 18);
}

RC_GTEST_PROP(Codes, ARecoveryCodeGivesItsSeedBack, ()) {
  const std::string seed = a_hash();
  const std::string code = recovery_code(seed);
  RC_ASSERT(code.size() == 4U * 19 + 3);
  RC_ASSERT(parse_recovery_code(code) == seed);
}

TEST(Codes, ARecoveryCodeNamesTheRowThatIsWrong) {
  const std::string code = recovery_code(base::sha256_hex("an invented seed"));
  for (std::size_t row = 0; row < 4; ++row) {
    std::string wrong = code;
    char& digit = wrong[row * 20 + 2];
    digit = digit == '7' ? '8' : '7';
    try {
      (void)parse_recovery_code(wrong);
      FAIL() << row;
    } catch (const base::Error& error) {
      EXPECT_NE(std::string(error.what()).find("row " + std::to_string(row + 1)), std::string::npos)
          << error.what();
    }
  }
  // The second and the third row in each other's place.
  const std::string swapped =
      code.substr(0, 20) + code.substr(40, 20) + code.substr(20, 20) + code.substr(60);
  EXPECT_NE(refusal([&] { (void)parse_recovery_code(swapped); }), "");
  EXPECT_NE(refusal([&] { (void)parse_recovery_code(code + "0"); }), "");
}

TEST(Codes, Base32GoesThereAndBack) {
  EXPECT_EQ(to_base32("0123456789abcdef0123"), "04HMASW9NF6YY093");
  EXPECT_EQ(from_base32("04HMASW9NF6YY093"), "0123456789abcdef0123");
  EXPECT_EQ(to_base32("abcd"), "NF6");  // a bit is left over
}

}  // namespace
}  // namespace sanaq::ledger
