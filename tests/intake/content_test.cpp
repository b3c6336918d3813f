#include "sanaq/intake/content.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

namespace sanaq::intake {
namespace {

RC_GTEST_PROP(ContentBytes, WhatWasWrittenIsReadAgain, ()) {
  Content content;
  content.kind = static_cast<ContentKind>(*rc::gen::inRange(1, 5));
  for (int left = *rc::gen::inRange(0, 5); left > 0; --left)
    content.fields.emplace_back(*rc::gen::arbitrary<std::string>(),
                                *rc::gen::arbitrary<std::string>());
  content.file = *rc::gen::arbitrary<std::string>();
  for (auto& [name, value] : content.fields) name.resize(std::min<std::size_t>(name.size(), 255));
  RC_ASSERT(read_content(head_bytes(content) + content.file) == content);
}

TEST(ContentBytes, WhatIsCutInAFieldIsNone) {
  const Content content{ContentKind::comment, {{"name", "An invented name"}, {"text", "x"}}, ""};
  const std::string bytes = head_bytes(content);
  for (std::size_t size = 0; size < bytes.size(); ++size)
    EXPECT_FALSE(read_content(std::string_view(bytes).substr(0, size)).has_value()) << size;
}

TEST(ContentBytes, AnUnknownKindIsNone) {
  EXPECT_FALSE(read_content(std::string("\0\0", 2)).has_value());
  EXPECT_FALSE(read_content(std::string("\5\0", 2)).has_value());
  EXPECT_TRUE(read_content(std::string("\4\0", 2)).has_value());
}

TEST(ContentBytes, ASizeBeyondTheEndIsNone) {
  EXPECT_FALSE(read_content(std::string("\1\1\1a\xff\xff\xff\xff", 8)).has_value());
}

}  // namespace
}  // namespace sanaq::intake
