#include "sanaq/tables/arrow_extension.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sanaq::tables {
namespace {

std::string metadata_of(const std::vector<std::string_view>& keys_and_values) {
  std::string bytes;
  const auto add_number = [&](std::size_t value) {
    const auto number = static_cast<std::int32_t>(value);
    bytes.append(reinterpret_cast<const char*>(&number), sizeof number);
  };
  add_number(keys_and_values.size() / 2);
  for (const std::string_view text : keys_and_values) {
    add_number(text.size());
    bytes += text;
  }
  return bytes;
}

bool is_hidden(const char* format, const char* extension) {
  const std::string metadata = metadata_of({"made by", "", "ARROW:extension:name", extension});
  ArrowSchema schema{};
  schema.format = format;
  schema.metadata = metadata.data();
  EXPECT_EQ(extension, extension_name(schema));
  return hides_its_value(schema);
}

TEST(ArrowExtension, WhatIsStoredIsNotWhatIsSeen) {
  EXPECT_TRUE(is_hidden("l", "pandas.period"));
  EXPECT_TRUE(is_hidden("w:16", "arrow.uuid"));
  EXPECT_FALSE(is_hidden("u", "arrow.json"));
  EXPECT_FALSE(is_hidden("c", "arrow.bool8"));
}

TEST(ArrowExtension, PlainTypesHaveNone) {
  ArrowSchema schema{};
  schema.format = "l";
  EXPECT_EQ("", extension_name(schema));
  const std::string metadata = metadata_of({"unit", "years"});
  schema.metadata = metadata.data();
  EXPECT_EQ("", extension_name(schema));
  EXPECT_FALSE(hides_its_value(schema));
}

}  // namespace
}  // namespace sanaq::tables
