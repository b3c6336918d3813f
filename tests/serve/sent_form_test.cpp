#include "sanaq/serve/sent_form.h"

#include <gtest/gtest.h>

#include "serve/a_reception.h"

namespace sanaq::serve {
namespace {

http::Form read(const std::string& text, const std::string& type) {
  http::Request request;
  request.headers = {{"Content-Type", type}};
  TextBody body(text, type);
  return sent_form(request, body);
}

TEST(SentForm, IsReadInBothEncodings) {
  EXPECT_EQ("Аяз",
            read("name=%D0%90%D1%8F%D0%B7", "application/x-www-form-urlencoded").value("name"));
  EXPECT_EQ("Аяз", read("--B\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\nАяз\r\n--B--",
                        "multipart/form-data; boundary=B")
                       .value("name"));
}

TEST(SentForm, WithVeryManyFieldsIsReadNoFurther) {
  std::string text;
  for (int count = 0; count < 200; ++count)
    text += "--B\r\nContent-Disposition: form-data; name=\"f\"\r\n\r\nx\r\n";
  EXPECT_LT(read(text + "--B--", "multipart/form-data; boundary=B").fields.size(), 60U);
}

TEST(SentForm, TextIsUtf8WithPlainLines) {
  EXPECT_EQ("a\nb\nc\n\td", cleaned_text("a\r\nb\rc\n\td"));
  EXPECT_EQ(
      "a\xef\xbf\xbd"
      "b",
      cleaned_text("a\xff"
                   "b"));
  EXPECT_EQ("ab", cleaned_text(std::string("a\0\x1b\x7f\xc2\x85"
                                           "b",
                                           7)));
  const std::string bidi =
      "\xe2\x80\xae"
      "text";
  EXPECT_EQ(bidi, cleaned_text(bidi)) << "how it is shown is the pages' to say";
}

TEST(SentForm, ANameIsOneShortLine) {
  EXPECT_EQ("a b", one_line("  a \r\n\t b ", 80));
  EXPECT_EQ("Ая", one_line("Аяз", 2));
  EXPECT_EQ("", one_line(" \n", 80));
}

TEST(SentForm, LengthIsInLettersAndInBytes) {
  EXPECT_EQ(3U, letter_count("Аяз"));
  EXPECT_EQ(0U, letters_over("Аяз", 3, 12));
  EXPECT_EQ(1U, letters_over("Аяз", 2, 12));
  EXPECT_EQ(1U, letters_over("Аяз", 3, 5));
  std::string emoji;
  for (int count = 0; count < 4000; ++count) emoji += "\xf0\x9f\x98\x80";
  EXPECT_EQ(1000U, letters_over(emoji, 4000, 12000)) << "of four bytes each";
  EXPECT_TRUE(is_blank(" \n\t"));
  EXPECT_FALSE(is_blank("."));
}

}  // namespace
}  // namespace sanaq::serve
