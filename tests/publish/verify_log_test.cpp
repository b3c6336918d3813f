#include "sanaq/publish/verify_log.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <random>

#include "help/plain_site.h"
#include "help/scratch.h"
#include "sanaq/base/system.h"

namespace sanaq::publish {
namespace {

// Whether a finding that is damage names this place, or what it leads to.
bool names(const LogReport& report, const std::string& place) {
  for (const LogFinding& finding : report.findings)
    if (finding.word < LogWord::withdrawn &&
        (finding.place == place || finding.place.starts_with(place)))
      return true;
  return false;
}

std::string all_of(const LogReport& report) {
  std::string text;
  for (const LogFinding& finding : report.findings)
    text += word_text(finding.word) + " " + finding.place + ": " + finding.what.english() + "\n";
  return text;
}

class VerifyLog : public testing::Test {
 protected:
  VerifyLog() : site_(scratch_ / "site") {
    made_.keep = {".well-known/", "robots.txt"};
    made_.page_of_entries = "person/1.entries.json";
    shown_ = made_.publish({{"index.html", "<p>one</p>"}, {"person/1.html", "<p>A</p>"}},
                           {R"({"kind":"claim","n":1})", R"({"kind":"claim","n":2})"});
    closing_ = R"({"closes":[)" + std::to_string(shown_[0]) +
               R"(],"ground":"consent","kind":"withdrawal"})";
    made_.publish({{"index.html", "<p>two</p>"}, {"person/1.html", "<p>A</p>"}},
                  {R"({"kind":"claim","n":3})", closing_}, {{shown_[0], 1}});
    made_.write_to(site_);
  }
  LogReport report() {
    base::Progress progress;
    return verify_log(site_, progress).report;
  }
  void put(const std::string& path, const std::string& bytes) {
    base::make_folder(base::join(site_, base::parent_folder(path)));
    base::write_file_whole(base::join(site_, path), bytes);
  }

