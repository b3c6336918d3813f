#include "sanaq/link/prepared_records.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "sanaq/link/labels.h"
#include "sanaq/link/make_columns.h"
#include "sanaq/link/record_order.h"

namespace sanaq::link {
namespace {

Columns columns_in_scope(const record::RecordTable& table, const Options& options,
                         const std::vector<std::uint32_t>& order) {
  Columns columns = make_columns(table, options, order);
  for (std::size_t at = 0; at < order.size(); ++at) {
    if (!options.leave_out.empty() && options.leave_out[order[at]]) columns.is_linkable[at] = false;
  }
  return columns;
}

Options with_labels(const record::RecordTable& table, const Options& options) {
  Options binding;
  resolve_labels(table, options, binding);
  return binding;
}

// Of the decisions that bind those that labels gave, by place in the order.
std::vector<KnownPair> labelled_pairs(const Options& options, const Options& binding,
                                      const std::vector<std::uint32_t>& order) {
  std::vector<std::uint32_t> place(order.size());
  for (std::uint32_t at = 0; at < order.size(); ++at) place[order[at]] = at;
  std::vector<KnownPair> pairs;
  for (std::size_t at = options.decisions.size(); at < binding.decisions.size(); ++at) {
    const Decision& label = binding.decisions[at];
    pairs.push_back({place[label.left], place[label.right], label.same});
  }
  return pairs;
}

// Three groups of a column whose field is known to hold no names, and how many there are.
base::Message told_as_one(const SameValues& same) {
  constexpr std::size_t groups_most = 3;
  const bool is_field = record::field_from_name(same.column).has_value();
  std::string text;
  for (std::size_t at = 0; is_field && at < std::min(groups_most, same.groups.size()); ++at)
    text += fmt::format("{}{}", at == 0 ? "" : "; ", fmt::join(same.groups[at], " = "));
  if (!is_field || same.groups.size() > groups_most) text += is_field ? "; …" : "…";
  return base::message(
      "{}: words of different lists are compared as one ({} groups), since the same people have "
      "them: {}",
      same.column, same.groups.size(), text);
}

}  // namespace

PreparedRecords::PreparedRecords(const record::RecordTable& of, const Options& by)
    : table(of),
      options(by),
      order(record_order(of)),
      space(make_pair_space(of, order)),
      columns(columns_in_scope(of, by, order)),
      comparer(columns.features),
      binding(with_labels(of, by)),
      known_pairs(labelled_pairs(by, binding, order)) {}

std::vector<base::Message> warnings_of(const PreparedRecords& records) {
  std::vector<base::Message> warnings;
  if (records.columns.features.empty())
    warnings.push_back(
        base::message("no column could be compared: every record is a person of its own; name "
                      "the columns in investigation.toml or with --column"));
  const std::vector<bool>& is_linkable = records.columns.is_linkable;
  const auto poor = std::count(is_linkable.begin(), is_linkable.end(), false);
  if (poor > 0)
    warnings.push_back(base::message(
        "{} records are too poor to link or left out of scope: each is a person of its own", poor));
  for (const SameValues& same : records.options.same_values) warnings.push_back(told_as_one(same));
  return warnings;
}

}  // namespace sanaq::link
