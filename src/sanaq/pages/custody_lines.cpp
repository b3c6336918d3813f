#include "sanaq/pages/custody_lines.h"

#include <fmt/format.h>

#include <algorithm>

#include "sanaq/pages/case_page.h"
#include "sanaq/pages/date_words.h"

namespace sanaq::pages {
namespace {

constexpr std::size_t lines_max = 80;

}  // namespace

draw::TimeRow custody_line(const PublicView& view, const casefile::Custody& custody,
                           const draw::Voice& voice) {
  const std::int32_t day = view.case_file.held_on;
  const casefile::CustodyOn now = casefile::custody_on(custody, day);
  draw::TimeRow row{title_of(view, custody.subject, voice), {}, {}};
  const auto& began = custody.arrested ? custody.arrested : custody.term_start;
  if (!began) return row;
  const std::int32_t from = began->first_day;
  row.value = date_words(began, voice);
  if (custody.released) {
    row.stretches.push_back({from, std::max(from, custody.released->last_day), "past"});
    row.value += " – " + date_words(custody.released, voice);
    return row;
  }
  if (now.held == casefile::Held::no) {
    row.stretches.push_back({from, from, "past"});
    return row;
  }
  const char* const past = now.held == casefile::Held::yes ? "past" : "perhaps";
  row.stretches.push_back({from, std::max(from, day), past});
  if (now.is_life) {
    row.stretches.back().is_open = true;
    row.value += " – " + voice.say("for life");
  } else if (now.free) {
    const auto end = static_cast<std::int32_t>(now.free->high);
    if (end > day) row.stretches.push_back({std::max(from, day), end, "ahead"});
    row.value +=
        " – " +
        date_words(record::PartialDate{static_cast<std::int32_t>(now.free->low), end}, voice);
  }
  return row;
}

std::string custody_lines(const PublicView& view,
                          const std::vector<const casefile::Custody*>& custodies,
                          const std::string& id, const draw::Voice& voice) {
  std::vector<draw::TimeRow> rows;
  for (const casefile::Custody* custody : custodies) {
    draw::TimeRow row = custody_line(view, *custody, voice);
    if (!row.stretches.empty()) rows.push_back(std::move(row));
  }
  if (rows.empty() || rows.size() > lines_max) return {};
  std::stable_sort(rows.begin(), rows.end(), [](const auto& left, const auto& right) {
    return left.stretches.front().from < right.stretches.front().from;
  });
  const std::string title = voice.say("Terms in time");
  const std::int32_t day = view.case_file.held_on;
  return fmt::format("<div class=\"wide\">{}</div><div class=\"narrow\">{}</div>",
                     draw::time_drawing(rows, day, 760, id, title),
                     draw::time_drawing(rows, day, 360, id + "-n", title));
}

}  // namespace sanaq::pages
