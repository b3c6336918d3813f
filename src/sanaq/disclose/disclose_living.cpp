#include "sanaq/disclose/disclose_living.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <map>

#include "sanaq/base/check.h"
#include "sanaq/disclose/living_rounding.h"
#include "sanaq/investigation/outcome.h"

namespace sanaq::disclose {
namespace {

using base::message;
using estimate::Method;
using investigation::Outcome;

constexpr std::size_t lists_min = 3;
constexpr std::int64_t shared_min = 10;  // printed persons on exactly two lists: below, no number
constexpr double ratio_max = 12;         // printed upper over lower end: beyond, to be doubted

struct Pattern {
  std::uint32_t not_covered = 0, listed = 0;  // bit i = list i of the settings
  auto operator<=>(const Pattern&) const = default;
};

// The capture table has no list on which nobody is, and that would tell; here every list is.
class AllLists {
 public:
  AllLists(const Outcome& outcome, const pages::PublicView& view) : outcome_(outcome) {
    base::check(view.lists.size() == outcome.config.lists.size(), "every list is in the view");
    for (const pages::PublicList& list : view.lists) shown_.push_back(list.name);
    if (!outcome.capture) return;
    for (const std::string& name : outcome.capture->lists) {
      const auto& lists = outcome.config.lists;
      const auto found = std::find_if(lists.begin(), lists.end(),
                                      [&](const auto& list) { return list.name == name; });
      base::check(found != lists.end(), "a capture list is one of the settings");
      places_.push_back(static_cast<std::size_t>(found - lists.begin()));
    }
  }

  [[nodiscard]] const std::vector<std::string>& shown() const { return shown_; }

  [[nodiscard]] std::map<Pattern, std::int64_t> counts() const {
    std::map<Pattern, std::int64_t> all;
    if (!outcome_.capture) return all;
    for (const estimate::Cell& cell : outcome_.capture->cells)
      all[{moved(cell.not_covered), moved(cell.listed)}] += cell.count;
    return all;
  }

  // What is counted, whatever the order of the lists: each list by its length and name, and how the
  // persons stand to it.
  [[nodiscard]] std::string figure(const Pattern& pattern) const {
    std::vector<std::string> parts;
    for (std::size_t list = 0; list < outcome_.config.lists.size(); ++list) {
      const std::string& name = outcome_.config.lists[list].name;
      const char standing = (pattern.listed >> list & 1U) != 0        ? '1'
                            : (pattern.not_covered >> list & 1U) != 0 ? 'x'
                                                                      : '0';
      parts.push_back(std::to_string(name.size()) + ":" + name + standing);
    }
    std::sort(parts.begin(), parts.end());
    std::string text = "lists ";
    for (const std::string& part : parts) text += part;
    return text;
  }

 private:
  [[nodiscard]] std::uint32_t moved(std::uint32_t bits) const {
    std::uint32_t out = 0;
    for (std::size_t at = 0; at < places_.size(); ++at) out |= (bits >> at & 1U) << places_[at];
    return out;
  }

