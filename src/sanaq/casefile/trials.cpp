#include "sanaq/casefile/trials.h"

#include <algorithm>
#include <charconv>
#include <set>

namespace sanaq::casefile {
namespace {

// "acquitted 3", "3 acquitted", "acquitted: 3".
std::optional<TrialPart> read_part(const std::string& outcome, const Vocabulary& vocabulary) {
  const std::size_t first = outcome.find_first_of("0123456789");
  if (first == std::string::npos) return std::nullopt;
  const std::size_t end = outcome.find_first_not_of("0123456789", first);
  if (outcome.find_first_of("0123456789", end) != std::string::npos) return std::nullopt;
  std::int64_t number = 0;
  const std::string digits = outcome.substr(first, end - first);
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  std::string words =
      outcome.substr(0, first) + (end == std::string::npos ? "" : outcome.substr(end));
  const std::size_t from = words.find_first_not_of(" :=–-");
  if (read.ec != std::errc() || from == std::string::npos) return std::nullopt;
  words = words.substr(from, words.find_last_not_of(" :=–-") - from + 1);
  return TrialPart{vocabulary.read("VERDICT", words).value_or(words), number};
}

TrialPart& part_of(TrialTotals& totals, const std::string& verdict) {
  const auto found = std::find_if(totals.parts.begin(), totals.parts.end(),
                                  [&](const TrialPart& part) { return part.verdict == verdict; });
  return found != totals.parts.end() ? *found : totals.parts.emplace_back(TrialPart{verdict, {}});
}

void count_custodies(const std::vector<Custody>& custodies, TrialTotals& totals) {
  std::set<std::string> everybody;
  std::set<std::pair<std::string, std::string>> in_part;
  for (const Custody& custody : custodies) {
    if (custody.court != id_of(totals.event)) continue;
    const std::string person = custody.person.key.empty() ? custody.subject : custody.person.key;
    TrialPart& part = part_of(totals, custody.verdict);
    ++part.prosecutions;
    ++totals.prosecutions;
    part.people += in_part.emplace(custody.verdict, person).second ? 1 : 0;
    totals.people += everybody.insert(person).second ? 1 : 0;
  }
}

}  // namespace

std::optional<Range> TrialTotals::difference() const {
  const bool states_parts = std::any_of(
      parts.begin(), parts.end(), [](const TrialPart& part) { return part.stated.has_value(); });
  if (!tried || !states_parts) return std::nullopt;
  return Range{tried->low - stated_sum, tried->high - stated_sum};
}

std::vector<TrialTotals> trial_totals(const Entities& entities, const Vocabulary& vocabulary) {
  std::vector<TrialTotals> all;
  for (const Event& event : entities.events) {
    if (event.type != "trial") continue;
    TrialTotals totals;
    totals.event = event.subject;
    if (event.count_min || event.count_max) {
      totals.tried = Range{event.count_min ? *event.count_min : *event.count_max,
                           event.count_max ? *event.count_max : *event.count_min};
    }
    for (const std::string& outcome : event.outcomes) {
      const auto part = read_part(outcome, vocabulary);
      if (!part) {
        totals.unread.push_back(outcome);
        continue;
      }
      TrialPart& own = part_of(totals, part->verdict);
      own.stated = own.stated.value_or(0) + *part->stated;
      totals.stated_sum += *part->stated;
    }
    count_custodies(entities.custodies, totals);
    all.push_back(std::move(totals));
  }
  return all;
}

}  // namespace sanaq::casefile
