#include "sanaq/evidence/office_xml.h"

#include <gtest/gtest.h>

namespace sanaq::evidence {

TEST(OfficeXml, WhiteSpaceInATextIsKept) {
  const std::string bytes =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?><t><a> </a><a>x &amp; y</a>\n</t>";
  pugi::xml_document document;
  ASSERT_TRUE(parse_xml(bytes, document));
  EXPECT_EQ(xml_bytes(document), bytes);
  EXPECT_EQ(elements(document).size(), 3U);
  EXPECT_EQ(text_of(document), " x & y\n");
}

TEST(OfficeXml, AnotherEncodingBecomesUtf8AndSaysSo) {
  const std::string bytes(
      "<\0?\0x\0m\0l\0 \0v\0e\0r\0s\0i\0o\0n\0=\0\"\0001\0.\0000\0\"\0 "
      "\0e\0n\0c\0o\0d\0i\0n\0g\0=\0\"\0U\0T\0F\0-\0001\0006\0\"\0?\0>\0<\0a\0/\0>\0",
      90);
  pugi::xml_document document;
  ASSERT_TRUE(parse_xml(bytes.substr(0, bytes.size() / 2 * 2), document));
  EXPECT_NE(xml_bytes(document).find("encoding=\"UTF-8\""), std::string::npos);
}

TEST(OfficeXml, WhatIsNestedWithoutEndIsRefused) {
  std::string bytes, ends;
  for (int depth = 0; depth < 300000; ++depth) {
    bytes += "<a>";
    ends += "</a>";
  }
  pugi::xml_document document;
  EXPECT_FALSE(parse_xml(bytes + ends, document));
  EXPECT_FALSE(parse_xml("<a><b></a>", document));
}

TEST(OfficeXml, NamesAreReadWithoutTheirPrefix) {
  EXPECT_EQ(local_name("dc:creator"), "creator");
  EXPECT_EQ(local_name("creator"), "creator");
  EXPECT_TRUE(is_path_on_a_computer("file:///C:/Users/Aigul/a.dotm"));
  EXPECT_TRUE(is_path_on_a_computer("D:\\a.dotm"));
  EXPECT_TRUE(is_path_on_a_computer("\\\\server\\share"));
  EXPECT_FALSE(is_path_on_a_computer("media/image1.jpeg"));
  EXPECT_FALSE(is_path_on_a_computer("https://example.org/"));
}

}  // namespace sanaq::evidence
