// The default answer for three lists or more: the back-tested average, what the lists say about it,
// and when not to trust it.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "sanaq/base/progress.h"
#include "sanaq/estimate/capture_table.h"
#include "sanaq/estimate/options.h"
#include "sanaq/estimate/summary.h"

namespace sanaq::estimate {

// Returns nullopt if the average does not apply: if there are fewer than three lists, or nobody is
// listed; or, if some lists did not cover everybody, also if there are more than six lists, or
// nobody whom three lists covered. If there are more than eight lists, the smallest are joined into
// one until eight are left, and a warning says so.
inline constexpr std::size_t average_lists_max = 8;
[[nodiscard]] std::optional<Summary> estimate_automatic(const CaptureTable& table,
                                                        const Options& options,
                                                        base::Progress& progress);

// The same in two steps, for a caller that wants the checks only for a number that is worth them.
// What hidden lists gave for the number is used again for the checks.
class Average {
 public:
  // Returns nullopt if estimate_automatic does. `table` and `options` must outlive the result.
  [[nodiscard]] static std::optional<Average> of(const CaptureTable& table, const Options& options,
                                                 base::Progress& progress);
  ~Average();
  Average(Average&&) noexcept;
  Average& operator=(Average&&) noexcept;

  [[nodiscard]] const Summary& number() const { return number_; }
  [[nodiscard]] Summary with_checks(base::Progress& progress) &&;
  [[nodiscard]] Summary without_checks(base::Progress& progress) &&;

 private:
  struct Parts;
  Average(Summary number, std::unique_ptr<Parts> parts);

  Summary number_;
  std::unique_ptr<Parts> parts_;  // nullptr if some lists did not cover everybody: no checks
};

// Returns 2^L counts by mask, where bit i is list i. Every list must cover everybody.
[[nodiscard]] std::vector<std::int64_t> counts_by_mask(const CaptureTable& table);

}  // namespace sanaq::estimate
