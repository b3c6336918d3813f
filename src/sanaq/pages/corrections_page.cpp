#include "sanaq/pages/corrections_page.h"

#include <array>
#include <map>

#include "sanaq/pages/date_words.h"
#include "sanaq/pages/page_end.h"

namespace sanaq::pages {
namespace {

// The newest; data/corrections.jsonl has all.
constexpr std::size_t listed_max = 200, days_max = 60;

using DayCounts = std::array<std::int64_t, 3>;  // by Kind

Data day_rows(const PublicView& view, const draw::Voice& voice) {
  std::map<std::string, DayCounts, std::greater<>> days;
  for (const PublicCorrection& one : view.corrections.all)
    ++days[one.day][static_cast<std::size_t>(one.kind)];
  Data rows{Data::type::list};
  std::size_t count = 0;
  for (const auto& [day, counts] : days) {
    if (++count > days_max) break;
    Data row;
    row.set("day", day);
    row.set("day_words", words_of_day(day, voice));
    row.set("corrected",
            voice.number(counts[static_cast<std::size_t>(PublicCorrection::Kind::corrected)]));
    row.set("added", voice.number(counts[static_cast<std::size_t>(PublicCorrection::Kind::added)]));
    row.set("withdrawn",
            voice.number(counts[static_cast<std::size_t>(PublicCorrection::Kind::withdrawn)]));
    rows.push_back(row);
  }
  return rows;
}

// What was added is counted by day alone: at the opening of a list it is thousands.
Data listed_rows(const PublicView& view, const std::set<std::string>& pages,
                 const draw::Voice& voice) {
  Data rows{Data::type::list};
  std::size_t count = 0;
  const auto& all = view.corrections.all;
  for (auto one = all.rbegin(); one != all.rend() && count < listed_max; ++one) {
    if (one->kind == PublicCorrection::Kind::added) continue;
    ++count;
    Data row;
    row.set("day", one->day);
    row.set("day_words", words_of_day(one->day, voice));
    row.set("label", corrected_label(view, *one, voice));
    row.set("href", pages.contains(one->page) ? Data(one->page) : Data(false));
    row.set("said", correction_sentence(view, *one, voice));
    row.set("reason", one->reason.empty() ? voice.say("no reason given") : one->reason);
    rows.push_back(row);
  }
  return rows;
}

}  // namespace

Page corrections_page(const PublicView& view, const std::set<std::string>& pages,
                      const draw::Voice& voice) {
  Data data;
  const Data listed = listed_rows(view, pages, voice);
  data.set("has_any", !view.corrections.all.empty());
  data.set("days", day_rows(view, voice));
  data.set("has_listed", listed.is_non_empty_list());
  data.set("listed", listed);
  data.set("file", way_up(language_folder(view, voice.language())) + "data/corrections.jsonl");
  return {"corrections.html", "corrections", voice.say("Corrections"),
          render("corrections", voice, data)};
}

}  // namespace sanaq::pages
