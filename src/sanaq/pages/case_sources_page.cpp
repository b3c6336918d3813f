#include "sanaq/pages/case_sources_page.h"

#include <algorithm>
#include <map>
#include <set>

#include "sanaq/pages/page_parts.h"

namespace sanaq::pages {
namespace {

using base::message;
using casefile::Statement;

// What can be told of the table's file.
std::string file_text(const PublicView& view, const std::string& name, const draw::Voice& voice) {
  for (const PublicInput& input : view.case_file.tables) {
    if (input.name != name) continue;
    return input.is_open ? "SHA-256 " + input.hash
                         : voice.say(message("Commitment to the file: {}", input.hash));
  }
  return {};
}

CaseTable of_file(const PublicView& view, const std::string& name, bool is_open,
                  const std::map<std::int64_t, std::set<std::string>>& rows,
                  const draw::Voice& voice) {
  CaseTable table{
      voice.say(message("Table: {}", name)),
      file_text(view, name, voice),
      {is_open ? voice.say("Row") : voice.say("Public row"), voice.say("What it speaks of")},
      {}};
  for (const auto& [row, subjects] : rows) {
    for (const std::string& subject : subjects)
      table.rows.push_back({number_cell(row, voice), thing_cell(view, subject, voice, "")});
  }
  return table;
}

CaseTable by_source(const PublicView& view, const draw::Voice& voice) {
  std::map<std::string, std::set<std::string>> subjects;
  for (const Statement& said : view.case_file.view.statements())
    subjects[said.source].insert(said.subject);
  CaseTable table{voice.say("Sources by name"),
                  "",
                  {voice.say("Source"), voice.say("Reliability"), voice.say("Things it speaks of")},
                  {}};
  for (const auto& [source, entities] : subjects) {
    table.rows.push_back({{source.empty() ? voice.say("no source named") : source},
                          {view.case_file.vocabulary.label(
                              "MT42", view.case_file.view.reliability(source), voice.language())},
                          number_cell(static_cast<std::int64_t>(entities.size()), voice)});
  }
  return table;
}

}  // namespace

std::vector<Page> case_sources_pages(const PublicView& view, const draw::Voice& voice) {
  CasePage page{
      "case-sources.html", voice.say("Where it stands"),
      voice.say(
          "Every public statement of the case file, by the table and by which of its public rows "
          "it is, and forward to the page that shows it."),
      "case.html", voice.say("The case file")};
  page.tables.push_back(by_source(view, voice));
  using Rows = std::map<std::int64_t, std::set<std::string>>;
  std::map<std::string, std::pair<bool, Rows>> files;     // name -> the file is public, rows
  std::map<std::int64_t, std::set<std::string>> entries;  // by their public number
  for (const Statement& said : view.case_file.view.statements()) {
    if (said.origin.file.empty()) {
      entries[std::atoll(said.origin.entry.c_str())].insert(said.subject);
    } else {
      auto& [is_open, rows] = files[said.origin.file];
      is_open = !said.origin.hash.empty();
      rows[said.origin.row].insert(said.subject);
    }
  }
  for (const auto& [file, rows] : files) {
    page.tables.push_back(of_file(view, file, rows.first, rows.second, voice));
    page.tables.back().anchor = source_anchor({file, "", 0, ""});
  }
  if (!entries.empty()) {
    CaseTable table{voice.say("The ledger"),
                    "",
                    {voice.say("Public statement"), voice.say("What it speaks of")},
                    {}};
    for (const auto& [entry, subjects] : entries) {
      for (const std::string& subject : subjects)
        table.rows.push_back({number_cell(entry, voice), thing_cell(view, subject, voice, "")});
    }
    table.anchor = "ledger";
    page.tables.push_back(std::move(table));
  }
  std::vector<Page> pages;
  add_in_parts(view, page, voice, pages);
  return pages;
}

}  // namespace sanaq::pages