  help::Scratch scratch_;
  std::string site_, closing_;
  help::PlainSite made_;
  std::vector<std::uint64_t> shown_;
};

}  // namespace

TEST_F(VerifyLog, ASiteAsItWasPublishedIsWhole) {
  put("robots.txt", "kept");
  put(".well-known/security.txt", "kept");
  const LogReport seen = report();
  EXPECT_TRUE(seen.is_whole()) << all_of(seen);
  EXPECT_EQ(seen.size, 512U);
  EXPECT_EQ(seen.open, 3U);
  EXPECT_EQ(seen.publications, 2U);
  EXPECT_EQ(seen.code, made_.code());
}

// A site of two publications and few leaves, so that all its bits can be tried.
TEST_F(VerifyLog, EveryBitOfASmallSiteThatIsFlippedIsNamed) {
  help::PlainSite small;
  small.step = 4;
  small.room = 1;
  small.page_of_entries = "person/1.entries.json";
  const auto shown = small.publish({{"index.html", "<p>one</p>"}}, {R"({"n":1})"});
  small.publish(
      {{"index.html", "<p>two</p>"}, {"person/1.html", "<p>A</p>"}},
      {R"({"closes":[)" + std::to_string(shown[0]) + R"(],"ground":"order","kind":"withdrawal"})"},
      {{shown[0], 0}});
  small.write_to(site_);
  ASSERT_TRUE(report().is_whole()) << all_of(report());
  std::size_t bits = 0;
  for (const auto& [path, bytes] : small.files()) {
    for (std::size_t at = 0; at < bytes.size() * 8; ++at, ++bits) {
      std::string altered = bytes;
      altered[at / 8] = static_cast<char>(altered[at / 8] ^ 1 << at % 8);
      std::ofstream(base::join(site_, path), std::ios::binary) << altered;
      const LogReport seen = report();
      ASSERT_TRUE(names(seen, path) || names(seen, "index ")) << path << " " << at << all_of(seen);
    }
    std::ofstream(base::join(site_, path), std::ios::binary) << bytes;
  }
  EXPECT_TRUE(report().is_whole());
  EXPECT_GT(bits, 20'000u);
}

// A dozen bits of each file of a site whose files are as large as those of sanaq.
TEST_F(VerifyLog, AnyBitThatIsFlippedIsNamedWithItsFile) {
  std::mt19937 random(7);
  for (const auto& [path, bytes] : made_.files()) {
    const std::size_t bits = bytes.size() * 8, step = std::max<std::size_t>(1, bits / 12);
    for (std::size_t at = random() % step; at < bits; at += step) {
      std::string altered = bytes;
      altered[at / 8] = static_cast<char>(altered[at / 8] ^ (1 << at % 8));
      put(path, altered);
      const LogReport seen = report();
      EXPECT_TRUE(names(seen, path)) << path << " at " << at << "\n" << all_of(seen);
    }
    put(path, bytes);
  }
  EXPECT_TRUE(report().is_whole());
}

TEST_F(VerifyLog, ATreeWhoseLevelsAreJustFullIsReadAsAnyOther) {
  std::vector<std::string> forms;
  for (int number = 0; number < 65'536 - 64; ++number)
    forms.push_back(R"({"n":)" + std::to_string(number) + "}");
  help::PlainSite large;
  large.publish({{"index.html", "<p>one</p>"}}, forms);
  ASSERT_EQ(large.size(), 65'536U);
  large.write_to(site_);
  EXPECT_TRUE(report().is_whole()) << all_of(report());
  for (const std::string tile :
       {"log/tile/2/000.p/1", "log/tile/1/000", "log/tile/0/255", "log/tile/entries/255"}) {
    std::string bytes = large.files().at(tile);
    bytes[20] = static_cast<char>(bytes[20] ^ 1);
    put(tile, bytes);
    EXPECT_TRUE(names(report(), tile)) << tile << all_of(report());
    put(tile, large.files().at(tile));
  }
}

TEST_F(VerifyLog, AnyFileThatIsGoneOrAddedIsNamed) {
  for (const auto& [path, bytes] : made_.files()) {
    base::remove_file(base::join(site_, path));
    // Without a checkpoint it is no site; an older partial tile may go.
    if (path != log_checkpoint_file && path != "log/tile/1/000.p/1") {
      EXPECT_TRUE(names(report(), path)) << path;
    }
    put(path, bytes);
    put(path + ".x", "x");
    EXPECT_TRUE(names(report(), path + ".x")) << path << all_of(report());
    base::remove_file(base::join(site_, path + ".x"));
  }
  for (const char* path : {"robots.html", ".well-known/x.js", "log/tile/2/000", "log/open/1.txt",
                           "log/publication/100.json", "log/tile/0/000.p/07", "other/page.html"}) {
    put(path, "x");
    EXPECT_TRUE(names(report(), path)) << path;
    base::remove_file(base::join(site_, path));
  }
}

TEST_F(VerifyLog, AnOlderPartialTileMayStayAndMustBeABeginning) {
  EXPECT_TRUE(made_.files().contains("log/tile/1/000.p/1"));
  EXPECT_TRUE(report().is_whole());
  put("log/tile/0/001.p/3", made_.files().at("log/tile/0/001").substr(0, 96));
  EXPECT_TRUE(report().is_whole()) << all_of(report());
  put("log/tile/0/001.p/3", made_.files().at("log/tile/0/000").substr(0, 96));
  EXPECT_TRUE(names(report(), "log/tile/0/001.p/3"));
}

TEST_F(VerifyLog, LeavesReorderedDroppedOrDoubledAreNamed) {
  const std::string path = "log/tile/entries/000", bundle = made_.files().at(path);
  const std::size_t one = 2 + 87;  // length and {"commitment":"…","v":1}
  ASSERT_EQ(bundle.size(), 256 * one);
  put(path, bundle.substr(one, one) + bundle.substr(0, one) + bundle.substr(2 * one));
  EXPECT_TRUE(names(report(), path));
  put(path, bundle.substr(one));
  EXPECT_TRUE(names(report(), path));
  put(path, bundle.substr(0, one) + bundle);
  EXPECT_TRUE(names(report(), path));
}

// A publisher who signs anew what he altered: the hashes fit, and what was opened does not.
TEST_F(VerifyLog, AnOpeningDroppedAndCalledPaddingIsNamed) {
  help::PlainSite liar;
  const auto shown = liar.publish({}, {R"({"n":1})", R"({"n":2})"});
  liar.publish({}, {R"({"n":3})"}, {{shown[0], 0}});  // closed by a leaf that says nothing of it
  liar.write_to(site_);
  EXPECT_TRUE(names(report(), "log/open/512.txt")) << all_of(report());
}

TEST_F(VerifyLog, ALeafOfAnotherLogIsNamed) {
  help::PlainSite other;
  const auto shown = other.publish({}, {R"({"n":1,"origin":"example.org/other"})"});
  other.write_to(site_);
  EXPECT_TRUE(names(report(), place_of_leaf(shown[0]))) << all_of(report());
}

TEST_F(VerifyLog, ACheckpointOfManyLeavesThatAreNotThereIsRefusedAtOnce) {
  const std::string text = "example.org/count\n9007199254740992\n" + std::string(43, 'A') + "=\n";
  put(log_checkpoint_file,
      log::note_text({text, {log::sign_note(made_.signer.key, text, made_.signer.sign)}}));
  EXPECT_TRUE(names(report(), "log/tile/"));
}

TEST_F(VerifyLog, ALinkInThePlaceOfAFileIsNoFile) {
  base::remove_file(base::join(site_, "index.html"));
  ASSERT_EQ(std::system(("ln -s person/1.html " + site_ + "/index.html").c_str()), 0);
  EXPECT_TRUE(names(report(), "index.html"));
}

}  // namespace sanaq::publish
