#include "sanaq/exchange/register_tables.h"

#include <gtest/gtest.h>

#include "sanaq/base/progress.h"
#include "sanaq/exchange/register_csv.h"
#include "sanaq/link/link.h"
#include "sanaq/tables/csv_write.h"
#include "sanaq/tables/ingest.h"

namespace sanaq::exchange {
namespace {

record::RecordTable two_lists() {
  base::Progress progress;
  const auto list = [&](const std::string& name, std::string_view bytes) {
    tables::ListSource source;
    source.name = name;
    source.path = name + ".csv";
    return tables::ingest_bytes(source, bytes, progress);
  };
  return tables::combine(
      {list("hospital",
            "id,name,birth\n1,Asan Beken,1980\n2,Bota Serik,1990-02-03\n3,Daulet "
            "Omar,1971\n"),
       list("morgue", "id,name,birth\nm1,Asan Beken,1980\nm2,Erlan Taz,1966\n")});
}

link::Result linked(const record::RecordTable& records) {
  base::Progress progress;
  link::Options options;
  options.draws = 3;
  return link::link(records, options, progress);
}

std::string cell(const record::PlainColumn& column, std::size_t row) {
  if (const auto* texts = std::get_if<record::CodedTexts>(&column.values))
    return texts->texts[texts->codes[row]];
  if (const auto* whole = std::get_if<std::vector<std::int64_t>>(&column.values))
    return std::to_string((*whole)[row]);
  return fmt::format("{}", std::get<std::vector<double>>(column.values)[row]);
}

// The slow twin: the table written as CSV, with its first `columns` columns.
std::string csv(const record::PlainTable& table) {
  std::string out;
  std::vector<std::string_view> header;
  for (const record::PlainColumn& column : table.columns) header.push_back(column.name);
  tables::append_csv_row(out, header, tables::CsvFor::program);
  for (std::size_t row = 0; row < table.rows; ++row) {
    std::vector<std::string> cells;
    for (const record::PlainColumn& column : table.columns) cells.push_back(cell(column, row));
    tables::append_csv_row(out, {cells.begin(), cells.end()}, tables::CsvFor::program);
  }
  return out;
}

TEST(RegisterTables, ClustersAndDrawsAreThoseOfTheCsv) {
  const record::RecordTable records = two_lists();
  const link::Result result = linked(records);
  const std::vector<std::string> names = person_names(records, result.person_of);
  EXPECT_EQ(clusters_csv(records, result, names), csv(clusters_table(records, result, names)));
  EXPECT_EQ(draws_csv(records, result), csv(draws_table(records, result)));
}

TEST(RegisterTables, PairsAreThoseOfTheCsvWithoutNamesForPeople) {
  const record::RecordTable records = two_lists();
  link::Result result = linked(records);
  link::Pair pair{0, 3, 12.5, 0.99, {}};
  pair.levels.assign(result.model.comparisons.size(), 0);
  if (!pair.levels.empty()) pair.levels.back() = -1;
  result.pairs = {pair};
  const record::PlainTable table = pairs_table(records, result);
  ASSERT_EQ(1U, table.rows);
  const std::string all = pairs_csv(records, result);
  const std::string last = all.substr(all.find('\n') + 1);
  const std::string mine = csv(table).substr(csv(table).find('\n') + 1);
  EXPECT_TRUE(last.starts_with(mine.substr(0, mine.size() - 1))) << last << mine;
}

TEST(RegisterTables, RecordsWithoutAPersonAreLeftOut) {
  const record::RecordTable records = two_lists();
  const link::Result result = linked(records);
  std::vector<std::string> names = person_names(records, result.person_of);
  names[1].clear();
  EXPECT_EQ(records.record_count() - 1, clusters_table(records, result, names).rows);
}

}  // namespace
}  // namespace sanaq::exchange
