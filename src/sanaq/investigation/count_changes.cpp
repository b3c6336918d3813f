#include "sanaq/investigation/count_changes.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <vector>

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"

namespace sanaq::investigation {
namespace {

using CountLine = nlohmann::ordered_json;

constexpr std::size_t counts_kept = 30;

std::string counts_path(const std::string& folder) {
  return base::join(base::join(folder, ".sanaq"), "counts.jsonl");
}

CountLine kept_line(const CountKept& count) {
  CountLine line = {{"ingest", count.ingest},
                    {"link", count.link},
                    {"estimate", count.estimate},
                    {"made_on", count.made_on},
                    {"records", count.records},
                    {"persons", count.persons},
                    {"links", count.links},
                    {"decisions", count.decisions},
                    {"documented_low", count.documented_low},
                    {"documented_high", count.documented_high}};
  if (count.median) line["median"] = *count.median;
  if (count.low) line["low"] = *count.low;
  if (count.high) line["high"] = *count.high;
  return line;
}

std::optional<double> figure_if_any(const CountLine& line, const char* name) {
  return line.contains(name) ? std::optional(line[name].get<double>()) : std::nullopt;
}

std::optional<CountKept> kept_count(const std::string& text) {
  try {
    const CountLine line = CountLine::parse(text);
    CountKept count;
    count.ingest = line.at("ingest").get<std::string>();
    count.link = line.at("link").get<std::string>();
    count.estimate = line.at("estimate").get<std::string>();
    count.made_on = line.at("made_on").get<std::string>();
    count.records = line.at("records").get<std::int64_t>();
    count.persons = line.at("persons").get<std::int64_t>();
    count.links = line.at("links").get<std::int64_t>();
    count.decisions = line.at("decisions").get<std::int64_t>();
    count.documented_low = line.at("documented_low").get<std::int64_t>();
    count.documented_high = line.at("documented_high").get<std::int64_t>();
    count.median = figure_if_any(line, "median");
    count.low = figure_if_any(line, "low");
    count.high = figure_if_any(line, "high");
    return count;
  } catch (const CountLine::exception&) {
    return std::nullopt;  // a line that was cut tells nothing
  }
}

std::vector<CountKept> kept_counts(const std::string& folder) {
  std::vector<CountKept> counts;
  if (!base::file_exists(counts_path(folder))) return counts;
  const std::string text = base::read_file(counts_path(folder));
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    if (auto count = kept_count(text.substr(at, end - at))) counts.push_back(std::move(*count));
    at = end + 1;
  }
  return counts;
}

}  // namespace

CountKept count_of(const Outcome& outcome) {
  CountKept count;
  count.ingest = outcome.keys.ingest;
  count.link = outcome.keys.link;
  count.estimate = outcome.keys.estimate;
  count.made_on = outcome.provenance.made_on;
  count.records = std::count(outcome.in_scope.begin(), outcome.in_scope.end(), true);
  count.persons = static_cast<std::int64_t>(outcome.persons.size());
  count.links = count.records - count.persons;
  count.decisions = outcome.decisions_applied;
  count.documented_low = outcome.documented_low;
  count.documented_high = outcome.documented_high;
  if (outcome.estimate && outcome.estimate->estimate) {
    count.median = outcome.estimate->estimate->median;
    count.low = outcome.estimate->estimate->interval.low;
    count.high = outcome.estimate->estimate->interval.high;
  }
  return count;
}

void keep_count(const Outcome& outcome) {
  try {
    std::vector<CountKept> counts = kept_counts(outcome.folder);
    CountKept now = count_of(outcome);
    if (!counts.empty() && counts.back() == now) return;
    counts.push_back(std::move(now));
    const std::size_t first = counts.size() > counts_kept ? counts.size() - counts_kept : 0;
    std::string text;
    for (std::size_t at = first; at < counts.size(); ++at)
      text += kept_line(counts[at]).dump() + "\n";
    base::make_folder(base::parent_folder(counts_path(outcome.folder)));
    base::write_file_whole(counts_path(outcome.folder), text);
  } catch (const base::Error&) {
    return;
  }
}

std::optional<std::pair<CountKept, CountKept>> last_count_and_before(const std::string& folder) {
  const std::vector<CountKept> counts = kept_counts(folder);
  if (counts.empty()) return std::nullopt;
  const CountKept& last = counts.back();
  const auto before = std::find_if(counts.rbegin(), counts.rend(),
                                   [&](const CountKept& count) { return count.link != last.link; });
  if (before == counts.rend()) return std::nullopt;
  return std::pair(last, *before);
}

}  // namespace sanaq::investigation
