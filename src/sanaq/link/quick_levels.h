// Levels of most pairs of different values, from a few bytes a value: what is far apart is told
// without looking at letters.
#pragma once
#include <array>
#include <cstdint>
#include <vector>

#include "sanaq/link/columns.h"

namespace sanaq::link {

class QuickLevels {
 public:
  static constexpr int unknown = -2;

  // The features may go away; what is needed of them is copied.
  explicit QuickLevels(const std::vector<Feature>& features);

  // The values of a record, one a feature, side by side in memory.
  [[nodiscard]] const std::uint32_t* codes(std::uint32_t record) const {
    return codes_.data() + static_cast<std::size_t>(record) * width_;
  }
  // What fuzzy_level(feature, left, right) gives of two different values, neither missing; or
  // `unknown`, where only their letters tell.
  [[nodiscard]] int level(std::size_t feature, std::uint32_t left, std::uint32_t right) const;

 private:
  struct Text {
    std::uint64_t letters = 0;  // which letters, by their code modulo 64
    std::uint64_t head = 0;     // the first four, the first lowest
    std::uint32_t length = 0;   // 0: only its letters tell anything of this value
    bool has_nickname = false;
  };
  struct Day {
    std::uint64_t digits = 0;  // year, month, day, the first lowest; 0: no whole day
    std::int32_t year = 0;     // 0: not known
  };
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
