#include "sanaq/publish/log_cosignatures.h"

#include <gtest/gtest.h>

#include "help/note_signer.h"
#include "help/scratch.h"
#include "sanaq/base/error.h"

namespace sanaq::publish {
namespace {

using Lines = std::vector<log::NoteSignature>;

const std::string body = "town/log\n256\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n";

class CosignaturesOfTwo : public testing::Test {
 protected:
  [[nodiscard]] static std::string line_of(const help::NoteSigner& witness,
                                           const std::string& text = body, int time = 5) {
    return signature_line(cosign_note(witness.key, text, time, witness.sign)) + "\n";
  }
  Lines take(const std::string& text, const std::vector<log::NoteKey>& witnesses,
             const Lines& kept = {}) {
    said_.clear();
    return with_cosignatures(body, {log_.key}, kept,
                             parse_cosignatures("back.txt", text, witnesses), said_);
  }
  std::string refusal(const std::string& text) {
    try {
      (void)take(text, {first_.key, second_.key});
    } catch (const base::Error& error) {
      EXPECT_EQ(error.kind(), base::Kind::bad_input);
      return error.message().english();
    }
    return "";
  }
  help::NoteSigner log_{"town/log", log::ed25519_type, 1};
  help::NoteSigner first_{"first.example", log::cosignature_type, 2};
  help::NoteSigner second_{"second.example", log::cosignature_type, 3};
  std::vector<base::Message> said_;
};

TEST_F(CosignaturesOfTwo, AreTakenAndOfOneWitnessTheNewLineStandsForTheOld) {
  const Lines both = take(line_of(first_) + "\n" + line_of(second_), {first_.key, second_.key});
  EXPECT_EQ(both.size(), 2u);
  EXPECT_TRUE(said_.empty());
  const Lines again = take(line_of(first_, body, 9), {first_.key}, both);
  ASSERT_EQ(again.size(), 2u);
  EXPECT_EQ(cosigned_at({body, again}, first_.key), 9);
  EXPECT_EQ(cosigned_at({body, again}, second_.key), 5);
}

TEST_F(CosignaturesOfTwo, AreTakenFromAWholeCopyOfTheCheckpointWithoutTheLogsOwnLine) {
  const log::Note note{
      body, {sign_note(log_.key, body, log_.sign), cosign_note(first_.key, body, 5, first_.sign)}};
  const Lines lines = take(log::note_text(note), {first_.key});
  ASSERT_EQ(lines.size(), 1u);
  EXPECT_EQ(lines[0].name, "first.example");
  EXPECT_NE(refusal(log::note_text({"other/log\n1\nx\n", note.signatures})).find("another state"),
            std::string::npos);
}

TEST_F(CosignaturesOfTwo, OfNobodyWeKnowAreKeptAndThatIsSaid) {
  const log::NoteSignature unknown{"strange.example",
                                   "\xFF"
                                   "123 of a type that nobody knows"};
  EXPECT_EQ(take(signature_line(unknown) + "\n", {first_.key}), Lines{unknown});
  ASSERT_EQ(said_.size(), 1u);
  EXPECT_NE(said_[0].english().find("row 1"), std::string::npos);
}

TEST_F(CosignaturesOfTwo, ThatDoNotHoldAreRefusedWithTheirRow) {
  const std::string other = "town/log\n512\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n";
  EXPECT_NE(refusal(line_of(first_) + line_of(second_, other)).find("back.txt, row 2"),
            std::string::npos);
  EXPECT_NE(refusal(line_of(first_) + "\nrubbish\n").find("back.txt, row 3"), std::string::npos);
  const auto own = signature_line(sign_note(log_.key, body, log_.sign)) + "\n";
  EXPECT_NE(refusal(own).find("log's own key"), std::string::npos);
  EXPECT_NE(refusal("").find("no line of a witness"), std::string::npos);
  EXPECT_NE(refusal("\n\n").find("no line of a witness"), std::string::npos);
}

TEST_F(CosignaturesOfTwo, AreNotMoreThanANoteMayHave) {
  std::string text;
  for (int number = 0; number < 70; ++number)
    text += line_of({"w" + std::to_string(number), log::cosignature_type, number + 5});
  EXPECT_NE(refusal(text).find("at most"), std::string::npos);
}

TEST_F(CosignaturesOfTwo, AreKeptBesideTheOpenings) {
  const help::Scratch scratch;
  EXPECT_TRUE(read_cosignatures(scratch.path(), 256).empty());
  const Lines lines = {cosign_note(first_.key, body, 5, first_.sign)};
  keep_cosignatures(scratch.path(), 256, lines);
  EXPECT_EQ(read_cosignatures(scratch.path(), 256), lines);
  EXPECT_TRUE(read_cosignatures(scratch.path(), 512).empty());
  scratch.write("publication/openings/256.cosignatures", "rubbish\n");
  EXPECT_THROW((void)read_cosignatures(scratch.path(), 256), base::Error);
}

TEST_F(CosignaturesOfTwo, OfAnotherOfficeAreTakenBesideOurOwn) {
  const help::Scratch scratch;
  const auto first = cosign_note(first_.key, body, 5, first_.sign);
  const auto second = cosign_note(second_.key, body, 6, second_.sign);
  keep_cosignatures(scratch / "here", 256, {first});
  keep_cosignatures(scratch / "there", 256,
                    {cosign_note(first_.key, body, 9, first_.sign), second});
  merge_cosignatures(scratch / "here", scratch / "there", 256);
  EXPECT_EQ(read_cosignatures(scratch / "here", 256), (Lines{first, second}));
  merge_cosignatures(scratch / "empty", scratch / "nothing", 256);
  EXPECT_TRUE(read_cosignatures(scratch / "empty", 256).empty());
}

}  // namespace
}  // namespace sanaq::publish
