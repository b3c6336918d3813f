#include "sanaq/draw/spoken_templates.h"

#include <gtest/gtest.h>

namespace sanaq::draw {
namespace {

std::string_view source(std::string_view name) {
  return name == "greeting" ? "<p>[[Skip to the text]] {{name}} {{{markup}}}</p>" : "";
}

TEST(SpokenTemplates, SentencesAreSaidAndValuesEscaped) {
  TemplateData data;
  data.set("name", "<b>");
  data.set("markup", "<i>");
  EXPECT_EQ("<p>Skip to the text &lt;b&gt; <i></p>",
            render_template(&source, "greeting", Voice("en"), data));
  EXPECT_EQ(std::string::npos,
            render_template(&source, "greeting", Voice("ru"), data).find("Skip"));
}

TEST(SpokenTemplates, TheSentencesOfATemplate) {
  EXPECT_EQ(std::vector<std::string>{"Skip to the text"},
            sentences_of_template(source("greeting")));
}

}  // namespace
}  // namespace sanaq::draw
