#include "sanaq/http/form.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace sanaq::http {
namespace {

TEST(Form, FieldsKeepTheirOrderAndAreDecoded) {
  const Form form =
      parse_form("name=%D0%90%D1%81%D0%B0%D0%BD&row=1&row=2&empty=&alone&text=a+b%2B");
  EXPECT_EQ("Асан", form.value("name"));
  EXPECT_EQ((std::vector<std::string>{"1", "2"}), form.values("row"));
  EXPECT_TRUE(form.has("empty"));
  EXPECT_TRUE(form.has("alone"));
  EXPECT_FALSE(form.has("other"));
  EXPECT_EQ("", form.value("other"));
  EXPECT_EQ("a b+", form.value("text"));
}

TEST(Form, WhatIsNoEncodingStays) {
  EXPECT_EQ("100%", percent_decoded("100%", true));
  EXPECT_EQ("%zz%4", percent_decoded("%zz%4", true));
  EXPECT_EQ("a+b", percent_decoded("a+b", false));
}

RC_GTEST_PROP(Form, EncodingAndDecodingGiveTheTextBack, (const std::string& text)) {
  RC_ASSERT(percent_decoded(percent_encoded(text), true) == text);
}

}  // namespace
}  // namespace sanaq::http
