#include "sanaq/evidence/office_xml.h"

#include <gtest/gtest.h>

#include <string>

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
  std::string bytes;
  for (const char letter : std::string("<?xml version=\"1.0\" encoding=\"UTF-16\"?><a/>"))
    bytes += std::string{letter, '\0'};
  pugi::xml_document document;
  ASSERT_TRUE(parse_xml(bytes, document));
  EXPECT_EQ(xml_bytes(document), "<?xml version=\"1.0\" encoding=\"UTF-8\"?><a/>");
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

TEST(OfficeXml, ReferencesToWhatIsNoLetterAreRefused) {
  // Else they would stand as bytes that are no UTF-8 in a cleaned copy, and on the site.
  for (const char* reference : {"&#xD800;", "&#x110000;", "&#-1;", "&#1;", "&unknown;"}) {
    pugi::xml_document document;
    EXPECT_FALSE(parse_xml("<a>" + std::string(reference) + "</a>", document)) << reference;
    EXPECT_FALSE(parse_xml("<a b=\"" + std::string(reference) + "\"/>", document)) << reference;
  }
  pugi::xml_document document;
  EXPECT_FALSE(parse_xml("<a>\xED\xA0\x80</a>", document));
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
