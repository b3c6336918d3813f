#include "sanaq/office/xml_reader.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace sanaq::office {
namespace {

constexpr XmlLimits small = {8, 3, 64, 32};

// Every piece on a line of its own.
std::string told(XmlReader reader) {
  std::string all;
  for (;;) {
    switch (reader.next()) {
      case XmlReader::Piece::start:
        all += "<" + std::string(reader.name());
        for (const XmlAttribute& one : reader.attributes())
          all += " " + std::string(one.prefix) + "|" + std::string(one.name) + "=" +
                 std::string(one.value);
        all += ">\n";
        break;
      case XmlReader::Piece::end:
        all += "</" + std::string(reader.name()) + ">\n";
        break;
      case XmlReader::Piece::text:
        all += "'" + std::string(reader.text()) + "'\n";
        break;
      case XmlReader::Piece::done:
        return all;
    }
  }
}

std::string told(std::string_view xml, const XmlLimits& limits = sheet_limits) {
  return told(XmlReader(xml, "test", limits));
}

// The same bytes, `step` at a time.
std::string told_in_steps(std::string_view xml, std::size_t step) {
  return told(XmlReader(
      [xml, step](char* into, std::size_t room) mutable {
        const std::size_t count = xml.copy(into, std::min(room, step));
        xml.remove_prefix(count);
        return count;
      },
      "test", sheet_limits));
}

Trouble trouble_with(std::string_view xml, const XmlLimits& limits = sheet_limits) {
  try {
    (void)told(xml, limits);
  } catch (const Refusal& refusal) {
    EXPECT_EQ(refusal.message().arguments.at(0), "test");
    return refusal.trouble();
  }
  ADD_FAILURE() << "this was read: " << xml.substr(0, 80);
  return Trouble::locked;
}

constexpr std::string_view whole =
    "\xEF\xBB\xBF<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE a>\n<!-- <no> -->"
    "<x:a r:id='1 &amp; 2' b = \"&lt;&#x49A;>\"><b/> t &gt; <![CDATA[<&]]></x:a >\n";
constexpr std::string_view pieces = "<a r|id=1 & 2 |b=<Қ>>\n<b>\n</b>\n' t > '\n'<&'\n</a>\n";

}  // namespace

TEST(XmlReader, GivesElementsAttributesAndTexts) { EXPECT_EQ(told(whole), pieces); }

TEST(XmlReader, ItDoesNotMatterWhereTheBytesArePartedAsTheyCome) {
  for (std::size_t step = 1; step <= whole.size(); ++step)
    EXPECT_EQ(told_in_steps(whole, step), pieces) << step;
}

TEST(XmlReader, ReferencesBeyondUnicodeAreRefused) {
  // The first two ended the program in the library that read spreadsheets before, the third read
  // behind its buffer, the last put bytes that are no UTF-8 into names.
  for (const char* text : {"&#x110000;", "&#-1;", "&", "&#xD800;", "&unknown;", "&#x41", "&;"}) {
    EXPECT_EQ(trouble_with("<a>" + std::string(text) + "</a>"), Trouble::damaged) << text;
    EXPECT_EQ(trouble_with("<a b=\"" + std::string(text) + "\"/>"), Trouble::damaged) << text;
  }
  EXPECT_EQ(trouble_with("<a b=\"&"), Trouble::damaged);
}

TEST(XmlReader, WhatIsNotWellFormedIsRefused) {
  for (const char* xml : {"",
                          " ",
                          "text",
                          "<a>",
                          "<a",
                          "<a>x",
                          "</a>",
                          "<a></b>",
                          "<a><b></a></b>",
                          "<a/><b/>",
                          "<a b>",
                          "<a b=c/>",
                          "<a b=\"1\"c=\"2\"/>",
                          "<a b='<'/>",
                          "<>",
                          "<a/>x",
                          "x<a/>",
                          "<!-- ",
                          "<a><![CDATA[ </a>",
                          "<![CDATA[x]]><a/>",
                          "<? ",
                          "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>",
                          "<a/><!DOCTYPE a>",
                          "<!ELEMENT a><a/>",
                          "<a>\x01</a>",
                          "<a>\xFF</a>",
                          "<a b='\xFF'/>",
                          "<?xml version='1.0' encoding='KOI8-R'?><a/>",
                          "< a/>",
                          "<a <b/>"})
    EXPECT_EQ(trouble_with(xml), Trouble::damaged) << xml;
}

TEST(XmlReader, LimitsAreKept) {
  EXPECT_NO_THROW((void)told("<a><a><a><a><a><a><a><a/></a></a></a></a></a></a></a>", small));
  EXPECT_EQ(trouble_with("<a><a><a><a><a><a><a><a><a/>", small), Trouble::too_large);
  EXPECT_EQ(trouble_with("<a b='' c='' d='' e=''/>", small), Trouble::too_large);
  EXPECT_EQ(trouble_with("<a>" + std::string(33, 'x') + "</a>", small), Trouble::too_large);
  EXPECT_EQ(trouble_with("<a><![CDATA[" + std::string(40, 'x') + "]]></a>", small),
            Trouble::too_large);
  EXPECT_EQ(trouble_with("<a b='" + std::string(80, 'x') + "'/>", small), Trouble::too_large);
  EXPECT_EQ(trouble_with("<!--" + std::string(80, 'x') + "--><a/>", small), Trouble::too_large);
  EXPECT_EQ(trouble_with("<a>" + std::string(33, ' '), small), Trouble::too_large);
}

TEST(CheckXml, NodesAreCounted) {
  constexpr XmlLimits few = {8, 3, 64, 32, 4};
  EXPECT_NO_THROW(check_xml("<a b=''>c<d/></a>", "test", few));
  EXPECT_THROW(check_xml("<a b=''>c<d/><e/></a>", "test", few), Refusal);
}

RC_GTEST_PROP(XmlReader, AnyBytesAreReadOrRefused, (const std::vector<std::string>& words)) {
  // Bytes alone hardly open a tag: pieces of XML are thrown together.
  static const std::vector<std::string> known = {"<a>", "</a>", "<b c='", "'/>",       "<!--",
                                                 "-->", "<?",   "?>",     "<![CDATA[", "]]>",
                                                 "&",   ";",    "#x41",   "<!DOCTYPE"};
  std::string xml = "<a>";
  for (const std::string& word : words) {
    xml += word;
    xml += known[word.size() * 7 % known.size()];
  }
  xml += "</a>";
  std::string at_once, in_steps;
  try {
    at_once = told(xml);
  } catch (const Refusal&) {
    at_once = "refused";
  }
  try {
    in_steps = told_in_steps(xml, 3);
  } catch (const Refusal&) {
    in_steps = "refused";
  }
  RC_ASSERT(at_once == in_steps);
}

}  // namespace sanaq::office
