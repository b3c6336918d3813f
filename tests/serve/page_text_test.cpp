#include "sanaq/serve/page_text.h"

#include <gtest/gtest.h>

#include "sanaq/base/error.h"

namespace sanaq::serve {
namespace {

const PageNames names = {{"text", "other"}, {"wrong", "deep"}};

std::string filled(const std::string& page, const Filling& filling) {
  return PageText(page, names, "guard.html").filled(filling);
}

TEST(PageText, PlacesAreFilledAndEscaped) {
  EXPECT_EQ("<p>&lt;b&gt; &amp; &quot;&#39;</p>",
            filled("<p>{%text%}</p>", {{{"text", "<b> & \"'"}}, {}}));
  EXPECT_EQ("ab", filled("a{%text%}b", {}));
  EXPECT_EQ("", filled("", {}));
}

TEST(PageText, WhatIsFilledInIsNeverLookedAtAgain) {
  EXPECT_EQ("{%other%}{%if wrong%}",
            filled("{%text%}", {{{"text", "{%other%}{%if wrong%}"}, {"other", "secret"}}, {}}));
}

TEST(PageText, PartsAreShownWholeOrNotAtAll) {
  const std::string page =
      "a{%if wrong%}b{%text%}{%if deep%}c{%end deep%}{%end wrong%}{%if not wrong%}d{%end wrong%}e";
  EXPECT_EQ("ade", filled(page, {{{"text", "x"}}, {"deep"}}));
  EXPECT_EQ("abxe", filled(page, {{{"text", "x"}}, {"wrong"}}));
  EXPECT_EQ("abxce", filled(page, {{{"text", "x"}}, {"wrong", "deep"}}));
}

TEST(PageText, WhatIsNoPlaceIsNamedWithItsLine) {
  for (const char* const page :
       {"\n{%unknown%}", "\n{%if unknown%}{%end unknown%}", "\n{%text", "\n{%if wrong%}",
        "\n{%end wrong%}", "\n{%if wrong%}{%if deep%}{%end wrong%}{%end deep%}", "\n{% text %}",
        "\n{%if text%}{%end text%}", "\n{%wrong%}"}) {
    try {
      const PageText text(page, names, "server/ru/guard.html");
      ADD_FAILURE() << page;
    } catch (const base::Error& error) {
      EXPECT_NE(std::string::npos, std::string(error.what()).find("server/ru/guard.html, line 2:"))
          << error.what();
    }
  }
}

}  // namespace
}  // namespace sanaq::serve
