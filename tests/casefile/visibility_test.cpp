#include "sanaq/casefile/visibility.h"

#include <gtest/gtest.h>

#include "casefile/a_case.h"

namespace sanaq::casefile {
namespace {

using test::read;
using test::rows_of;

TEST(Visibility, ItsWordsAreThreeInThreeLanguages) {
  for (const char* word : {"public", "PUBLIC", " public ", "открыто для всех", "баршаға ашық"})
    EXPECT_EQ(visibility_word(word), "public") << word;
  for (const char* word : {"restricted", "для своих", "Шектеулі"})
    EXPECT_EQ(visibility_word(word), "restricted") << word;
  for (const char* word : {"sealed", "запечатано", "мөрленген"})
    EXPECT_EQ(visibility_word(word), "sealed") << word;
  for (const char* word : {"", " ", "publc", "publique", "public?", "рublic" /* Cyrillic */,
                           "public|sealed", "yes", "1", "0"})
    EXPECT_FALSE(visibility_word(word)) << word;
}

TEST(Visibility, NoWordIsRestrictedAndAnotherWordIsSealed) {
  EXPECT_EQ(visibility_of(""), "restricted");
  EXPECT_EQ(visibility_of("\u00a0"), "restricted");
  EXPECT_EQ(visibility_of("publc"), "sealed");
  EXPECT_EQ(visibility_of("Public"), "public");
  EXPECT_EQ(stricter("public", "sealed"), "sealed");
  EXPECT_EQ(stricter("restricted", "public"), "restricted");
  EXPECT_EQ(stricter("public", "nonsense"), "sealed");
}

const std::vector<std::string> kinds = {"act",          "custody", "custody_change", "event",
                                        "organisation", "post",    "claim",          "demand",
                                        "aid",          "person",  "statement"};

// A row of each kind that says enough to be read.
ReadTable row_of(const std::string& kind, const std::string& header, const std::string& cell) {
  const TableForm* form = table_form(kind);
  std::string head, row;
  for (const Column& column : form->columns) {
    if (column.holds == ValueType::visibility) continue;
    head += std::string(column.name) + ";";
    row += column.name == "subject"    ? "event:e;"
           : column.name == "property" ? "place;"
           : column.holds == ValueType::text || column.holds == ValueType::id ||
                   column.holds == ValueType::person || column.holds == ValueType::source
               ? "x;"
               : ";";
  }
  return read(kind, {head + header, row + cell});
}

std::string visibility_in(const ReadTable& table) {
  std::string word = "nothing is said";
  for (const Statement& said : table.statements)
    word = word.starts_with("nothing") ? said.visibility : stricter(word, said.visibility);
  return word;
}

TEST(Visibility, InEveryKindTheColumnDecidesAndAnEmptyCellIsRestricted) {
  for (const std::string& kind : kinds) {
    EXPECT_EQ(visibility_in(row_of(kind, "visibility", "public")), "public") << kind;
    EXPECT_EQ(visibility_in(row_of(kind, "Visibility ", "Public")), "public") << kind;
    EXPECT_EQ(visibility_in(row_of(kind, "visibility", "sealed")), "sealed") << kind;
    EXPECT_EQ(visibility_in(row_of(kind, "visibility", "")), "restricted") << kind;
    EXPECT_TRUE(row_of(kind, "visibility", "").closings.empty()) << kind;
  }
}

TEST(Visibility, WithoutTheColumnClaimsAndDemandsArePublic) {
  for (const std::string& kind : kinds)
    EXPECT_EQ(visibility_in(row_of(kind, "", "")),
              kind == "claim" || kind == "demand" ? "public" : "restricted")
        << kind;
}

TEST(Visibility, AnotherWordSealsTheRowAndIsReported) {
  for (const std::string& kind : kinds) {
    const ReadTable table = row_of(kind, "visibility", "publc");
    EXPECT_EQ(visibility_in(table), "sealed") << kind;
    const auto reported = std::count_if(
        table.bad_cells.begin(), table.bad_cells.end(), [](const record::BadCell& cell) {
          return cell.column == "visibility" && cell.value == "publc";
        });
    EXPECT_EQ(reported, 1) << kind;
  }
}

TEST(Visibility, AHeaderThatResemblesItSealsEveryRowAndSaysWhatToDo) {
  for (const char* header :
       {"visibilty", "visiblity", "Visibility (who)", "row_visibility", "v\u0456sibility",
        "видимость", "Видимость:", "vidimost", "доступ", "Көріну", "көрінуі", "Sichtbarkeit",
        "visibilité", "可见性", "public", "Публично", "access", "Secrecy"}) {
    for (const std::string& kind : kinds) {
      const ReadTable table = row_of(kind, header, "public");
      EXPECT_EQ(visibility_in(table), "sealed") << kind << " " << header;
      ASSERT_EQ(table.closings.size(), 1U) << kind << " " << header;
      EXPECT_NE(table.closings[0].english().find(header), std::string::npos);
      EXPECT_NE(table.closings[0].english().find("ignore"), std::string::npos);
    }
  }
}

// In a language that nobody here knows, a column is known by what stands in it.
TEST(Visibility, AColumnOfItsWordsIsTakenForItWhateverItsHeader) {
  for (const char* cell : {"sealed", "Public", "для своих", "мөрленген"}) {
    EXPECT_EQ(visibility_in(row_of("claim", "katso", cell)), "sealed") << cell;
    EXPECT_EQ(visibility_in(row_of("claim", "", cell)), "sealed") << cell;
  }
  EXPECT_EQ(visibility_in(row_of("claim", "katso", "seen at the market")), "public");
}

TEST(Visibility, TwoColumnsOfItSealEveryRow) {
  const ReadTable table =
      read("event", {"event;title;source;visibility;Visibility", "e;t;s;public;public"});
  EXPECT_EQ(visibility_in(table), "sealed");
  EXPECT_EQ(table.closings.size(), 1U);
  EXPECT_EQ(visibility_in(read(
                "event", {"event;title;source;visibility;row access visibility", "e;t;s;public;"})),
            "sealed");
}

TEST(Visibility, ANamedColumnIsReadAndAnIgnoredOneIsNot) {
  TableRows table = rows_of("claim", {"claim;what;source;access", "c;deaths;s;by road"});
  EXPECT_EQ(visibility_in(read_table(table, Vocabulary())), "sealed");
  table.ignored = {"access"};
  const ReadTable read = read_table(table, Vocabulary());
  EXPECT_EQ(visibility_in(read), "public");
  EXPECT_TRUE(read.warnings.empty());
  table.missing = {"Who"};  // the settings name a column that is not there
  EXPECT_EQ(visibility_in(read_table(table, Vocabulary())), "sealed");
}

TEST(Visibility, OrdinaryHeadersAreNotTakenForIt) {
  for (const TableForm& form : all_forms()) {
    for (const Column& column : form.columns) {
      if (column.holds == ValueType::visibility) continue;
      EXPECT_FALSE(header_resembles_visibility(column.name)) << column.name;
    }
  }
  for (const char* header : {"Extra", "victm", "photo", "comment", "remarks", "примечание", "фото",
                             "ескерту", "telephone", "access to a lawyer", "published in", "id"})
    EXPECT_FALSE(header_resembles_visibility(header)) << header;
}

TEST(Visibility, AClaimWithoutAnIdKeepsItsIdWhereTheColumnIsAdded) {
  const auto before = read("claim", {"what;min;source", "deaths;5;s"});
  const auto after = read("claim", {"what;min;source;visibility", "deaths;5;s;public"});
  EXPECT_EQ(before.statements[0].subject, after.statements[0].subject);
}

TEST(Visibility, OfAThingIsTheStrictestOfItsStatements) {
  std::vector<Statement> said = {test::said("claim:k", "what", "deaths"),
                                 test::said("claim:k", "min", "3")};
  said[0].visibility = "public";
  EXPECT_EQ(View(said).strictest_visibility("claim:k"), "restricted");
  EXPECT_EQ(View(said).strictest_visibility("claim:other"), "public");
}

}  // namespace
}  // namespace sanaq::casefile
