#include "sanaq/publish/log_witness.h"

#include <gtest/gtest.h>

#include "help/plain_site.h"
#include "help/scratch.h"
#include "sanaq/base/error.h"

namespace sanaq::publish {
namespace {

const std::string seed(64, '5');

CheckedLog checked_at(const help::PlainSite& made, const std::string& site) {
  made.write_to(site);
  base::Progress progress;
  return verify_log(site, progress);
}

}  // namespace

TEST(LogWitness, ItsKeyAndWhatItSawAreReadBack) {
  const std::string text = witness_key_text("witness.example", seed);
  EXPECT_EQ(text.substr(0, 29), "PRIVATE+KEY+witness.example+" + text.substr(28, 1));
  const WitnessKey key = parse_witness_key(text);
  EXPECT_EQ(key.key.name, "witness.example");
  EXPECT_THROW((void)parse_witness_key(text.substr(1)), base::Error);
  EXPECT_THROW((void)witness_key_text("two words", seed), base::Error);
  const WitnessState state = {{"a", {"a", 5, log::sha256("a"), {}}},
                              {"b", {"b", 6, log::sha256("b"), {}}}};
  EXPECT_EQ(parse_witness_state(witness_state_text(state)), state);
  EXPECT_THROW((void)parse_witness_state("5 AAAA a\n"), base::Error);
  EXPECT_TRUE(parse_witness_state("").empty());
}

TEST(LogWitness, SignsWhatContinuesAndRefusesWhatDoesNot) {
  const help::Scratch scratch;
  const WitnessKey key = parse_witness_key(witness_key_text("witness.example", seed));
  help::PlainSite made;
  made.publish({}, {R"({"n":1})"});
  const help::PlainSite before = made;
  WitnessState state;
  CheckedLog checked = checked_at(made, scratch / "site");
  const auto line = witness_site(scratch / "site", checked, key, 1'700'000'000, state);
  checked.seen.checkpoint.note.signatures.push_back(line);
  EXPECT_EQ(cosigned_at(checked.seen.checkpoint.note, key.key), 1'700'000'000);
  check_witnesses({key.key}, 1, checked);
  EXPECT_TRUE(checked.report.is_whole());
  check_witnesses({key.key}, 2, checked);
  EXPECT_EQ(checked.report.findings.back().word, LogWord::unwitnessed);

  made.publish({}, {R"({"n":2})"});
  CheckedLog grown = checked_at(made, scratch / "site");
  (void)witness_site(scratch / "site", grown, key, 1, state);
  EXPECT_EQ(state.at("example.org/count").size, 512U);
  // Put back to what it was.
  const CheckedLog back = checked_at(before, scratch / "site");
  EXPECT_THROW((void)witness_site(scratch / "site", back, key, 2, state), base::Error);
  // Another tree of the same size.
  help::PlainSite forked = before;
  forked.publish({}, {R"({"n":3})"});
  const CheckedLog other = checked_at(forked, scratch / "site");
  EXPECT_THROW((void)witness_site(scratch / "site", other, key, 2, state), base::Error);
  EXPECT_EQ(state.at("example.org/count").size, 512U);
}

}  // namespace sanaq::publish
