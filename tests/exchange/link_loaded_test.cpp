#include "sanaq/exchange/link_loaded.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "help/scratch.h"

namespace sanaq::exchange {
namespace {

base::Progress silent;

TEST(LinkLoaded, ColumnsThatCountRowsAndTheOneOfListsAreNotCompared) {
  const help::Scratch scratch;
  std::string csv = "#,name,source,birth\n";
  for (int row = 1; row <= 40; ++row)
    csv += std::to_string(row) + ",Asan Bek" + std::string(1, static_cast<char>('a' + row % 20)) +
           (row % 2 != 0 ? ",x," : ",y,") + std::to_string(1950 + row % 20) + "\n";
  FilesToLink request;
  request.files = {scratch.write("all.csv", csv)};
  request.list_column = "source";
  const LoadedFiles loaded = load_files(request, silent);
  const link::Options options = options_for(loaded, request, {});
  EXPECT_NE(std::ranges::find(options.ignore_headers, "source"), options.ignore_headers.end());
  EXPECT_NE(std::ranges::find(options.ignore_headers, "#"), options.ignore_headers.end());
  const splink::Linked linked = link_loaded(loaded, options, nullptr, silent);
  EXPECT_EQ(linked.result.person_of.size(), 40U);
  EXPECT_EQ(linked.model, nullptr);
}

}  // namespace
}  // namespace sanaq::exchange
