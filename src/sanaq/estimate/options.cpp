#include "sanaq/estimate/options.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "sanaq/base/error.h"

namespace sanaq::estimate {
namespace {

using base::message;

constexpr std::array<std::pair<std::string_view, Method>, 9> names{
    {{"auto", Method::automatic},
     {"lcm", Method::latent_class},
     {"dga", Method::decomposable},
     {"loglinear", Method::loglinear},
     {"sparse", Method::sparse},
     {"threshold", Method::thresholded},
     {"chao", Method::chao},
     {"chapman", Method::chapman},
     {"all", Method::all}}};

void require(bool holds, base::Message what) {
  if (!holds) throw base::Error(base::Kind::usage, std::move(what));
}

void check_prior(const TotalPrior& prior) {
  require(std::isfinite(prior.high) && prior.low > 0 && prior.low < prior.high,
          message("what is known of the total beforehand needs 0 < low < high, not {} and {}",
                  prior.low, prior.high));
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

std::optional<Criterion> criterion_from_name(std::string_view name) {
  for (const Criterion criterion : {Criterion::bic, Criterion::aic, Criterion::aicc}) {
    if (criterion_name(criterion) == name) return criterion;
  }
  return std::nullopt;
}

std::string_view criterion_name(Criterion criterion) {
  return criterion == Criterion::bic ? "bic" : criterion == Criterion::aic ? "aic" : "aicc";
}

void check_options(const Options& options) {
  require(options.bootstrap == 0 || (options.bootstrap >= 100 && options.bootstrap <= 1'000'000),
          message("bootstrap: {} resamples are not between 100 and 1,000,000", options.bootstrap));
  require(options.chains >= 1 && options.chains <= 1024,
          message("chains: {} is not between 1 and 1024", options.chains));
  require(options.draws >= 1, message("draws: {} is fewer than 1", options.draws));
  require(options.warmup >= 100, message("warm-up: {} is fewer than 100 draws", options.warmup));
  require(options.classes_max >= 1 && options.classes_max <= 64,
          message("classes: {} is not between 1 and 64", options.classes_max));
  require(options.threads >= 0,
          message("threads: {} is below 0 (0 is all processors)", options.threads));
  if (options.total_prior) check_prior(*options.total_prior);
  if (const auto& share = options.unlisted_prior) {
    require(!options.total_prior,
            message("say beforehand the total or the share on no list, not both"));
    require(share->low >= 0 && share->low < share->high && share->high < 1,
            message("the share on no list needs 0 <= low < high < 1, not {} and {}", share->low,
                    share->high));
  }
}

void check_dependent_lists(const Options& options, const std::vector<std::string>& lists) {
  for (const DependentLists& pair : options.dependent_lists) {
    for (const std::string& name : {pair.first, pair.second}) {
      if (std::find(lists.begin(), lists.end(), name) != lists.end()) continue;
      throw base::Error(
          base::Kind::bad_input,
          message("{} is said to depend on another list, but there is no list of that "
                  "name among {}",
                  name, fmt::format("{}", fmt::join(lists, ", "))));
    }
    if (pair.first == pair.second) {
      throw base::Error(base::Kind::bad_input,
                        message("{} is said to depend on itself: name two lists", pair.first));
    }
  }
}

Options with_total_prior(Options options, double observed) {
  if (options.unlisted_prior) {
    options.total_prior = prior_from_unlisted_share(*options.unlisted_prior, observed);
    options.unlisted_prior.reset();
  }
  if (!options.total_prior) return options;
  if (options.total_prior->high < observed) {
    throw base::Error(
        base::Kind::bad_input,
        message("beforehand the total was known to be at most {}, but {} persons are on the lists: "
                "one of the two is wrong",
                options.total_prior->high, observed));
  }
  if (options.total_prior->is_range && options.total_prior->low > 100 * observed) {
    throw base::Error(base::Kind::bad_input,
                      message("a total of more than {}, 100 times the documented number, cannot be "
                              "estimated from these lists",
                              100 * observed));
  }
  return options;
}

}  // namespace sanaq::estimate
