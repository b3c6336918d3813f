#include "sanaq/link/drawn_matches.h"

#include <gtest/gtest.h>

#include "link/a_town_of_names.h"
#include "sanaq/link/columns.h"

namespace sanaq::link {
namespace {

// What was seen of matches by hand: births agree in nine of ten, names in four of five.
class DrawnTown : public testing::Test {
 protected:
  DrawnTown() {
    for (std::size_t f = 0; f < columns_.features.size(); ++f) {
      const double agreeing = columns_.features[f].kind == Kind::date ? 0.9 : 0.8;
      seen_.add_outcome(1, f, 7, 1000 * agreeing, true);
      seen_.add_outcome(1, f, 0, 1000 * (1 - agreeing), true);
    }
    seen_.add_match(1, 1000);
  }

  std::size_t key(const std::string& name) const {
    for (std::size_t at = 0; at < keys_.size(); ++at) {
      if (keys_[at].name == name) return at;
    }
    ADD_FAILURE() << name;
    return 0;
  }

  record::RecordTable table_ = a_town_of_names(400, 2);
  Columns columns_ = columns_of(table_);
  PairSpace space_ = make_pair_space(table_, as_they_stand(table_));
  std::vector<Key> keys_ = make_keys(columns_);
  SeenMatches seen_{space_.list_pair_count(), columns_.features.size()};
};

TEST_F(DrawnTown, RulesFindWhatTheirKeysAgreeOn) {
  const DrawnMatches drawn(seen_, keys_, columns_, space_, 1);
  const Rule birth{"", {key("birth")}, 0}, name{"", {key("name_key2")}, 0},
      both{"", {key("birth"), key("name_key2")}, 0};
  EXPECT_NEAR(drawn.recall_by_lists({birth})[1], 0.9, 0.01);
  EXPECT_NEAR(drawn.recall_by_lists({both})[1], 0.72, 0.015);
  EXPECT_NEAR(drawn.recall_by_lists({birth, name})[1], 0.98, 0.01);
  EXPECT_EQ(drawn.recall_by_lists({birth})[0], 1) << "nobody can match within the first list";
}

TEST_F(DrawnTown, CellsThatAreEmptyTogetherStaySo) {
  // Half of the second list has neither birth nor name.
  for (std::size_t f = 0; f < columns_.features.size(); ++f) {
    for (std::uint32_t record = 400; record < 500; ++record) columns_.features[f].codes[record] = 0;
  }
  const DrawnMatches drawn(seen_, keys_, columns_, space_, 1);
  const Rule birth{"", {key("birth")}, 0}, name{"", {key("name_key2")}, 0};
  EXPECT_NEAR(drawn.recall_by_lists({birth, name})[1], 0.49, 0.02);
}

}  // namespace
}  // namespace sanaq::link
