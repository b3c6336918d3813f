// A count of persons who may be living: three lists and a capture table, with all that a run would
// know of them, so that whatever leaks can be found.
#pragma once
#include <bit>
#include <cmath>
#include <map>

#include "sanaq/base/sha256.h"
#include "sanaq/disclose/disclose.h"
#include "sanaq/estimate/estimate.h"
#include "sanaq/estimate/one_person.h"
#include "sanaq/investigation/outcome.h"
#include "sanaq/pages/site.h"

namespace sanaq::disclose::test {

// Persons on exactly the lists of the mask place + 1.
using Cells = std::vector<std::int64_t>;

inline const std::vector<std::string>& living_lists() {
  static const std::vector<std::string> names = {"hospital", "union", "shelter"};
  return names;
}

inline estimate::CaptureTable capture_of(const Cells& cells, std::size_t lists = 3) {
  estimate::CaptureTable table;
  table.lists.assign(living_lists().begin(),
                     living_lists().begin() + static_cast<std::ptrdiff_t>(lists));
  for (std::size_t cell = 0; cell < cells.size(); ++cell) {
    if (cells[cell] > 0)
      table.cells.push_back({static_cast<std::uint32_t>(cell + 1), 0, cells[cell]});
  }
  return table;
}

// The numbers of a table, kept: a search asks for the same tables again and again. The real one is
// `auto`; the quick one stands in for it where thousands of tables are tried, and moves more with
// each person: Chao's bound in the form of Chao (1987) that is never endless, with an interval
// about it.
class Estimator {
 public:
  enum class Kind { real, quick };
  explicit Estimator(Kind kind) : kind_(kind) {
    options_.threads = 1;
    options_.draws = 1000;
    options_.checks_on_own_lists = options_.alternatives = false;
  }
  [[nodiscard]] const estimate::Options& options() const { return options_; }

  [[nodiscard]] const estimate::Summary& summary(const Cells& cells) {
    const auto [known, is_new] = summaries_.try_emplace(cells);
    if (is_new) known->second = kind_ == Kind::quick ? quickly(cells) : really(cells);
    return known->second;
  }

  // What estimate::one_person_moves finds, from answers that are kept.
  [[nodiscard]] std::optional<estimate::Moves> moves(const Cells& cells) {
    const auto here = summary(cells).estimate;
    if (!here) return std::nullopt;
    estimate::Moves most;
    for (std::size_t cell = 0; cell < cells.size(); ++cell) {
      for (const int more : {1, -1}) {
        Cells other = cells;
        other[cell] += more;
        if (other[cell] < 0 || sum(other) == 0 || !summary(other).estimate) continue;
        const estimate::Estimate& there = *summary(other).estimate;
        most.median = std::max(most.median, std::abs(there.median - here->median));
        most.low = std::max(most.low, std::abs(there.interval.low - here->interval.low));
        most.high = std::max(most.high, std::abs(there.interval.high - here->interval.high));
      }
    }
    return most;
  }

  static std::size_t lists_of(const Cells& cells) { return cells.size() == 3 ? 2 : 3; }
  static std::int64_t sum(const Cells& cells) {
    std::int64_t all = 0;
    for (const std::int64_t count : cells) all += count;
    return all;
  }

 private:
  [[nodiscard]] estimate::Summary really(const Cells& cells) const {
    base::Progress silent;
    return estimate::estimate(capture_of(cells, lists_of(cells)), options_, silent);
  }

  [[nodiscard]] estimate::Summary quickly(const Cells& cells) const {
    const double all = static_cast<double>(sum(cells));
    double one = 0, two = 0;
    for (std::size_t cell = 0; cell < cells.size(); ++cell) {
      const int lists = std::popcount(cell + 1);
      (lists == 1 ? one : two) += lists <= 2 ? static_cast<double>(cells[cell]) : 0;
    }
    const double unlisted = one * (one - 1) / (3 * (two + 1)) + 0.5;
    const double doubt = std::log1p((1 + unlisted / (two + 2)) / unlisted);
    const double factor = std::exp(1.645 * std::sqrt(doubt));
    estimate::Summary summary;
    summary.lists = capture_of(cells, lists_of(cells)).lists;
    summary.observed = sum(cells);
    summary.estimate =
        estimate::Estimate{all + unlisted,
                           all + unlisted,
                           {"back-tested", 0.9, all + unlisted / factor, all + unlisted * factor}};
    return summary;
  }

  Kind kind_;
  estimate::Options options_;
  std::map<Cells, estimate::Summary> summaries_;
};

inline investigation::Outcome living_outcome(const Cells& cells, Estimator& estimator,
                                             const std::string& secret) {
  investigation::Outcome out;
  const std::size_t lists = Estimator::lists_of(cells);
  out.config.title = "The wounded of Altyn-Köl";
  out.config.languages = {"en"};
  out.config.estimate = estimator.options();
  out.capture = capture_of(cells, lists);
  out.addresses.secret = secret;
  const std::string bytes = base::sha256_hex(std::string(cells.begin(), cells.end()));
  for (std::size_t list = 0; list < lists; ++list) {
    settings::ListConfig config;
    config.name = living_lists()[list];
    config.file = config.name + ".csv";
    out.config.lists.push_back(config);
    investigation::ListReport report;
    report.name = config.name;
    report.version = base::sha256_hex(config.name + bytes);
    for (std::size_t cell = 0; cell < cells.size(); ++cell) {
      if (((cell + 1) >> list & 1U) != 0) report.records += cells[cell];
    }
    report.blank = report.records % 7;
    report.refused = report.records % 3;
    report.unlinkable = report.records % 5;
    report.out_of_scope = report.records % 4;
    report.rows_read = report.records + report.blank + report.refused;
    out.provenance.inputs.emplace_back("lists/" + config.file, report.version);
    out.lists.push_back(report);
    out.records.lists.push_back({config.name, config.file, report.version, false});
  }
  out.documented_low = Estimator::sum(cells);
  out.documented_high = out.documented_low;
  out.estimate = estimator.summary(cells);
  out.estimate_with_unlinkable = out.estimate;
  out.one_person_moves = estimator.moves(cells);
  out.provenance.version = "0.2.0";
  out.provenance.seed = "7";
  out.provenance.settings = base::sha256_hex("settings");
  out.provenance.made_on = "2031-12-" + std::to_string(10 + out.documented_low % 20);
  out.today = "2031-12-31";
  return out;
}

// SHA-256 over every byte of the site.
inline std::string site_of(const investigation::Outcome& outcome) {
  base::Sha256 hash;
  base::Progress silent;
  const pages::WriteFile add = [&](const std::string& path, std::string_view bytes) {
    hash.add(path + "\n");
    hash.add(bytes);
  };
  (void)pages::build_site(disclose(outcome), add, silent);
  return hash.hex();
}

}  // namespace sanaq::disclose::test
