#include "sanaq/workspace/names_found.h"

#include "sanaq/draw/markup.h"
#include "sanaq/http/form.h"
#include "sanaq/pages/date_words.h"
#include "sanaq/persons/case_names.h"
#include "sanaq/workspace/found_names.h"
#include "sanaq/workspace/page.h"
#include "sanaq/workspace/run_words.h"

namespace sanaq::workspace {
namespace {

using base::message;

std::string list_words(const Visit& visit, const std::vector<std::string>& lists) {
  std::string all;
  for (const std::string& list : lists) {
    all += all.empty() ? "" : ", ";
    all += list == persons::case_list_name ? visit.voice.say("case file") : list;
  }
  return draw::harmless(all);
}

Data found_row(const Visit& visit, const FoundName& found, const std::string& choice) {
  Data row;
  row.set("name", found.line.name.empty() ? visit.voice.say("without a name")
                                          : draw::harmless(found.line.name));
  row.set("birth", draw::harmless(pages::words_of_edtf(found.line.birth, visit.voice)));
  row.set("date", draw::harmless(pages::words_of_edtf(found.line.date, visit.voice)));
  row.set("place", draw::harmless(found.line.place));
  row.set("record", found.line.records.empty() ? list_words(visit, found.line.lists)
                                               : draw::harmless(found.line.records.front()));
  row.set("lists",
          list_words(visit, found.also_lists.empty() ? found.line.lists : found.also_lists));
  row.set("by_sound", found.fit == "sound");
  row.set("has_person", !found.person.empty());
  row.set("person", found.person);
  row.set("choice", choice);
  row.set("is_chosen", !choice.empty() && !found.person.empty());
  row.set("is_link", choice.empty() && !found.person.empty());
  row.set("is_plain", found.person.empty());
  return row;
}

std::string count_words(const Visit& visit, const FoundNames& found) {
  const auto shown = static_cast<std::int64_t>(found.names.size());
  if (found.count > shown)
    return visit.voice.say(message("These are the first {} of {}; type more of the name.",
                                   visit.voice.number(shown), visit.voice.number(found.count)));
  return visit.voice.count("{} record has this name", "{} records have this name", shown);
}

}  // namespace

std::string names_found(const Visit& visit, const Bench& bench, const std::string& typed,
                        const std::string& path, const std::string& choice) {
  const FoundNames found = find_names(bench, typed);
  Data data, rows(Data::type::list);
  for (const FoundName& one : found.names) rows.push_back(found_row(visit, one, choice));
  data.set("rows", rows);
  data.set("has_rows", !found.names.empty());
  data.set("has_none", found.is_ready && found.names.empty());
  data.set("is_choice", !choice.empty());
  data.set("count", count_words(visit, found));
  data.set("is_making", !found.is_ready && !found.why_not);
  data.set("making", reading_words(found.making, visit.voice));
  data.set("again", path + "?q=" + http::percent_encoded(typed));
  data.set("has_why_not", found.why_not.has_value());
  data.set("why_not", found.why_not ? visit.voice.say_isolating(*found.why_not) : std::string());
  return piece(visit, "names_found", data);
}

}  // namespace sanaq::workspace
