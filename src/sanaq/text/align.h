// Which part of one name answers which part of the other, and what is left over.
#pragma once
#include <array>
#include <cstdint>
#include <vector>

#include "sanaq/base/check.h"
#include "sanaq/text/parts.h"
#include "sanaq/text/word_score.h"

namespace sanaq::text {

struct Meeting {
  std::uint8_t left = 0;  // first part
  std::uint8_t right = 0;
  std::uint8_t left_count = 1;  // 2 or 3 where neighbours were written as one word
  std::uint8_t right_count = 1;
  WordScore score;
};

struct Conflict {
  std::uint8_t left = 0;
  std::uint8_t right = 0;
  double score_bits = 0;  // s, at least -12
};

// An initial and the part (or the initial) of the other name that it may stand for.
struct InitialMeeting {
  std::uint8_t initial = 0;
  std::uint8_t other = 0;
  bool initial_is_left = false;
  bool other_is_initial = false;
};

enum class Order : std::uint8_t { same, rotated, scrambled };

// A short list without an allocation. One item too many is a mistake of ours, never silence.
template <typename Item, std::size_t capacity>
class Short {
 public:
  void push_back(const Item& item) {
    base::check(count_ < capacity, "a name has no more meetings than parts");
    items_[count_++] = item;
  }
  [[nodiscard]] const Item* begin() const { return items_.data(); }
  [[nodiscard]] const Item* end() const { return items_.data() + count_; }
  [[nodiscard]] std::size_t size() const { return count_; }
  [[nodiscard]] bool empty() const { return count_ == 0; }
  [[nodiscard]] const Item& operator[](std::size_t at) const { return items_[at]; }

 private:
  std::array<Item, capacity> items_{};
  std::size_t count_ = 0;
};

struct Alignment {
  Short<Meeting, part_count_max> meetings;  // in the order of the left name
  Short<Conflict, part_count_max>
      conflicts;  // names left over on both sides, the likest paired first
  Short<Conflict, part_count_max> fathers;  // patronymics left over on both sides
  Short<InitialMeeting, 2 * part_count_max> initials;
  Order order = Order::same;
  // Bit i: part i is left over with nothing against it.
  std::uint32_t left_alone = 0;
  std::uint32_t right_alone = 0;
  std::uint32_t left_initials_alone = 0;
  std::uint32_t right_initials_alone = 0;
  bool initial_differs = false;  // an initial fits nothing though the other name has something left
};

// The best sum of (s - 0.5) over one-to-one meetings with s >= 0.5, 0.3 more for the same place;
// exact for eight parts a side. Initials then take what is left over, in order; then the leftovers
// are set against each other.
[[nodiscard]] Alignment align_names(const PreparedName& left, const PreparedName& right);

}  // namespace sanaq::text
