#include "sanaq/ledger/checkpoint.h"

#include <gtest/gtest.h>

#include "ledger/a_ledger.h"
#include "sanaq/base/error.h"

namespace sanaq::ledger {

TEST(Checkpoint, ACodeIsReadBackAsPeopleTypeIt) {
  const std::string self = "00ff" + std::string(60, 'a');
  const std::string code = code_text(1204, self);
  EXPECT_TRUE(code.starts_with("1204-")) << code;
  for (std::string typed : {code, " " + code + "\n"}) {
    EXPECT_EQ(parse_code(typed).self_start, self.substr(0, 40));
    EXPECT_EQ(parse_code(typed).entry_count, 1204);
    for (char& letter : typed)
      letter = letter == '-'   ? ' '
               : letter == '0' ? 'o'
               : letter == '1' ? 'l'
                               : static_cast<char>(std::tolower(letter));
    EXPECT_EQ(parse_code(typed).self_start, self.substr(0, 40));
    EXPECT_EQ(parse_code(typed).entry_count, 1204);
  }
}

TEST(Checkpoint, ASlipOfThePenIsCaught) {
  const std::string code = code_text(17, std::string(64, '3'));
  int passed = 0;
  for (std::size_t at = 0; at < code.size(); ++at) {
    if (code[at] == '-') continue;
    std::string wrong = code;
    wrong[at] = wrong[at] == '7' ? '8' : '7';
    try {
      (void)parse_code(wrong);
      ++passed;
    } catch (const base::Error& error) {
      EXPECT_EQ(error.kind(), base::Kind::usage);
    }
  }
  EXPECT_LE(passed, 1);
  EXPECT_THROW((void)parse_code("hello"), base::Error);
}

TEST(Checkpoint, TheSignedTextIsAsTheFormatPageGivesIt) {
  const Heads heads = {{std::string(64, 'b'), {7, std::string(64, 'c')}},
                       {std::string(64, 'a'), {12, std::string(64, 'd')}}};
  EXPECT_EQ(checkpoint_text(heads), "sanaq checkpoint 1\n" + std::string(64, 'a') + " 12 " +
                                        std::string(64, 'd') + "\n" + std::string(64, 'b') + " 7 " +
                                        std::string(64, 'c') + "\n");
  EXPECT_EQ(entry_count(heads), 19);
}

}  // namespace sanaq::ledger
