#include "sanaq/disclose/corrections.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <tuple>
#include <unordered_set>

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

// In the order of the file, of which `text` begins with line `number`.
std::vector<LineOfFact> lines_in(std::string_view text, std::int64_t number) {
  std::vector<LineOfFact> lines;
  for (; !text.empty(); ++number) {
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
std::vector<LineOfFact> only_in(const std::vector<LineOfFact>& lines,
                                std::vector<LineOfFact> others) {
  std::sort(others.begin(), others.end());
  std::vector<LineOfFact> only;
  for (const LineOfFact& line : lines) {
    if (!std::binary_search(others.begin(), others.end(), line)) only.push_back(line);
  }
  return only;
}

std::vector<ChangedFact> read_facts(const std::vector<LineOfFact>& lines, std::string_view file) {
  std::vector<ChangedFact> only;
  for (const LineOfFact& line : lines) {
    const json fact = json::parse(line.text, nullptr, false);
    if (!fact.is_object()) damaged_fact(1 + std::count(file.data(), line.text.data(), '\n'));
    const auto text = [&](const char* key) {
      return fact.contains(key) && fact[key].is_string() ? fact[key].get<std::string>() : "";
    };
    only.push_back({line.id, text("page"), text("property"), text("value"), text("source"),
                    !text("entry").empty()});
  }
  return only;
}

// Two files without the lines that both begin and end with.
struct Middles {
  std::string_view before, now;
  std::array<std::string_view, 2> shared;  // whole lines
};

Middles middles_of(std::string_view before, std::string_view now) {
  const auto differ = std::mismatch(before.begin(), before.end(), now.begin(), now.end());
  auto front = static_cast<std::size_t>(differ.first - before.begin());
  front = front == 0 ? 0 : before.rfind('\n', front - 1) + 1;  // npos + 1 is 0
  Middles out{before.substr(front), now.substr(front), {before.substr(0, front), {}}};
  const auto from_end =
      std::mismatch(out.before.rbegin(), out.before.rend(), out.now.rbegin(), out.now.rend());
  const auto same = static_cast<std::size_t>(from_end.first - out.before.rbegin());
  // The first of them may be the end of a line that differs.
  const std::size_t at = out.before.find('\n', out.before.size() - same);
  const std::size_t back = at == out.before.npos ? 0 : out.before.size() - at - 1;
  out.shared[1] = out.before.substr(out.before.size() - back);
  out.before.remove_suffix(back);
  out.now.remove_suffix(back);
  return out;
}

// A line whose fact both files have elsewhere is none that changed.
void drop_shared(const Middles& middles, std::vector<LineOfFact>& gone,
                 std::vector<LineOfFact>& added) {
  std::unordered_set<std::uint64_t> ids;
  for (const auto* lines : {&gone, &added}) {
    for (const LineOfFact& line : *lines) ids.insert(line.id);
  }
  std::unordered_set<std::uint64_t> shared;
  for (const std::string_view text : middles.shared) {
    for (const LineOfFact& line : lines_in(text, 1)) {
      if (ids.contains(line.id)) shared.insert(line.id);
    }
  }
  for (auto* lines : {&gone, &added})
    std::erase_if(*lines, [&](const LineOfFact& line) { return shared.contains(line.id); });
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
    const Middles middles = middles_of(facts, view.fact_lines);
    const std::int64_t first = 1 + std::count(facts.data(), middles.before.data(), '\n');
    const std::vector<LineOfFact> before = lines_in(middles.before, first),
                                  now = lines_in(middles.now, first);
    std::vector<LineOfFact> gone = only_in(before, now), come = only_in(now, before);
    drop_shared(middles, gone, come);
    const Differences found(read_facts(gone, facts), read_facts(come, view.fact_lines),
                            narrowed_facts(view));
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
