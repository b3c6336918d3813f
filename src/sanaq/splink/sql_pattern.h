// Patterns of text: the regular expressions of regexp_extract, as RE2 and Java have them in common.
//
// Letters, sets, groups, alternatives, repetitions (greedy and lazy), ^ $ \A \z \b \B, (?i).
// Neither look-around nor references back. Found in time that is linear in the text (Thompson 1968;
// Pike's threads that keep their groups); of several matches the first, and of those at one place
// the one that a search from left to right, first alternative first, would find.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sanaq::splink {

class SqlPattern {
 public:
  // None for what is not a pattern, or beyond the above, or of more than pattern_steps_max steps.
  [[nodiscard]] static std::optional<SqlPattern> parse(std::string_view pattern);

  // What the group caught of the first match, group 0 being the whole; "" where it caught nothing.
  // None where nothing matches.
  [[nodiscard]] std::optional<std::string> find(std::string_view text, std::size_t group) const;
  [[nodiscard]] bool is_whole(std::string_view text) const;  // matches all of the text

  [[nodiscard]] std::size_t group_count() const { return group_count_; }

  struct Range {
    char32_t first = 0, last = 0;
  };
  struct Step {
    enum class Kind {
      letter,  // one of `ranges`, or none of them
      split,   // to `next`, then to `other`
      save,    // the place, as `slot`
      begin,   // of the text
      end,
      edge,  // of a word
      no_edge,
      match,
    };
    Kind kind = Kind::match;
    std::vector<Range> ranges;
    bool is_none_of = false;
    std::size_t next = 0, other = 0, slot = 0;
  };

 private:
  [[nodiscard]] std::optional<std::vector<std::size_t>> match(const std::u32string& text,
                                                              bool is_whole) const;

  std::vector<Step> steps_;
  std::size_t group_count_ = 0;
};

}  // namespace sanaq::splink
