// Days and times of Arrow columns as text that date cells are read from.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace sanaq::tables {

// A type of days or times: date32, date64, a timestamp, or a time of day (time32, time64).
class ArrowTime {
 public:
  // Returns nullopt if the format is none of these, or names a zone that nobody knows.
  [[nodiscard]] static std::optional<ArrowTime> of_format(std::string_view format);

  // Returns "14:05:00" for a time of day; else "2011-12-16", or "2011-12-16 14:05:00" if the time
  // of day is not midnight. A timestamp with a zone is given in that zone. Parts of a second are
  // left out. What lies in no year that a calendar here has (beyond 32767) stands as the number
  // that it is.
  [[nodiscard]] std::string text(std::int64_t value) const;
  // Whether a value has 32 bits and not 64.
  [[nodiscard]] bool has_32_bits() const { return has_32_bits_; }

 private:
  struct Zone;
  std::int64_t units_per_second_ = 0;  // 0: the unit is a day
  bool has_32_bits_ = false, is_time_of_day_ = false;
  std::shared_ptr<const Zone> zone_;  // nullptr: as it stands
};

}  // namespace sanaq::tables
