#include "sanaq/answers/statement_text.h"

#include <algorithm>
#include <cmath>

#include "sanaq/report/figures.h"

namespace sanaq::answers {
namespace {

using base::Catalog;
using base::message;
using base::Message;
using estimate::Method;
using estimate::Summary;

constexpr std::size_t rows_max = 6;  // of a kind: it is one page

class Page {
 public:
  explicit Page(const Catalog& catalog) : catalog_(catalog) {}
  void heading(const Message& words) { text_ += "\n## " + catalog_.say(words) + "\n\n"; }
  void title(const Message& words) { text_ += "# " + catalog_.say(words) + "\n\n"; }
  void sentence(const Message& words) { text_ += catalog_.say(words) + "\n"; }
  void item(const Message& words) { text_ += "- " + catalog_.say(words) + "\n"; }
  void item_of(const std::string& label, const std::string& value) {
    text_ += "- " + label + ": " + value + "\n";
  }
  [[nodiscard]] std::string figure(double value) const {
    return std::isfinite(value) ? report::rounded_figure(value, catalog_.language()) : "–";
  }
  [[nodiscard]] std::string range(double low, double high) const {
    return figure(low) + "–" + figure(high);
  }
  [[nodiscard]] std::string estimate(const estimate::Estimate& estimate) const {
    return figure(estimate.median) + " (" + range(estimate.interval.low, estimate.interval.high) +
           ")";
  }
  [[nodiscard]] std::string say(const Message& words) const { return catalog_.say(words); }
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  const Catalog& catalog_;
  std::string text_;
};

std::string percent(double share) { return std::to_string(std::lround(100 * share)) + " %"; }

void say_number(const Summary& summary, Page& page) {
  page.heading(message("The number"));
  page.sentence(message("Persons on at least one of the {} lists, each counted once: {}.",
                        summary.lists.size(), page.figure(static_cast<double>(summary.observed))));
  if (summary.chao_lower_bound > 0) {
    page.sentence(message("Lower bound that hardly needs a model (Chao 1987): {}.",
                          page.figure(summary.chao_lower_bound)));
  }
  if (summary.chao_with_list_effects) {
    page.sentence(
        message("The same, where lists differ in how many they reach (Rivest and Baillargeon "
                "2007): {}.",
                page.figure(*summary.chao_with_list_effects)));
  }
  if (!summary.estimate) {
    page.sentence(message("No number of all persons can be given."));
  } else {
    const estimate::Interval& interval = summary.estimate->interval;
    page.sentence(message("Estimated number of all persons: {}; {} interval: {}.",
                          page.figure(summary.estimate->median), percent(interval.level),
                          page.range(interval.low, interval.high)));
  }
  if (summary.usable()) return;
  page.sentence(message("This estimate should not be quoted, because:"));
  for (const Message& reason : summary.reasons) page.item(reason);
}

Message method_words(Method method) {
  switch (method) {
    case Method::automatic:
      return message(
          "Method: the posterior of those on no list, averaged over 40 small log-linear models "
          "with "
          "random dependence of every order between lists and one or two kinds of people; nothing "
          "is fitted to tables of others (docs/method/backtested.md).");
    case Method::latent_class:
      return message(
          "Method: Bayesian latent classes (Manrique-Vallier 2016), sampled by Hamiltonian Monte "
          "Carlo (docs/method/latent-classes.md).");
    case Method::decomposable:
      return message(
          "Method: average over all decomposable graphs of dependence between lists (Madigan and "
          "York 1997; docs/method/decomposable.md).");
    case Method::loglinear:
      return message(
          "Method: hierarchical log-linear models, chosen by an information criterion "
          "(docs/method/loglinear.md).");
    case Method::sparse:
      return message(
          "Method: log-linear models for sparse tables (Chan, Silverman and Vincent 2021; "
          "docs/method/loglinear.md).");
    case Method::thresholded:
      return message(
          "Method: log-linear models with thresholded priors (Silverman 2020; "
          "docs/method/loglinear.md).");
    case Method::chao:
      return message("Method: Chao's lower bound (docs/method/two-lists-and-bounds.md).");
    case Method::chapman:
    case Method::all:
      break;
  }
  return message("Method: Chapman's two lists (docs/method/two-lists-and-bounds.md).");
}

void say_assumptions(const Summary& summary, Page& page) {
  page.heading(message("What was assumed"));
  page.item(method_words(summary.method));
  page.item(
      message("All lists look at one population: the same place, the same days; nobody joins "
              "or leaves it between lists."));
  if (!summary.dependent_lists.empty()) {
    page.item(
        message("These lists are known to depend on each other, by copying or by a common "
                "source: {}. Every model has their dependence "
                "(docs/method/named-dependence.md).",
                estimate::pairs_text(summary.dependent_lists)));
  }
  page.item(summary.register_count > 0
                ? message("Which records are one person is not known for certain: the number was "
                          "estimated on {} sampled registers; {} of the doubt comes from this.",
                          summary.register_count, percent(summary.link_share.value_or(0)))
                : message("Which records are one person was taken as known."));
  if (!summary.strata.empty()) {
    page.item(message("{} strata were estimated apart, pooled in part and added up.",
                      summary.strata.size()));
  }
  page.item(
      message("Nobody can test whether people on no list behave like people on a list. The "
              "number speaks of people whom lists like these could reach."));
  if (summary.method == Method::automatic && summary.lists.size() > 2) {
    page.item(message(
        "The interval was tried where the answer was known because one list was hidden: on 252 "
        "public tables from 16 sources it held the true number in 87 % of cases."));
  }
}

void say_what_would_change_it(const Summary& summary, Page& page) {
  if (!summary.estimate) return;
  page.heading(message("What would change the answer"));
  for (const estimate::PriorAnswer& answer : summary.prior_answers)
    page.item_of(page.say(answer.prior), page.estimate(answer.estimate));
  std::vector<estimate::LeftOutList> left_out = summary.left_out_lists;
  std::stable_sort(left_out.begin(), left_out.end(), [&](const auto& a, const auto& b) {
    return std::abs(std::log(a.median / summary.estimate->median)) >
           std::abs(std::log(b.median / summary.estimate->median));
  });
  if (left_out.size() > rows_max) left_out.resize(rows_max);
  for (const estimate::LeftOutList& list : left_out) {
    page.item(message("without the list {}: {} ({})", summary.lists[list.list],
                      page.figure(list.median), page.range(list.low, list.high)));
  }
  for (const estimate::Alternative& other : summary.alternatives) {
    if (!other.estimate) continue;
    page.item(message("by the method {}: {}", estimate::method_name(other.method),
                      page.estimate(*other.estimate)));
  }
  page.item(
      message("one more list, records that are linked otherwise, or a list that turns out to "
              "be copied from another"));
}

void say_checks(const Summary& summary, Page& page) {
  const bool has_chains = summary.diagnostics.rhat.has_value();
  if (summary.hidden_lists.empty() && !summary.prediction && !has_chains) return;
  page.heading(message("Checks"));
  if (!summary.hidden_lists.empty()) {
    const auto held = std::count_if(summary.hidden_lists.begin(), summary.hidden_lists.end(),
                                    [](const auto& list) { return list.held(); });
    page.item(
        message("tried on these lists, each hidden in turn: the 90 % interval held the known "
                "size of {} of {}",
                held, summary.hidden_lists.size()));
  }
  if (summary.prediction) {
    page.item(
        message("the model's own tables lie farther from its expectation than the lists do in "
                "{} of cases (near 0 % it would not fit)",
                percent(summary.prediction->p_value)));
  }
  if (has_chains) {
    page.item(message("chains agree: split R-hat {} (at most 1.01 is good), {} effective draws",
                      fmt::format("{:.3f}", *summary.diagnostics.rhat),
                      page.figure(summary.diagnostics.ess.value_or(0))));
  }
}

Message title() { return message("How the number was estimated"); }

}  // namespace

std::string statement_beginning(const Catalog& catalog) {
  return "# " + catalog.say(title()) + "\n";
}

std::string statement_text(const Summary& summary, const investigation::Provenance& provenance,
                           const Catalog& catalog) {
  Page page(catalog);
  page.title(title());
  page.sentence(
      message("Made on {} with sanaq {}, seed {}. The same inputs, seed and version give "
              "the same number.",
              provenance.made_on, provenance.version, provenance.seed));
  say_number(summary, page);
  say_assumptions(summary, page);
  say_what_would_change_it(summary, page);
  say_checks(summary, page);
  page.heading(message("What it was made from"));
  for (const auto& [name, hash] : provenance.inputs)
    page.item(message("{}, SHA-256 {}", name, hash));
  return page.text();
}

}  // namespace sanaq::answers
