// Every condition that Splink's library of comparisons and levels writes, for each of its
// databases, with what the database answered for all ordered pairs of invented rows:
// bench/splink_levels.py wrote library.tsv.
#include <gtest/gtest.h>

#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "link/a_table.h"
#include "sanaq/base/files.h"
#include "sanaq/splink/level_finder.h"
#include "sanaq/splink/score.h"

namespace sanaq::splink {
namespace {

struct Fact {
  SqlDialect dialect = SqlDialect::duckdb;
  std::string level, sql;
  std::string answers;  // T, F, N (null), - (the database stopped), by left row and right row
};

struct Library {
  std::vector<std::string> columns;
  link::Rows rows;
  std::vector<Fact> facts;
};

const std::map<std::string, SqlDialect> dialects = {{"duckdb", SqlDialect::duckdb},
                                                    {"spark", SqlDialect::spark},
                                                    {"postgres", SqlDialect::postgres},
                                                    {"sqlite", SqlDialect::sqlite},
                                                    {"athena", SqlDialect::athena}};

std::string dialect_name(SqlDialect dialect) {
  return std::find_if(dialects.begin(), dialects.end(),
                      [&](const auto& named) { return named.second == dialect; })
      ->first;
}

std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells(1);
  for (const char letter : line) {
    if (letter == '\t')
      cells.emplace_back();
    else
      cells.back() += letter;
  }
  return cells;
}

Library read_library() {
  std::istringstream text(
      base::read_file(std::string(SANAQ_SOURCE_DIR) + "/tests/splink/library.tsv"));
  Library library;
  std::string line;
  while (std::getline(text, line)) {
    std::vector<std::string> cells = cells_of(line);
    const std::string kind = cells.front();
    cells.erase(cells.begin());
    if (kind == "columns") library.columns = cells;
    if (kind == "row") library.rows.push_back(cells);
    if (kind == "condition")
      library.facts.push_back({dialects.at(cells[0]), cells[1], cells[2], cells[3]});
  }
  return library;
}

const Library& library() {
  static const Library read = read_library();
  return read;
}

char letter_of(std::optional<bool> answer) { return !answer ? 'N' : *answer ? 'T' : 'F'; }

std::string name_of(const testing::TestParamInfo<std::size_t>& info) {
  const Fact& fact = library().facts[info.param];
  std::string name = std::to_string(info.index) + "_" + dialect_name(fact.dialect) + "_";
  for (const char letter : fact.level) name += std::isalnum(letter) != 0 ? letter : '_';
  return name;
}

class SplinkLibrary : public testing::TestWithParam<std::size_t> {
 protected:
  const Fact& fact_ = library().facts[GetParam()];
  const link::Rows& rows_ = library().rows;
  [[nodiscard]] std::string pair(std::size_t at) const {
    return fact_.level + ": " + fact_.sql + " of rows " + std::to_string(at / rows_.size()) +
           " and " + std::to_string(at % rows_.size());
  }
  [[nodiscard]] SqlCondition condition() const {
    const auto parsed = SqlCondition::parse(fact_.sql, fact_.dialect);
    EXPECT_TRUE(parsed.has_value()) << fact_.sql;
    return *parsed;
  }
};

TEST_P(SplinkLibrary, IsUnderstoodAndAnsweredAsTheDatabaseDoes) {
  const SqlCondition condition = this->condition();
  for (std::size_t at = 0; at < fact_.answers.size(); ++at) {
    const CellLookup cell = [&](const std::string& column,
                                Side side) -> std::optional<std::string_view> {
      const auto& row = rows_[side == Side::left ? at / rows_.size() : at % rows_.size()];
      const auto found = std::find(library().columns.begin(), library().columns.end(), column);
      const std::string& text = row[static_cast<std::size_t>(found - library().columns.begin())];
      return text.empty() ? std::nullopt : std::optional<std::string_view>(text);
    };
    if (fact_.answers[at] == '-') continue;
    const char answer = letter_of(condition.holds(cell));
    // x / 0 is null in SQLite and infinite here: neither holds.
    if (fact_.dialect == SqlDialect::sqlite && fact_.answers[at] == 'N' && answer == 'F') continue;
    ASSERT_EQ(answer, fact_.answers[at]) << pair(at);
  }
}

// As levels are looked for in a table: by facts of values where they will do.
TEST_P(SplinkLibrary, HoldsOfTwoRecordsWhereTheDatabaseSaysTrue) {
  Model model;
  Comparison comparison{fact_.level, {}};
  comparison.levels.resize(2);
  comparison.levels[0].condition = condition();
  model.comparisons.push_back(std::move(comparison));
  const record::RecordTable table = link::a_table(library().columns, rows_);
  const Levels levels(table, model);
  LevelFinder finder(levels);
  for (std::size_t at = 0; at < fact_.answers.size(); ++at) {
    const std::uint8_t level = finder.slow_level(0, static_cast<std::uint32_t>(at / rows_.size()),
                                                 static_cast<std::uint32_t>(at % rows_.size()));
    if (fact_.answers[at] == '-') continue;
    ASSERT_EQ(level == 0, fact_.answers[at] == 'T') << pair(at);
  }
}

INSTANTIATE_TEST_SUITE_P(All, SplinkLibrary, testing::Range(std::size_t{0}, library().facts.size()),
                         name_of);

// A model as Splink saved it, with the level of each pair of rows 0 1, 0 2, 1 2, 0 3, ...: "n" is
// null, "?" is not known, a blank is no pair of its rules.
struct SavedModel {
  std::string name, levels;
  Model model;
};

std::vector<SavedModel> saved_models() {
  std::istringstream text(
      base::read_file(std::string(SANAQ_SOURCE_DIR) + "/tests/splink/library_models.jsonl"));
  std::vector<SavedModel> models;
  std::string line;
  while (std::getline(text, line)) {
    const auto json = nlohmann::json::parse(line);
    const std::string name =
        json["model"]["sql_dialect"].get<std::string>() + ", " + json["name"].get<std::string>();
    models.push_back({name, json["levels"], parse_model(json["model"].dump(), name)});
  }
  return models;
}

char level_letter(std::int8_t level) { return level < 0 ? 'n' : static_cast<char>('0' + level); }

// Of DuckDB's what Splink 5 predicted; of another database's what its answers say.
TEST(Library, EverySavedModelGivesTheLevelsThatSplinkGives) {
  const record::RecordTable table = link::a_table(library().columns, library().rows);
  std::map<SqlDialect, std::size_t> count;
  for (const SavedModel& saved : saved_models()) {
    ++count[saved.model.dialect];
    base::Progress silent;
    link::Workers workers(1);
    std::string found(saved.levels.size(), ' ');
    weigh_pairs(table, saved.model, {}, workers, silent).pairs->each([&](const link::Pair& pair) {
      char& letter = found[pair.right * (pair.right - 1) / 2 + pair.left];
      EXPECT_EQ(letter, ' ') << saved.name << ": " << pair.left << " " << pair.right << " twice";
      letter = level_letter(pair.levels[0]);
    });
    for (std::size_t at = 0; at < found.size(); ++at) {
      if (saved.levels[at] == '?') found[at] = '?';
    }
    EXPECT_EQ(found, saved.levels) << saved.name;
  }
  EXPECT_GE(count[SqlDialect::duckdb], 26u);  // all comparisons of the library, and two of rules
  EXPECT_GE(count[SqlDialect::spark], 23u);
  EXPECT_GE(count[SqlDialect::postgres], 10u);
  EXPECT_GE(count[SqlDialect::sqlite], 8u);
  EXPECT_GE(count[SqlDialect::athena], 6u);
}

TEST(Library, HasEveryDatabaseAndEveryAnswerIsOneOfTheFour) {
  std::map<SqlDialect, std::size_t> count;
  for (const Fact& fact : library().facts) {
    ++count[fact.dialect];
    EXPECT_EQ(fact.answers.size(), library().rows.size() * library().rows.size());
    EXPECT_EQ(fact.answers.find_first_not_of("TFN-"), std::string::npos);
  }
  EXPECT_GT(count[SqlDialect::duckdb], 90u);
  EXPECT_GT(count[SqlDialect::spark], 90u);
  EXPECT_GT(count[SqlDialect::postgres], 70u);
  EXPECT_GT(count[SqlDialect::sqlite], 40u);
  EXPECT_GT(count[SqlDialect::athena], 40u);
}

}  // namespace
}  // namespace sanaq::splink
