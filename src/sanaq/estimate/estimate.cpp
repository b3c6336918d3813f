#include "sanaq/estimate/estimate.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "sanaq/base/error.h"
#include "sanaq/estimate/automatic.h"
#include "sanaq/estimate/capture_table.h"
#include "sanaq/estimate/loglinear.h"
#include "sanaq/estimate/lower_bounds.h"
#include "sanaq/estimate/two_lists.h"

namespace sanaq::estimate {

namespace {

using base::message;

constexpr std::array<std::pair<std::string_view, Method>, 8> names{
    {{"auto", Method::automatic},
     {"lcm", Method::latent_class},
     {"dga", Method::decomposable},
     {"loglinear", Method::loglinear},
     {"sparse", Method::sparse},
     {"chao", Method::chao},
     {"chapman", Method::chapman},
     {"all", Method::all}}};

void require(bool holds, base::Message what) {
  if (!holds) throw base::Error(base::Kind::usage, std::move(what));
}

Summary by_method(Method method, const CaptureTable& table, const Options& options,
                  base::Progress& progress) {
  switch (method) {
    case Method::loglinear:
      return estimate_loglinear(table, options, progress);
    case Method::chao:
      return estimate_lower_bound(table, options);
    case Method::chapman:
      return estimate_two_lists(table, options);
    default:
      break;
  }
  if (table.lists.size() == 2) return estimate_two_lists(table, options);
  if (auto summary = estimate_automatic(table, options, progress)) return std::move(*summary);
  return estimate_loglinear(table, options, progress);
}

}  // namespace

std::optional<Method> method_from_name(std::string_view name) {
  for (const auto& [known, method] : names) {
    if (known == name) return method;
  }
  return std::nullopt;
}

std::string_view method_name(Method method) {
  const auto found = std::find_if(names.begin(), names.end(),
                                  [&](const auto& entry) { return entry.second == method; });
  return found->first;
}

void check_options(const Options& options) {
  require(options.chains >= 1 && options.chains <= 1024,
          message("chains: {} is not between 1 and 1024", options.chains));
  require(options.draws >= 100, message("draws: {} is fewer than 100", options.draws));
  require(options.warmup >= 100, message("warm-up: {} is fewer than 100 draws", options.warmup));
  require(options.classes_max >= 1 && options.classes_max <= 64,
          message("classes: {} is not between 1 and 64", options.classes_max));
  require(options.threads >= 0,
          message("threads: {} is below 0 (0 is all processors)", options.threads));
  if (const auto& prior = options.total_prior) {
    require(std::isfinite(prior->high) && prior->low > 0 && prior->low < prior->high,
            message("what is known of the total beforehand needs 0 < low < high, not {} and {}",
                    prior->low, prior->high));
  }
}

Summary estimate(const CaptureTable& table, const Options& options, base::Progress& progress) {
  check_options(options);
  check_table(table);
  const CaptureTable cells = ordered(table);
  Summary summary = by_method(options.method, cells, options, progress);
  summary.chao_lower_bound = chao(frequencies(cells));
  return summary;
}

}  // namespace sanaq::estimate
