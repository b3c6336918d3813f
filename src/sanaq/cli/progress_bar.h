// Progress on a terminal: one line with what is done, how far, how fast and how long it will still
// take.
#pragma once
#include <functional>
#include <string>
#include <string_view>

#include "sanaq/base/catalog.h"
#include "sanaq/base/progress.h"
#include "sanaq/base/stopwatch.h"

namespace sanaq::cli {

// The line without colours or cursor moves: "Reading  45 %  1,200 of 2,000  3,000/s  0.27 s left".
// A total of 0 is not known.
[[nodiscard]] std::string progress_line(const base::Catalog& catalog, const base::Message& what,
                                        std::int64_t done, std::int64_t total, double seconds);

// Silent where standard error is no terminal; always knows whether the user pressed Ctrl-C.
class ProgressBar : public base::Progress {
 public:
  ProgressBar(const base::Catalog& catalog, bool is_shown, int columns,
              std::function<void(std::string_view)> write);
  ~ProgressBar() override;
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;
  void start(const base::Message& what, std::int64_t total) override;
  void advance_to(std::int64_t done) override;
  void finish() override;
  [[nodiscard]] bool stop_requested() const override;

 private:
  void clear();

  const base::Catalog& catalog_;
  bool is_shown_;
  int columns_;
  std::function<void(std::string_view)> write_;
  base::Message what_;
  std::int64_t total_ = 0;
  base::Stopwatch since_start_;
  base::Stopwatch since_drawing_;
  bool is_drawn_ = false;
};

}  // namespace sanaq::cli
