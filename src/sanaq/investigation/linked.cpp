#include "sanaq/investigation/linked.h"

#include <algorithm>
#include <string>
#include <utility>

#include "sanaq/exchange/choose_engine.h"
#include "sanaq/exchange/counting_headers.h"
#include "sanaq/investigation/thresholds.h"

namespace sanaq::investigation {
namespace {

std::vector<exchange::OwnHeaders> own_headers(const std::vector<ListReport>& lists) {
  std::vector<exchange::OwnHeaders> headers;
  for (const ListReport& list : lists)
    headers.push_back({list.counter_headers, list.unmapped_headers});
  return headers;
}

}  // namespace

splink::Linked link_lists(const persons::Records& records, const std::vector<ListReport>& lists,
                          const settings::Config& config,
                          const std::vector<link::Decision>& decisions, base::Progress& progress) {
  if (records.records.record_count() == 0) return {};
  link::Options options = config.link;
  options.decisions = decisions;
  for (std::string& header : exchange::headers_that_count(own_headers(lists)))
    options.ignore_headers.push_back(std::move(header));
  options.thresholds = threshold_steps;
  options.leave_out.clear();
  for (const bool is_in : records.in_scope) options.leave_out.push_back(!is_in);
  return exchange::link_table(records.records, options, config.splink_model, progress);
}

Documented documented(const std::vector<persons::Person>& persons) {
  const auto linkable =
      std::count_if(persons.begin(), persons.end(),
                    [](const persons::Person& person) { return person.is_linkable; });
  return {linkable, static_cast<std::int64_t>(persons.size())};
}

}  // namespace sanaq::investigation
