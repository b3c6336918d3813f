// The results of trying the method on the user's own lists (leave_one_out.h): with a list hidden,
// left out, merged with another, or added.
#pragma once
#include <cstddef>
#include <cstdint>

namespace sanaq::estimate {

// One list is hidden (own_lists.h) and its size estimated, with models weighed only by the hidings
// of the other lists: a check that has not seen its own answer.
struct HiddenList {
  std::size_t list = 0;
  std::int64_t truth = 0;                // the size of the list
  double median = 0, low = 0, high = 0;  // low and high: the 90 % interval
  [[nodiscard]] bool held() const {
    return low <= static_cast<double>(truth) && static_cast<double>(truth) <= high;
  }
};

// The total as it would be without one list.
struct LeftOutList {
  std::size_t list = 0;
  std::int64_t observed = 0;
  double median = 0, low = 0, high = 0;  // 90 %
};

// The total as it would be if two lists were one. It changes little if both have one origin.
struct MergedLists {
  std::size_t first = 0, second = 0;
  double median = 0, low = 0, high = 0;  // 90 %
};

// The total from the first lists of the table alone.
struct ListsAdded {
  std::size_t lists = 0;
  std::int64_t observed = 0;
  double median = 0, low = 0, high = 0;  // 90 %
};

}  // namespace sanaq::estimate
