#include "sanaq/report/result_text.h"

#include <cmath>

#include "sanaq/report/figures.h"
#include "sanaq/report/text_table.h"

namespace sanaq::report {
namespace {

using base::Catalog;
using base::message;

constexpr std::size_t cell_characters = 30;

std::string said(const Catalog& catalog, std::int64_t number) {
  return figure(number, catalog.language());
}

std::string line(const Catalog& catalog, const base::Message& sentence) {
  return catalog.say(sentence) + "\n";
}

std::string level_text(double level, const Catalog& catalog) {
  return catalog.say(message("{} % interval", static_cast<int>(std::lround(level * 100))));
}

std::string strata_text(const estimate::Summary& summary, const Catalog& catalog) {
  if (summary.strata.empty()) return "";
  std::vector<std::vector<std::string>> rows(
      1, {catalog.say("stratum"), catalog.say("on the lists"), catalog.say("estimated"),
          catalog.say("alone, without the others")});
  for (const estimate::StratumAnswer& stratum : summary.strata) {
    rows.push_back(
        {safe_cell(stratum.name, cell_characters), said(catalog, stratum.observed),
         stratum.estimate ? number_line(*stratum.estimate, catalog) : catalog.say("no number"),
         stratum.alone ? number_line(*stratum.alone, catalog) : catalog.say("no number")});
  }
  std::string text = text_table(rows);
  for (const estimate::StratumAnswer& stratum : summary.strata) {
    for (const base::Message& reason : stratum.reasons)
      text +=
          fmt::format("  {}: {}\n", safe_cell(stratum.name, cell_characters), catalog.say(reason));
  }
  return text;
}

// The bounds that hardly need a model, beside the number.
std::string bounds_text(const estimate::Summary& summary, const Catalog& catalog) {
  if (summary.chao_lower_bound <= 0) return "";
  const std::string& language = catalog.language();
  const std::string plain = rounded_figure(summary.chao_lower_bound, language);
  if (!summary.chao_with_list_effects)
    return line(catalog, message("Chao's lower bound: {}", plain));
  return line(catalog,
              message("Chao's lower bound: {}; where lists differ in how many they reach: {}",
                      plain, rounded_figure(*summary.chao_with_list_effects, language)));
}

}  // namespace

std::string number_line(const estimate::Estimate& estimate, const Catalog& catalog) {
  const std::string& language = catalog.language();
  const auto bound = [&](double value) {
    return std::isfinite(value) ? rounded_figure(value, language) : std::string("∞");
  };
  return catalog.say(message("{} ({} {} to {})", bound(estimate.median),
                             level_text(estimate.interval.level, catalog),
                             bound(estimate.interval.low), bound(estimate.interval.high)));
}

std::string link_text(const record::RecordTable& records, const link::Result& linked,
                      std::int64_t persons, const Catalog& catalog) {
  std::string text =
      line(catalog, message("{} records in {} lists are {} persons",
                            said(catalog, static_cast<std::int64_t>(records.record_count())),
                            said(catalog, static_cast<std::int64_t>(records.lists.size())),
                            said(catalog, persons)));
  text += line(catalog, message("{} pairs were weighed", said(catalog, linked.candidate_pairs)));
  for (const link::BlockRule& rule : linked.model.rules)
    text += fmt::format("  {}  {}\n", rule.rule, said(catalog, rule.pairs));
  if (linked.model.recall_lost > 0)
    text += line(catalog, message("blocking is expected to lose at least {} % of the true pairs",
                                  fmt::format("{:.2f}", 100 * linked.model.recall_lost)));
  double lost = 0;
  for (const link::Lost& of : linked.lost) lost += of.matches;
  if (lost >= 1)
    text +=
        line(catalog, message("about {} pairs of one person were not found; registers drawn for "
                              "the estimate have as many more",
                              said(catalog, static_cast<std::int64_t>(std::llround(lost)))));
  for (const base::Message& warning : linked.warnings) text += "! " + line(catalog, warning);
  return text;
}

std::string explanation_text(const link::Explanation& explanation, const Catalog& catalog) {
  std::vector<std::vector<std::string>> rows = {{catalog.say("column"), catalog.say("left"),
                                                 catalog.say("right"), catalog.say("agreement"),
                                                 catalog.say("bits")}};
  for (const auto& compared : explanation.lines) {
    rows.push_back({compared.column, safe_cell(compared.left, cell_characters),
                    safe_cell(compared.right, cell_characters), compared.level,
                    fmt::format("{:+.2f}", compared.weight_bits)});
  }
  if (explanation.differing_bits != 0) {
    rows.push_back(
        {catalog.say(message("{} of {} differ", explanation.differing, explanation.filled)), "", "",
         "", fmt::format("{:+.2f}", explanation.differing_bits)});
  }
  rows.push_back(
      {catalog.say("before looking"), "", "", "", fmt::format("{:+.2f}", explanation.prior_bits)});
  rows.push_back({catalog.say("together"), "", "", "",
                  fmt::format("{:+.2f}", explanation.prior_bits + explanation.weight_bits)});
  return text_table(rows) + line(catalog, message("one person with probability {}",
                                                  fmt::format("{:.4f}", explanation.probability)));
}

std::string estimate_text(const estimate::Summary& summary, const Catalog& catalog) {
  std::string text;
  if (summary.estimate) {
    text +=
        line(catalog, message("Estimated: {}, method {}", number_line(*summary.estimate, catalog),
                              estimate::method_name(summary.method)));
  } else {
    text += line(catalog, message("Estimated: no number can be given here"));
  }
  if (summary.unlisted)
    text += line(catalog, message("On no list: {}", number_line(*summary.unlisted, catalog)));
  text += bounds_text(summary, catalog);
  text += strata_text(summary, catalog);
  if (!summary.usable()) text += line(catalog, message("Not to be quoted, because:"));
  for (const base::Message& reason : summary.reasons) text += "  - " + line(catalog, reason);
  for (const base::Message& warning : summary.warnings) text += "! " + line(catalog, warning);
  for (const estimate::Alternative& other : summary.alternatives) {
    const std::string number =
        other.estimate ? number_line(*other.estimate, catalog) : catalog.say("no number");
    text += fmt::format("  {:<10} {}{}\n", estimate::method_name(other.method), number,
                        other.usable ? "" : "  " + catalog.say("(not to be quoted)"));
  }
  return text;
}

std::string overlap_text(const estimate::CaptureTable& table, const Catalog& catalog) {
  const std::vector<std::int64_t> both = estimate::overlap(table);
  const std::size_t lists = table.lists.size();
  std::vector<std::vector<std::string>> rows(1, {catalog.say("on both")});
  for (const std::string& list : table.lists) rows[0].push_back(safe_cell(list, cell_characters));
  for (std::size_t left = 0; left < lists; ++left) {
    rows.push_back({safe_cell(table.lists[left], cell_characters)});
    for (std::size_t right = 0; right < lists; ++right)
      rows.back().push_back(said(catalog, both[left * lists + right]));
  }
  return text_table(rows);
}

}  // namespace sanaq::report