  const Outcome& outcome_;
  std::vector<std::string> shown_;
  std::vector<std::size_t> places_;  // of each capture list among those of the settings
};

// Persons whose page tells on which lists they are, by these lists.
std::map<std::uint32_t, std::int64_t> persons_shown(const pages::PublicView& view) {
  std::map<std::uint32_t, std::int64_t> shown;
  for (const pages::PublicPerson& person : view.persons) {
    std::uint32_t lists = 0;
    for (const pages::PublicRecord& record : person.records)
      lists |= std::uint32_t{1} << record.list;
    ++shown[lists];
  }
  return shown;
}

void sum_up(pages::PublicOverlap& overlap) {
  const std::size_t lists = overlap.lists.size();
  overlap.pairs.assign(lists * lists, 0);
  overlap.observed = 0;
  for (const pages::PublicOverlap::Pattern& pattern : overlap.patterns) {
    overlap.observed += pattern.count;
    for (std::size_t left = 0; left < lists; ++left) {
      for (std::size_t right = 0; right < lists; ++right) {
        if ((pattern.listed >> left & pattern.listed >> right & 1U) != 0)
          overlap.pairs[left * lists + right] += pattern.count;
      }
    }
  }
}

// Only the cells are rounded, each by itself; all sums are made of them and tell nothing more. A
// cell that comes to 0 is not there, like one in which nobody is.
pages::PublicOverlap rounded_overlap(const AllLists& lists, const pages::PublicView& view,
                                     const LivingRounding& rounding) {
  pages::PublicOverlap out;
  out.is_rounded = true;
  out.lists = lists.shown();
  std::map<std::uint32_t, std::int64_t> shown = persons_shown(view);
  for (const auto& [pattern, count] : lists.counts()) {
    const std::int64_t open = std::min(shown[pattern.listed], count);
    shown[pattern.listed] -= open;
    const std::int64_t rounded = rounding.count(lists.figure(pattern), count, open);
    if (rounded > 0) out.patterns.push_back({pattern.listed, pattern.not_covered, rounded});
  }
  std::stable_sort(out.patterns.begin(), out.patterns.end(),
                   [](const auto& left, const auto& right) { return left.count > right.count; });
  sum_up(out);
  return out;
}

// Persons on exactly two lists, as printed.
std::int64_t on_two(const pages::PublicOverlap& overlap) {
  std::int64_t all = 0;
  for (const pages::PublicOverlap::Pattern& pattern : overlap.patterns) {
    if (std::popcount(pattern.listed) == 2) all += pattern.count;
  }
  return all;
}

bool some_list_is_small(const pages::PublicOverlap& overlap) {
  for (std::size_t list = 0; list < overlap.lists.size(); ++list) {
    if (overlap.pairs[list * overlap.lists.size() + list] == 0) return true;
  }
  return false;
}

// Whether there is an estimate is decided by what is printed, and by the settings: whether a method
// has one, or `auto` another method, may hang on a single person. Other methods jump where a cell
// is nearly empty, and of two lists three figures tell the three counts (tests/publish/
// living_attack_test.cpp finds both).
std::optional<base::Message> why_no_estimate(const Outcome& outcome,
                                             const pages::PublicOverlap& overlap) {
  const Method method = outcome.config.estimate.method;
  if (overlap.lists.size() < lists_min)
    return message("from fewer than three lists a number would tell of single persons");
  if (method != Method::automatic && method != Method::all) {
    return message(
        "of persons who may be living only the number of the method auto is published: those of "
        "others move much with a single person, and would tell of him");
  }
  if (some_list_is_small(overlap) || on_two(overlap) < shared_min)
    return message("too few persons are on two lists for a number that tells of nobody");
  return std::nullopt;
}

// What can be said against the number from what is printed beside it.
void doubt_what_is_printed(estimate::Summary& summary) {
  const estimate::Interval& interval = summary.estimate->interval;
  if (interval.high > ratio_max * interval.low) {
    summary.reasons.push_back(
        message("the upper limit is more than {} times the lower: the lists overlap too little for "
                "a number",
                ratio_max));
  }
}

// For the publisher alone: what of the exact answer the site does not say.
void warn_of_what_is_not_said(const Outcome& outcome, pages::PublicView& view) {
  if (outcome.estimate->reasons.empty()) return;
  view.warnings.push_back(message(
      "the site gives the estimate, but not why it should not be quoted alone, because that "
      "would tell of single persons; it is this:"));
  for (const base::Message& reason : outcome.estimate->reasons) view.warnings.push_back(reason);
}

void disclose_estimate(const Outcome& outcome, const LivingRounding& rounding,
                       pages::PublicView& view) {
  estimate::Summary summary;
  summary.lists = view.overlap->lists;
  summary.observed = view.overlap->observed;
  summary.method = Method::automatic;  // the only one; not which one it fell back to
  if (const auto why = why_no_estimate(outcome, *view.overlap)) {
    summary.reasons.push_back(*why);
  } else if (outcome.estimate && outcome.one_person_moves) {
    if (const auto exact = estimate::at_ninety_percent(*outcome.estimate))
      summary.estimate = rounding.outwards(*exact, *outcome.one_person_moves, *view.rounding);
  }
  if (summary.estimate) {
    doubt_what_is_printed(summary);
    warn_of_what_is_not_said(outcome, view);
  } else if (outcome.estimate && outcome.estimate->estimate) {
    view.warnings.push_back(
        message("the estimate is not published: what it would tell could be of single persons"));
  }
  view.estimate = std::move(summary);
}

// Numbers of rows are numbers of persons, and a file's hash changes with a single one.
void close_lists(pages::PublicView& view) {
  for (pages::PublicList& list : view.lists) {
    list.version.clear();
    list.records.reset();
    list.rows_read = list.blank = list.refused = 0;
    list.bad_cells = list.out_of_scope = list.unlinkable = 0;
  }
}

}  // namespace

void disclose_living(const Outcome& outcome, pages::PublicView& view) {
  const LivingRounding rounding(outcome.addresses.secret);
  view.rounding = pages::PublicRounding{.is_secret = rounding.is_secret()};
  view.documented_low = view.documented_high = 0;
  view.overlap.reset();
  view.estimate.reset();
  view.estimate_with_unlinkable.reset();
  view.truth.reset();
  pages::PublicProvenance program;
  program.version = outcome.provenance.version;
  view.provenance = program;
  close_lists(view);
  if (view.lists.empty()) return;
  if (!rounding.is_secret()) {
    view.warnings.push_back(
        message("this investigation has no secret yet, so everybody can know where a count is "
                "rounded up: two sites that differ by one person may tell of him"));
  }
  view.overlap = rounded_overlap(AllLists(outcome, view), view, rounding);
  view.documented_low = view.overlap->observed;
  view.documented_high =
      view.documented_low +
      rounding.count("records without a name", outcome.documented_high - outcome.documented_low);
  disclose_estimate(outcome, rounding, view);
}

}  // namespace sanaq::disclose
