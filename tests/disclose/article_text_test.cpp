#include "sanaq/disclose/article_text.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "evidence/made_files.h"
#include "help/scratch.h"
#include "investigation/invented_outcome.h"
#include "sanaq/base/error.h"
#include "sanaq/disclose/disclose.h"

namespace sanaq::disclose {
namespace {

using articles::Part;
using articles::Piece;

class ArticleTextTest : public testing::Test {
 protected:
  ArticleTextTest() {
    std::filesystem::create_directories(scratch_ / "articles/files");
    outcome_.folder = scratch_.path();
    view_ = disclose(outcome_);
  }

  // The file says its text from line 5 on.
  articles::MarkedText open(const std::string& markdown) {
    texts_ = std::make_unique<ArticleTexts>(outcome_, people_, text_, view_);
    return texts_->open(
        articles::read_article("a.en.md", "---\ntitle: x\nvisibility: public\n---\n" + markdown));
  }
  std::string stopped(const std::string& markdown) {
    try {
      (void)open(markdown);
    } catch (const base::Error& error) {
      return error.what();
    }
    return {};
  }
  [[nodiscard]] std::string target(const articles::MarkedText& text) const {
    for (const Piece& piece : text) {
      if (piece.kind == Piece::Kind::open && !piece.text.empty()) return piece.text;
    }
    return {};
  }
  [[nodiscard]] std::string words(const articles::MarkedText& text) const {
    std::string out;
    for (const Piece& piece : text) {
      if (piece.kind == Piece::Kind::text) out += piece.text;
    }
    return out;
  }

  help::Scratch scratch_;
  investigation::Outcome outcome_ = investigation::test::invented_outcome();
  base::Progress silent_;
  investigation::OpenRegister shown_ = shown_register(outcome_, silent_);
  investigation::OpenPeople people_{outcome_, shown_, {}};
  PublicText text_{outcome_, people_};
  pages::PublicView view_;
  std::unique_ptr<ArticleTexts> texts_;
};

TEST_F(ArticleTextTest, ALinkThatMayNotLeaveBecomesItsTextAndIsTold) {
  const auto text = open("Go [there *now*](javascript:alert(1)).\n");
  EXPECT_EQ(words(text), "Go there now.");
  EXPECT_EQ(target(text), "");
  ASSERT_EQ(texts_->warnings().size(), 1u);
  EXPECT_TRUE(texts_->warnings()[0].english().starts_with("articles/a.en.md:5:"));
}

TEST_F(ArticleTextTest, LinksWithinTheSiteLeadToPagesThatAreThere) {
  const std::string person = view_.persons.front().id;
  EXPECT_EQ(target(open("[x](../person/" + person + ".html)")), "page:person/" + person + ".html");
  EXPECT_EQ(target(open("[x](../method.html#limits)")), "page:method.html#limits");
  for (const char* gone : {"../person/00000000000000aa.html", "other.html", "../event/no.html",
                           "../sections/no.html", "../person/", "files/", "../sanaq.css"})
    EXPECT_EQ(target(open(std::string("[x](") + gone + ")")), "") << gone;
}

TEST_F(ArticleTextTest, APictureLeavesCleanedAndUnderAnotherName) {
  scratch_.write("articles/files/Aigul at home.jpg", evidence::photo_jpeg());
  const auto text = open("![The square](<files/Aigul at home.jpg>)");
  ASSERT_EQ(texts_->files().size(), 1u);
  EXPECT_EQ(target(text), "file:" + texts_->files()[0].path);
  EXPECT_EQ(texts_->files()[0].path.find("Aigul"), std::string::npos);
  EXPECT_EQ(texts_->files()[0].bytes->find("Inventova"), std::string::npos);
  EXPECT_TRUE(texts_->warnings().empty());
}

TEST_F(ArticleTextTest, APictureFromElsewhereBecomesItsText) {
  scratch_.write("articles/files/a.svg", "<svg/>");
  for (const char* source : {"https://example.org/a.jpg", "data:image/png;base64,x", "../a.jpg",
                             "files/nothing.jpg", "files/a.svg", "files/../../lists/a.jpg"}) {
    const auto text = open(std::string("![alone](") + source + ")");
    EXPECT_EQ(words(text), "alone") << source;
    EXPECT_EQ(target(text), "") << source;
    EXPECT_FALSE(texts_->warnings().empty()) << source;
  }
  EXPECT_TRUE(texts_->files().empty());
}

TEST_F(ArticleTextTest, APersonIsNamedByAnythingThatLeadsToAPage) {
  const std::string page = view_.persons.front().id;
  EXPECT_EQ(target(open("[[person:" + page + "]]")), "person:" + page);
}

TEST_F(ArticleTextTest, AReferenceToWhatIsClosedOrUnknownStopsWithFileAndLine) {
  const std::string closed_list = "prosecutor:" + outcome_.records.ids[0];
  for (const std::string& reference :
       {std::string("person:00000000000000aa"), "person:" + closed_list, std::string("person:"),
        std::string("event:nothing"), std::string("number:truth"), std::string("demands:nobody"),
        std::string("article:none"), std::string("nonsense"), std::string("act:a1")}) {
    const std::string said = stopped("Text.\n\nSee [[" + reference + "]].\n");
    EXPECT_TRUE(said.starts_with("articles/a.en.md:7:")) << reference << " " << said;
  }
  EXPECT_EQ(stopped("See [[number:documented]]."), "");
}

TEST_F(ArticleTextTest, AReferenceThatIsNotClosedDoesNotStandOnThePage) {
  EXPECT_NE(stopped("See [[person:SENTINEL\n\nnext"), "");
  EXPECT_NE(stopped("See [[person:" + std::string(150, 'x') + "]]"), "");
  EXPECT_EQ(stopped("An array a[[1]] in `[[person:x]]`?").find("person"), std::string::npos);
}

TEST_F(ArticleTextTest, InternalAddressesAndHashesDoNotLeaveInAText) {
  const std::string hash = base::sha256_hex("a sealed photograph");
  const auto text = open("As in " + outcome_.record_ids[0] + " and `" + hash + "`.");
  EXPECT_EQ(words(text).find(outcome_.record_ids[0]), std::string::npos);
  EXPECT_EQ(words(text).find(hash), std::string::npos);
  EXPECT_EQ(texts_->warnings().size(), 2u);
}

}  // namespace
}  // namespace sanaq::disclose
