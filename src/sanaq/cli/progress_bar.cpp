#include "sanaq/cli/progress_bar.h"

#include <algorithm>

#include "sanaq/base/system.h"
#include "sanaq/report/figures.h"

namespace sanaq::cli {
namespace {

constexpr double seconds_between_drawings = 0.1;

// Bytes that begin a character; wide ones are not expected in our sentences.
std::size_t cut_at(std::string_view text, std::size_t columns) {
  std::size_t at = 0;
  for (std::size_t shown = 0; at < text.size(); ++at) {
    const bool begins = (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
    if (begins && shown++ == columns) break;
  }
  return at;
}

}  // namespace

std::string progress_line(const base::Catalog& catalog, const base::Message& what,
                          std::int64_t done, std::int64_t total, double seconds) {
  const std::string& language = catalog.language();
  std::string line = catalog.say(what);
  const double rate = seconds > 0 ? static_cast<double>(done) / seconds : 0;
  if (total > 0) {
    line += fmt::format("  {} %  ", 100 * std::min(done, total) / total);
    line += catalog.say(
        base::message("{} of {}", report::figure(done, language), report::figure(total, language)));
  } else {
    line += "  " + report::figure(done, language);
  }
  if (rate <= 0) return line;
  line += "  " + catalog.say(base::message("{} a second", report::rounded_figure(rate, language)));
  if (total > done) {
    line += "  " + catalog.say(base::message(
                       "{} left",
                       report::duration_text(static_cast<double>(total - done) / rate, language)));
  }
  return line;
}

ProgressBar::ProgressBar(const base::Catalog& catalog, bool is_shown, int columns,
                         std::function<void(std::string_view)> write)
    : catalog_(catalog),
      is_shown_(is_shown),
      columns_(std::max(columns, 20)),
      write_(std::move(write)) {}

ProgressBar::~ProgressBar() { clear(); }

void ProgressBar::start(const base::Message& what, std::int64_t total) {
  clear();
  what_ = what;
  total_ = total;
  since_start_ = {};
  since_drawing_ = {};
}

void ProgressBar::advance_to(std::int64_t done) {
  if (!is_shown_ || since_drawing_.seconds() < seconds_between_drawings) return;
  since_drawing_ = {};
  const std::string line = progress_line(catalog_, what_, done, total_, since_start_.seconds());
  write_(fmt::format("\r{}\x1b[K",
                     line.substr(0, cut_at(line, static_cast<std::size_t>(columns_) - 1))));
  is_drawn_ = true;
}

void ProgressBar::finish() { clear(); }

bool ProgressBar::stop_requested() const { return base::was_interrupted(); }

void ProgressBar::clear() {
  if (is_drawn_) write_("\r\x1b[K");
  is_drawn_ = false;
}

}  // namespace sanaq::cli
