#include "sanaq/disclose/corrections.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <tuple>

#include "sanaq/base/error.h"
#include "sanaq/disclose/correction_lines.h"
#include "sanaq/draw/markup.h"

namespace sanaq::disclose {
namespace {

using nlohmann::json;
// A line of facts.jsonl by its id, which stands at its beginning.
struct LineOfFact {
  std::uint64_t id = 0;
  std::string_view text;
  bool operator<(const LineOfFact& other) const { return id < other.id; }
};

constexpr std::string_view line_begins = R"({"id":")";
constexpr std::size_t fact_digits = 16;

[[noreturn]] void damaged_fact(std::int64_t number) {
  throw base::Error(
      base::Kind::corrupt,
      base::message("publication/facts.jsonl, line {}: this is none that sanaq wrote; "
                    "put the file back from a copy of the folder",
                    number));
}

// In the order of the file.
std::vector<LineOfFact> lines_in(std::string_view text) {
  std::vector<LineOfFact> lines;
  for (std::int64_t number = 1; !text.empty(); ++number) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    if (end == text.npos || !line.starts_with(line_begins) ||
        line.size() < line_begins.size() + fact_digits)
      damaged_fact(number);
    LineOfFact one{0, line};
    const char* const digits = line.data() + line_begins.size();
    if (std::from_chars(digits, digits + fact_digits, one.id, 16).ptr != digits + fact_digits)
      damaged_fact(number);
    lines.push_back(one);
    text.remove_prefix(end + 1);
  }
  return lines;
}

struct ChangedFact {
  std::uint64_t id = 0;
  std::string page, property, value, source;
  bool is_of_ledger = false;
};

// Those of `lines` that are not among `others`, in their order.
std::vector<ChangedFact> only_in(const std::vector<LineOfFact>& lines,
                                 std::vector<LineOfFact> others) {
  std::sort(others.begin(), others.end());
  std::vector<ChangedFact> only;
  for (const LineOfFact& line : lines) {
    if (std::binary_search(others.begin(), others.end(), line)) continue;
    const json fact = json::parse(line.text, nullptr, false);
    if (!fact.is_object()) damaged_fact(&line - lines.data() + 1);
    const auto text = [&](const char* key) {
      return fact.contains(key) && fact[key].is_string() ? fact[key].get<std::string>() : "";
    };
    only.push_back({line.id, text("page"), text("property"), text("value"), text("source"),
                    !text("entry").empty()});
  }
  return only;
}

// What the gate shows in part: the whole that stood there before may no longer be told.
std::set<std::uint64_t> narrowed_facts(const pages::PublicView& view) {
  std::set<std::uint64_t> narrowed;
  for (const pages::PublicPerson& person : view.persons) {
    for (const pages::PublicRecord& record : person.records) {
      for (const std::optional<pages::PublicCell>& cell : record.cells) {
        if (cell && cell->is_narrowed) narrowed.insert(cell->fact);
      }
    }
  }
  return narrowed;
}

bool names_nobody(const std::string& value) {
  return value == pages::closed_reference ||
         (value.starts_with("person ") &&
          value.find_first_not_of("0123456789", std::string_view("person ").size()) == value.npos);
}

// Pairs what is gone with what is new in its place: on the same page, the same property by the same
// source, in their order.
class Differences {
 public:
  Differences(const std::vector<ChangedFact>& gone, const std::vector<ChangedFact>& added,
              std::set<std::uint64_t> narrowed)
      : narrowed_(std::move(narrowed)) {
    std::map<Place, std::vector<const ChangedFact*>> in_place;
    for (const ChangedFact& fact : added) in_place[place_of(fact)].push_back(&fact);
    std::set<const ChangedFact*> taken;
    for (const ChangedFact& fact : gone) {
      std::vector<const ChangedFact*>& there = in_place[place_of(fact)];
      const ChangedFact* now = there.empty() ? nullptr : there.front();
      if (now != nullptr) there.erase(there.begin());
      taken.insert(now);
      replace(fact, now);
    }
    for (const ChangedFact& fact : added) {
      if (!taken.contains(&fact))
        lines_.push_back({{"", fact.page, fact.property, "", fact.value, "",
                           pages::PublicCorrection::Kind::added},
                          0,
                          fact.id});
    }
  }

  [[nodiscard]] std::vector<CorrectionLine> lines() const { return lines_; }
  [[nodiscard]] const std::vector<std::uint64_t>& closed() const { return closed_; }

 private:
  using Place = std::tuple<std::string, std::string, std::string>;
  static Place place_of(const ChangedFact& fact) { return {fact.page, fact.property, fact.source}; }

  void replace(const ChangedFact& fact, const ChangedFact* now) {
    CorrectionLine line{{"", fact.page, fact.property, fact.value, "", "",
                         pages::PublicCorrection::Kind::withdrawn},
                        fact.id,
                        0};
    const bool is_closed = now == nullptr || narrowed_.contains(now->id) ||
                           names_nobody(now->value) || fact.is_of_ledger;
    if (now != nullptr) {
      line.said.kind = pages::PublicCorrection::Kind::corrected;
      line.said.now = now->value;
      line.is = now->id;
    }
    if (is_closed) {
      line.said.before.clear();
      closed_.push_back(fact.id);
    }
    lines_.push_back(std::move(line));
  }

  std::set<std::uint64_t> narrowed_;
  std::vector<CorrectionLine> lines_;
  std::vector<std::uint64_t> closed_;
};

bool is_same_change(const CorrectionLine& left, const CorrectionLine& right) {
  return left.was == right.was && left.is == right.is && left.said.kind == right.said.kind &&
         left.said.page == right.said.page && left.said.property == right.said.property;
}

// A run that was killed between the two files had written these already.
bool ends_with(const std::vector<CorrectionLine>& lines, const std::vector<CorrectionLine>& end) {
  return !end.empty() && lines.size() >= end.size() &&
         std::equal(end.begin(), end.end(), lines.end() - static_cast<std::ptrdiff_t>(end.size()),
                    is_same_change);
}

}  // namespace

KeptFacts disclose_corrections(std::string_view facts, std::string_view corrections,
                               const std::string& day, const std::string& public_reason,
                               pages::PublicView& view) {
  std::vector<CorrectionLine> lines = read_correction_lines(corrections);
  if (!facts.empty() && facts != view.fact_lines) {
    const std::vector<LineOfFact> before = lines_in(facts), now = lines_in(view.fact_lines);
    const Differences found(only_in(before, now), only_in(now, before), narrowed_facts(view));
    close_facts(lines, found.closed());
    std::vector<CorrectionLine> added = found.lines();
    for (CorrectionLine& line : added) {
      line.said.day = day;
      line.said.reason = draw::harmless(public_reason);
    }
    if (!ends_with(lines, added)) lines.insert(lines.end(), added.begin(), added.end());
  }
  for (const CorrectionLine& line : lines) view.corrections.add(line.said);
  return {view.fact_lines, text_of(lines)};
}

}  // namespace sanaq::disclose
