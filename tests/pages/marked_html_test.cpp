#include "sanaq/pages/marked_html.h"

#include <gtest/gtest.h>

#include "pages/an_article.h"

namespace sanaq::pages {
namespace {

std::string html(const std::string& markdown, const char* language = "en", int level = 1) {
  return marked_html(test::a_public_case(), *articles::read_markdown(markdown), "articles/a.html",
                     draw::Voice(language), level);
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST(MarkedHtml, EveryPartBecomesItsElement) {
  const std::string out = html(
      "# H\n\n> q\n\n- a\n\n3. c\n\n```\nx < y\n```\n\n---\n\n|a|\n|---|\n|1|\n\n*e* **s** ~~d~~ "
      "`c`\\\nnext");
  for (const char* part :
       {"<h2 id=\"h\">H</h2>", "<blockquote>", "<ul>\n<li>a</li>", "<ol start=\"3\">",
        "<pre tabindex=\"0\"><code>x &lt; y\n</code></pre>", "<hr>",
        "role=\"region\" tabindex=\"0\"", "<th scope=\"col\">a</th>", "<td>1</td>", "<em>e</em>",
        "<strong>s</strong>", "<del>d</del>", "<code>c</code>", "<br>"})
    EXPECT_TRUE(has(out, part)) << part << "\n" << out;
}

TEST(MarkedHtml, WhatIsMarkupInATextIsTextOnThePage) {
  const std::string out = html("a <script>alert(1)</script> & \"b\" \u202E");
  EXPECT_FALSE(has(out, "<script"));
  EXPECT_TRUE(has(out, "&lt;script&gt;"));
  EXPECT_FALSE(has(out, "\u202E"));
}

TEST(MarkedHtml, HeadingsStandBelowThatOfThePageAndHaveAddressesOfTheirOwn) {
  EXPECT_TRUE(has(html("# Main\n\n# Main\n"), "<h2 id=\"main-2\">Main</h2>\n<h2 id=\"main-3\">"));
  EXPECT_TRUE(has(html("## Section\n\n### Part\n"), "<h2 id=\"section\">Section</h2>\n<h3"));
  EXPECT_TRUE(has(html("# Top\n\n###### Deep\n"), "<h6"));
  EXPECT_TRUE(has(html("# Part\n", "en", 2), "<h3"));
}

TEST(MarkedHtml, LinksAreRelativeToThePage) {
  EXPECT_TRUE(has(html("[x](page:case.html#y)"), "<a href=\"../case.html#y\">x</a>"));
  EXPECT_TRUE(
      has(html("[x](file:articles/files/p.pdf)", "ru"), "<a href=\"../../articles/files/p.pdf\">"));
  EXPECT_TRUE(has(html("![a *b*](file:articles/files/p.jpg)"),
                  "<img src=\"../articles/files/p.jpg\" alt=\"a b\""));
  EXPECT_TRUE(
      has(html("[x](https://example.org/?a=1&b=2)"),
          "href=\"https://example.org/?a=1&amp;b=2\" rel=\"external nofollow noreferrer\""));
}

TEST(MarkedHtml, ReferencesAreLive) {
  EXPECT_TRUE(has(html("[[person:00000000000000aa]]"),
                  "href=\"../person/00000000000000aa.html\"><bdi>Айбар Танбаев</bdi>"));
  EXPECT_TRUE(has(html("[[event:strike]]"), "href=\"../event/strike.html\"><bdi>The strike</bdi>"));
  EXPECT_TRUE(has(html("[[event:strike|it *began*]]"), ">it <em>began</em></a>"));
  EXPECT_EQ(test::times(html("[a [[event:strike]] b](page:case.html)"), "<a "), 1u);
  EXPECT_TRUE(has(html("[[number:documented]]"), "<bdi>210–215</bdi>"));
}

TEST(MarkedHtml, FirstWordsAreThoseOfTheFirstParagraph) {
  const PublicView view = test::a_public_case();
  const draw::Voice voice("en");
  const auto words = [&](const std::string& markdown, std::size_t letters_max) {
    return first_words(view, *articles::read_markdown(markdown), voice, letters_max);
  };
  EXPECT_EQ(words("# Title\n\nSome *marked*\nwords here.\n\nMore.", 100),
            "Some marked words here.");
  EXPECT_EQ(words("Some *marked*\nwords here.", 12), "Some marked …");
  EXPECT_EQ(words("", 12), "");
  // A sentence without its number would say something else.
  EXPECT_EQ(words("We know [[number:documented]] names of [[event:strike|that time]].", 100),
            "We know 210–215 names of that time.");
  EXPECT_EQ(words("[[demands:unit]]\n\nThen words.", 100), "Then words.");
}

TEST(MarkedHtml, ATextIsCutBehindAWordAndNeverWithinALetter) {
  EXPECT_EQ(shortened("Үш жыл өтті", 7), "Үш жыл …");
  EXPECT_EQ(shortened("Үш жыл", 6), "Үш жыл");
  EXPECT_EQ(shortened("ҮҮҮҮ", 2), "ҮҮ …");
}

}  // namespace sanaq::pages
