#include "sanaq/pages/page_end.h"

#include <gtest/gtest.h>

#include "pages/a_view.h"

namespace sanaq::pages {
namespace {

PublicCorrection changed(const char* page, const char* before, const char* now) {
  return {"2026-02-01", page, "name", before, now, "", PublicCorrection::Kind::corrected};
}

TEST(PageEnd, SaysWhatChangedOnThisPageAlone) {
  PublicView view = test::a_view();
  view.corrections.add(changed("person/a.html", "A. Sampel", "A. Sample"));
  view.corrections.add(changed("person/b.html", "B. Sampel", "B. Sample"));
  const std::string end = page_end(view, "person/a.html", draw::Voice("en"));
  EXPECT_NE(end.find("A. Sampel"), std::string::npos);
  EXPECT_NE(end.find("2026-02-01"), std::string::npos);
  EXPECT_NE(end.find("no reason given"), std::string::npos);
  EXPECT_EQ(end.find("B. Sampel"), std::string::npos);
  EXPECT_NE(end.find("../corrections.html"), std::string::npos);
  EXPECT_NE(page_end(view, "index.html", draw::Voice("en")).find("Nothing that stands here"),
            std::string::npos);
}

TEST(PageEnd, TheWayToTheInvestigatorsIsALinkWhereItCanBeOne) {
  EXPECT_EQ(contact_link("office@example.org"), "mailto:office@example.org");
  EXPECT_EQ(contact_link("https://example.org/a?b=c"), "https://example.org/a?b=c");
  for (const char* text : {"", "a telephone", "javascript:alert(1)", "a@b@c", "@b", "a@",
                           "a@b?cc=d@e", "data:text/html,x", "https://a\"b", "a b@c"})
    EXPECT_EQ(contact_link(text), "") << text;
  PublicView view = test::a_view();
  EXPECT_NE(page_end(view, "index.html", draw::Voice("en")).find("have not said"),
            std::string::npos);
  view.contact = "<b>office@example.org";
  EXPECT_EQ(page_end(view, "index.html", draw::Voice("en")).find("<b>"), std::string::npos);
}

TEST(PageEnd, AValueIsWrittenAsThePageWritesIt) {
  const PublicView view = test::a_view();
  const auto said = [&](const char* page, const char* property, const char* before, const char* now,
                        const char* language) {
    return correction_sentence(
        view, {"2026-02-01", page, property, before, now, "", PublicCorrection::Kind::corrected},
        draw::Voice(language));
  };
  EXPECT_NE(
      said("act-type/killing.html", "date", "2011-12", "2011-12-16", "en").find("16 December 2011"),
      std::string::npos);
  EXPECT_NE(said("custody/c1.html", "arrested", "", "2012-01-05", "ru").find("5 января 2012"),
            std::string::npos);
  EXPECT_EQ(said("event/e1.html", "type", "", "strike", "kk").find("strike"), std::string::npos);
  EXPECT_NE(said("event/e1.html", "my own", "one", "two", "en").find("two"), std::string::npos);
}

TEST(PageEnd, ADayIsWrittenInTheLanguageOfThePage) {
  PublicView view = test::a_view();
  view.corrections.add(changed("person/a.html", "A. Sampel", "A. Sample"));
  EXPECT_NE(page_end(view, "person/a.html", draw::Voice("ru")).find(">1 февраля 2026"),
            std::string::npos);
}

TEST(PageEnd, AClosedCorrectionIsNamedWithoutItsWords) {
  PublicCorrection one = changed("person/a.html", "", "");
  EXPECT_EQ(correction_sentence(test::a_view(), one, draw::Voice("en")),
            "corrected; withdrawn since");
  one.kind = PublicCorrection::Kind::withdrawn;
  EXPECT_EQ(correction_sentence(test::a_view(), one, draw::Voice("en")), "withdrawn");
}

}  // namespace
}  // namespace sanaq::pages
