#include "sanaq/pages/sources_page.h"

#include <map>
#include <set>

#include "sanaq/pages/document_pages.h"

namespace sanaq::pages {
namespace {

Data lists_in_brief(const PublicView& view, const draw::Voice& voice) {
  return data_list(view.lists, [&](const PublicList& list) {
    Data row;
    row.set("name", list.name);
    put_text(row, "covers", list.covers);
    const bool is_told = list.records.has_value() && !view.rounding;
    put_text(row, "records",
             is_told ? voice.count("{} record", "{} records", *list.records) : std::string());
    return row;
  });
}

// Those whom the case file names as sources, by how many things each speaks of.
Data voices_in_brief(const PublicView& view, const draw::Voice& voice) {
  std::map<std::string, std::set<std::string>> subjects;
  for (const casefile::Statement& said : view.case_file.view.statements())
    subjects[said.source].insert(said.subject);
  return data_list(subjects, [&](const auto& source) {
    Data row;
    row.set("name", source.first.empty() ? voice.say("no source named") : source.first);
    put_text(row, "reliability",
             view.case_file.vocabulary.label("MT42", view.case_file.view.reliability(source.first),
                                             voice.language()));
    row.set("things", voice.number(static_cast<std::int64_t>(source.second.size())));
    return row;
  });
}

}  // namespace

Page sources_page(const PublicView& view, const draw::Voice& voice) {
  Data data;
  data.set("has_lists", !view.lists.empty());
  data.set("lists", lists_in_brief(view, voice));
  const auto documents = static_cast<std::int64_t>(cited_documents(view).size());
  put_text(data, "documents",
           documents > 0 ? voice.count("{} document", "{} documents", documents) : std::string());
  data.set("has_case", !view.case_file.is_empty());
  data.set("voices", voices_in_brief(view, voice));
  return {"sources.html", "lists", voice.say("Sources"), render("sources", voice, data)};
}

}  // namespace sanaq::pages
