// Levels of most pairs of different values, from a few bytes for each value: values that are far
// apart are recognised without looking at letters.
#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "sanaq/link/columns.h"

namespace sanaq::link {

// The Jaro-Winkler similarity from which two texts of a kind are not wholly different.
[[nodiscard]] constexpr double weakest_likeness(Kind kind) {
  return kind == Kind::email ? 0.92 : 0.80;
}

class QuickLevels {
 public:
  static constexpr int unknown = -2;
  static constexpr std::int32_t no_year = -1000000;

  // Letters are counted by their code modulo 32: two texts have at most in common what their counts
  // have. If only the letters of a text tell anything, its length is 0 and all letters are set.
  struct Text {
    std::uint32_t once = ~0U, twice = ~0U;  // letters that occur, and that occur twice
    std::uint32_t head = 0;                 // the first four letters modulo 256, the first lowest
    float inverse = 1e6F;                   // 1 / length
    std::uint16_t length = 0;
    std::uint16_t over = 0xFFFF;  // letters beyond the second of their kind
    bool has_nickname = false;
  };
  struct Day {
    // The eight digits of year, month and day, four bits each, the first digit lowest, each
    // increased by one; 0 if it is not a whole day.
    std::uint32_t digits = 0;
    std::int32_t year = no_year;
  };

  // What is needed of the features is copied; they need not outlive this object.
  explicit QuickLevels(const std::vector<Feature>& features);

  // Returns the codes of a record's values, one for each feature, side by side in memory.
  [[nodiscard]] const std::uint32_t* codes(std::uint32_t record) const {
    return codes_.data() + static_cast<std::size_t>(record) * width_;
  }
  // Returns what fuzzy_level(feature, left, right) returns for two different values, neither
  // missing; or `unknown` if only their letters tell.
  [[nodiscard]] int level(std::size_t feature, std::uint32_t left, std::uint32_t right) const;

  // Return the entries for a feature's values; none if it is not of that kind.
  [[nodiscard]] std::span<const Text> texts(std::size_t feature) const {
    return columns_[feature].texts;
  }
  [[nodiscard]] std::span<const Day> days(std::size_t feature) const {
    return columns_[feature].days;
  }

 private:
  struct Column {
    Kind kind = Kind::text;
    int differs = 0;
    std::vector<Text> texts;
    std::vector<Day> days;
  };
  [[nodiscard]] static int level_of(const Column& column, const Text& left, const Text& right);
  [[nodiscard]] static int level_of(const Column& column, const Day& left, const Day& right);

  std::size_t width_;
  std::vector<std::uint32_t> codes_;
  std::vector<Column> columns_;
};

}  // namespace sanaq::link
