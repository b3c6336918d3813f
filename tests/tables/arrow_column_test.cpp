#include "sanaq/tables/arrow_column.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "sanaq/base/error.h"

namespace sanaq::tables {
namespace {

TEST(ArrowColumn, TypesHaveTheNamesThatUsersKnow) {
  EXPECT_EQ("list", arrow_type_name("+l"));
  EXPECT_EQ("struct", arrow_type_name("+s"));
  EXPECT_EQ("decimal", arrow_type_name("d:19,10"));
  EXPECT_EQ("fixed_size_binary", arrow_type_name("w:42"));
}

// A column that is a dictionary by int32 of values of this format.
struct CodedSchema {
  ArrowSchema values{}, schema{};
  explicit CodedSchema(const char* format) {
    values.format = format;
    schema.format = "i";
    schema.name = "codes";
    schema.dictionary = &values;
  }
};

TEST(ArrowColumn, ADictionaryHasValuesOfAnyTypeOfACell) {
  for (const char* format : {"u", "vu", "l", "g", "tdD", "d:10,2"})
    EXPECT_NE(nullptr, arrow_column(CodedSchema(format).schema)) << format;
}

TEST(ArrowColumn, ADictionaryOfWhatIsNoCellIsNamed) {
  CodedSchema of_lists("+l"), twice("u");
  ArrowSchema inner = twice.values;
  twice.values.dictionary = &inner;
  for (const auto& [schema, type] : {std::pair{of_lists.schema, "dictionary of list"},
                                     std::pair{twice.schema, "dictionary of a dictionary"}}) {
    try {
      static_cast<void>(arrow_column(schema));
      ADD_FAILURE() << type;
    } catch (const base::Error& error) {
      EXPECT_NE(std::string::npos, std::string(error.what()).find(type)) << error.what();
      EXPECT_NE(std::string::npos, std::string(error.what()).find("codes")) << error.what();
    }
  }
}

}  // namespace
}  // namespace sanaq::tables
