#include "sanaq/workspace/history_screen.h"

#include <charconv>
#include <nlohmann/json.hpp>

#include "sanaq/draw/markup.h"
#include "sanaq/investigation/history.h"
#include "sanaq/report/json_text.h"
#include "sanaq/text/date_in_words.h"
#include "sanaq/workspace/page.h"
#include "sanaq/workspace/row_pages.h"
#include "sanaq/workspace/table_download.h"

namespace sanaq::workspace {
namespace {

using investigation::HistoryEntry;

std::vector<HistoryEntry> history_now(Bench& bench, const std::string& language) {
  const HeldNow held = bench.held();
  const investigation::WordsOfRow none = [](const std::string&) { return std::string(); };
  return investigation::history_of(
      bench.folder(), held ? investigation::words_of_rows(held->outcome, language) : none);
}

// "2026-11-30" in the words of the language.
std::string day_written(const std::string& day, const std::string& language) {
  int year = 0, month = 0, number = 0;
  if (day.size() != 10) return day;
  std::from_chars(day.data(), day.data() + 4, year);
  std::from_chars(day.data() + 5, day.data() + 7, month);
  std::from_chars(day.data() + 8, day.data() + 10, number);
  return text::date_in_words(year, month, number, language);
}

Data entry_shown(const Visit& visit, const HistoryEntry& entry) {
  Data shown;
  shown.set("clock", entry.time.size() >= 16 ? entry.time.substr(11, 5) : "");
  shown.set("who", draw::harmless(entry.who));
  shown.set("name", entry.name);
  shown.set("words", visit.voice.say_isolating(entry.words));
  shown.set("is_taken_back", entry.is_taken_back);
  Data details(Data::type::list);
  for (const std::string& detail : entry.details) details.push_back(Data(draw::harmless(detail)));
  shown.set("details", details);
  return shown;
}

// The rows of one page, those of one day together.
Data days_shown(const Visit& visit, const std::vector<HistoryEntry>& history,
                const RowPages& pages) {
  Data days(Data::type::list);
  for (std::size_t at = pages.first; at < pages.last;) {
    const std::string day = history[at].time.substr(0, 10);
    Data entries(Data::type::list);
    for (; at < pages.last && history[at].time.starts_with(day); ++at)
      entries.push_back(entry_shown(visit, history[at]));
    Data shown;
    shown.set("day", day_written(day, visit.voice.language()));
    shown.set("entries", entries);
    days.push_back(shown);
  }
  return days;
}

}  // namespace

http::Response show_history(const Visit& visit, Bench& bench) {
  const std::vector<HistoryEntry> history = history_now(bench, visit.voice.language());
  const RowPages pages = pages_of_rows(visit, history.size());
  Data data;
  data.set("days", days_shown(visit, history, pages));
  data.set("is_empty", history.empty());
  data.set("pages", links_to_pages(visit, pages, history.size(), "/history"));
  return page(visit, bench, {visit.voice.say("The history"), "history"}, "history", data);
}

http::Response history_as_json(const Visit& visit, Bench& bench) {
  nlohmann::ordered_json entries = nlohmann::ordered_json::array();
  for (const HistoryEntry& entry : history_now(bench, visit.voice.language()))
    entries.push_back({{"entry", entry.name},
                       {"time", entry.time},
                       {"who", entry.who},
                       {"kind", entry.kind},
                       {"words", visit.voice.say(entry.words)},
                       {"details", entry.details},
                       {"taken_back", entry.is_taken_back}});
  http::Response response;
  response.type = "application/json";
  response.body = report::json_text(nlohmann::ordered_json{{"entries", entries}});
  return response;
}

http::Response download_history(const Visit& visit, Bench& bench) {
  tables::Sheet sheet{
      visit.voice.say("The history"),
      {{"time", 22}, {"who", 20}, {"what", 48}, {"details", 48}, {"taken_back", 11}, {"entry", 16}},
      {},
      1};
  for (const HistoryEntry& entry : history_now(bench, visit.voice.language())) {
    std::string details;
    for (const std::string& detail : entry.details)
      details += (details.empty() ? "" : " | ") + detail;
    sheet.rows.push_back({entry.time, entry.who, visit.voice.say(entry.words), details,
                          entry.is_taken_back ? "1" : "", entry.name});
  }
  return table_download(visit, bench, std::move(sheet), "history", form_wanted(visit));
}

}  // namespace sanaq::workspace
