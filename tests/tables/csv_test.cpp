#include "sanaq/tables/csv.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "sanaq/base/error.h"
#include "sanaq/tables/limits.h"
#include "tables/plain_csv.h"

namespace sanaq::tables {
namespace {

using Rows = std::vector<std::vector<std::string>>;

Rows read_all(std::string_view text, char delimiter) {
  CsvReader reader(text, delimiter, "test.csv");
  Rows rows;
  std::vector<std::string_view> cells;
  while (reader.next(cells)) rows.emplace_back(cells.begin(), cells.end());
  EXPECT_EQ(reader.row(), static_cast<std::int64_t>(rows.size()));
  return rows;
}

TEST(Csv, RowsAndCells) {
  EXPECT_EQ(read_all("a,b\r\n1,2\n3,\n,\n", ','),
            (Rows{{"a", "b"}, {"1", "2"}, {"3", ""}, {"", ""}}));
  EXPECT_EQ(read_all("a,b,", ','), (Rows{{"a", "b", ""}}));
  EXPECT_EQ(read_all("", ','), Rows{});
  EXPECT_EQ(read_all("a\rb\r", ','), (Rows{{"a"}, {"b"}}));
  EXPECT_EQ(read_all("a\n\nb", ','), (Rows{{"a"}, {""}, {"b"}}));
}

TEST(Csv, QuotedCellsMayHoldAnything) {
  EXPECT_EQ(read_all("\"a,\n\"\"b\"\"\",c\n", ','), (Rows{{"a,\n\"b\"", "c"}}));
  EXPECT_EQ(read_all("\"\",\"\"\"\"", ','), (Rows{{"", "\""}}));
  EXPECT_EQ(read_all("\"Ali\" Khan,x", ','), (Rows{{"Ali Khan", "x"}}));
  EXPECT_EQ(read_all("5\" pipe,x", ','), (Rows{{"5\" pipe", "x"}}));
}

TEST(Csv, ABlankBeforeAQuotationMarkIsNoneOfTheCell) {
  EXPECT_EQ(read_all("\"name\", \"town\"\n\"Aida\",   \"Akzhar, west\"  \n \"x\" ,\"y\"\n", ','),
            (Rows{{"name", "town"}, {"Aida", "Akzhar, west  "}, {"x ", "y"}}));
  EXPECT_EQ(read_all("\"a\", \"says \"\"no\"\", and\nleaves\"\n", ','),
            (Rows{{"a", "says \"no\", and\nleaves"}}));
}

TEST(Csv, ABlankBeforeAQuotationMarkWithinATextBelongsToIt) {
  EXPECT_EQ(read_all("1, \"Alpha\" mine, 5\n2, \"open, 6\n3, 12\", 7\n", ','),
            (Rows{{"1", " \"Alpha\" mine", " 5"}, {"2", " \"open", " 6"}, {"3", " 12\"", " 7"}}));
}

TEST(Csv, AQuoteThatIsNeverClosedIsNamedByItsRow) {
  for (const char* text : {"a,b\n1,\"open\n2,3\n", "a,b\n1,\"open\n2,\"3\"\n4,5\n"}) {
    try {
      read_all(text, ',');
      FAIL() << text;
    } catch (const base::Error& error) {
      EXPECT_EQ(error.kind(), base::Kind::bad_input);
      EXPECT_EQ(error.message().arguments, (std::vector<std::string>{"test.csv", "2"}));
    }
  }
}

TEST(Csv, ACellOrRowWithoutEndIsRefused) {
  EXPECT_EQ(read_all(std::string(cell_bytes_max, 'x'), ',').size(), 1U);
  EXPECT_THROW(read_all(std::string(cell_bytes_max + 1, 'x'), ','), base::Error);
  EXPECT_THROW(read_all("\"" + std::string(cell_bytes_max + 1, 'x') + "\"", ','), base::Error);
  EXPECT_EQ(read_all(std::string(columns_max - 1, ','), ',').at(0).size(), columns_max);
  EXPECT_THROW(read_all(std::string(columns_max + 1, ','), ','), base::Error);
}

RC_GTEST_PROP(Csv, ReadsWhatThePlainReaderReads, ()) {
  const auto letter = rc::gen::element<char>(',', ';', '"', '\n', '\r', 'a', 'b', ' ', '\xD0',
                                             '\x8D', '\x8B', '\x0B', '\x0C', '-');
  const auto text = *rc::gen::container<std::string>(letter);
  const auto plain = plain_csv(text, ',');
  if (plain) {
    RC_ASSERT(read_all(text, ',') == *plain);
  } else {
    RC_ASSERT_THROWS_AS(read_all(text, ','), base::Error);
  }
}

RC_GTEST_PROP(Csv, AnyCellsComeBack, (const Rows& drawn)) {
  Rows rows;
  std::string text;
  for (const auto& row : drawn) {
    if (row.empty()) continue;
    rows.push_back(row);
    for (std::size_t at = 0; at < row.size(); ++at) {
      text += at > 0 ? ",\"" : "\"";
      for (const char letter : row[at])
        text += letter == '"' ? std::string("\"\"") : std::string(1, letter);
      text += '"';
    }
    text += '\n';
  }
  RC_ASSERT(read_all(text, ',') == rows);
}

TEST(SniffDelimiter, TheOneThatPartsTheRowsAlike) {
  EXPECT_EQ(sniff_delimiter("a,b,c\n1,2,3\n"), ',');
  EXPECT_EQ(sniff_delimiter("a;b;c\n1,5;2;3\n2,5;3;4\n"), ';');
  EXPECT_EQ(sniff_delimiter("a\tb\n1, 2 and 3\t4\n"), '\t');
  EXPECT_EQ(sniff_delimiter("a|b|c\n1|2|3\n"), '|');
  EXPECT_EQ(sniff_delimiter("name\nAli\n"), ',');
  EXPECT_EQ(sniff_delimiter("Invented list, of 2011\n\nname;date\n\"Ali; Khan\";2011\nAida;2012\n"),
            ';');
}

}  // namespace
TEST(SniffDelimiter, RareOnesPartCellsOnlyWhereNothingElseDoes) {
  EXPECT_EQ(sniff_delimiter("name^age\nA. Kulov^30\nB. Tasov^41\n"), '^');
  EXPECT_EQ(sniff_delimiter("name~age\nA. Kulov~30\n"), '~');
  EXPECT_EQ(sniff_delimiter("name;age\nA. Kulov;~30\nB. Tasov;~41\nC. Sabov;~20\n"), ';');
  EXPECT_EQ(sniff_delimiter("name\nA. Kulov\n"), ',');
}

}  // namespace sanaq::tables
