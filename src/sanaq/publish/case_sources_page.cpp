#include "sanaq/publish/case_sources_page.h"

#include <algorithm>
#include <map>
#include <set>

namespace sanaq::publish {
namespace {

using base::message;
using casefile::Said;

CaseTable of_file(const PublicView& view, const std::string& kind, const std::string& hash,
                  const std::map<std::int64_t, std::set<std::string>>& rows, const Voice& voice) {
  CaseTable table{voice.say(message("Table: {}", kind)),
                  "SHA-256 " + hash,
                  {voice.say("Row"), voice.say("What it speaks of")},
                  {}};
  for (const auto& [row, subjects] : rows) {
    for (const std::string& subject : subjects)
      table.rows.push_back({number_cell(row, voice), thing_cell(view, subject, voice, "")});
  }
  return table;
}

CaseTable by_source(const PublicView& view, const Voice& voice) {
  std::map<std::string, std::set<std::string>> subjects;
  for (const Said& said : view.case_file.view.said()) subjects[said.source].insert(said.subject);
  CaseTable table{voice.say("Sources by name"),
                  "",
                  {voice.say("Source"), voice.say("Reliability"), voice.say("Things it speaks of")},
                  {}};
  for (const auto& [source, things] : subjects) {
    table.rows.push_back({{source.empty() ? voice.say("no source named") : source},
                          {view.case_file.vocabulary.label(
                              "MT42", view.case_file.view.reliability(source), voice.language())},
                          number_cell(static_cast<std::int64_t>(things.size()), voice)});
  }
  return table;
}

}  // namespace

Page case_sources_page(const PublicView& view, const Voice& voice) {
  CasePage page{
      "case-sources.html", voice.say("Where it stands"),
      voice.say(
          "Every public statement of the case file, by the file and the row in which it stands, "
          "and forward to the page that shows it. Whoever holds a file can compare its SHA-256."),
      "case.html", voice.say("The case file")};
  page.tables.push_back(by_source(view, voice));
  using Rows = std::map<std::int64_t, std::set<std::string>>;
  std::map<std::pair<std::string, std::string>, Rows> files;
  std::map<std::string, std::set<std::string>> entries;
  for (const Said& said : view.case_file.view.said()) {
    if (said.origin.file.empty()) {
      entries[said.origin.entry].insert(said.subject);
    } else {
      files[{said.origin.file, said.origin.hash}][said.origin.row].insert(said.subject);
    }
  }
  for (const auto& [file, rows] : files) {
    page.tables.push_back(of_file(view, file.first, file.second, rows, voice));
    page.tables.back().anchor = source_anchor({file.first, file.second, 0, ""});
  }
  if (!entries.empty()) {
    CaseTable table{
        voice.say("The ledger"), "", {voice.say("Entry"), voice.say("What it speaks of")}, {}};
    for (const auto& [entry, subjects] : entries) {
      for (const std::string& subject : subjects)
        table.rows.push_back({{entry}, thing_cell(view, subject, voice, "")});
    }
    table.anchor = "ledger";
    page.tables.push_back(std::move(table));
  }
  return made_page(view, page, voice);
}

}  // namespace sanaq::publish
