#include "sanaq/pages/document_pages.h"

#include <algorithm>
#include <set>

#include "sanaq/pages/case_page.h"
#include "sanaq/pages/page_parts.h"

namespace sanaq::pages {
namespace {

using base::message;

constexpr std::size_t hash_digits = 64;

// Hexadecimal runs of exactly the length of a SHA-256.
void add_hashes(const std::string& text, std::set<std::string>& hashes) {
  std::string run;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    const char letter = at < text.size() ? text[at] : ' ';
    const bool is_hex = (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'f');
    if (is_hex) {
      run += letter;
      continue;
    }
    if (run.size() == hash_digits) hashes.insert(run);
    run.clear();
  }
}

// The things that statements speak of, each once, with where they are shown.
CaseTable things_of(const PublicView& view, const std::string& hash,
                    const std::vector<std::size_t>& statements, const draw::Voice& voice) {
  std::set<std::string> subjects;
  for (const std::size_t at : statements)
    subjects.insert(view.case_file.view.statements()[at].subject);
  subjects.erase("document:" + hash);
  CaseTable table{voice.say("What rests on it"), "", {voice.say("What it speaks of")}, {}};
  for (const std::string& subject : subjects)
    table.rows.push_back({thing_cell(view, subject, voice, "../")});
  return table;
}

std::string title_of_document(const PublicView& view, const std::string& hash,
                              const draw::Voice& voice) {
  const std::string title = view.case_file.view.value("document:" + hash, "title");
  return title.empty() ? voice.say(message("Document {}", hash.substr(0, 16))) : title;
}

}  // namespace

std::map<std::string, std::vector<std::size_t>> cited_documents(const PublicView& view) {
  std::map<std::string, std::vector<std::size_t>> documents;
  const std::vector<casefile::Statement>& all = view.case_file.view.statements();
  for (std::size_t at = 0; at < all.size(); ++at) {
    std::set<std::string> hashes;
    for (const std::string* text :
         {&all[at].subject, &all[at].value, &all[at].source, &all[at].locator})
      add_hashes(*text, hashes);
    for (const std::string& hash : hashes) documents[hash].push_back(at);
  }
  return documents;
}

std::string document_file(const std::string& sha256) {
  return "documents/" + sha256.substr(0, 16) + ".html";
}

std::vector<Page> document_pages(const PublicView& view, const draw::Voice& voice) {
  const auto documents = cited_documents(view);
  std::vector<Page> pages, of_documents;
  if (documents.empty()) return pages;
  CasePage index{"documents/index.html", voice.say("Documents"),
                 voice.say("Documents that a public statement names, each by its SHA-256: whoever "
                           "has the file can tell that it is this one."),
                 "../sources.html", voice.say("Sources")};
  CaseTable table{"", "", {voice.say("Document"), voice.say("Things that rest on it")}, {}};
  for (const auto& [hash, statements] : documents) {
    const CaseTable things = things_of(view, hash, statements, voice);
    table.rows.push_back({{title_of_document(view, hash, voice), hash.substr(0, 16) + ".html"},
                          number_cell(static_cast<std::int64_t>(things.rows.size()), voice)});
    CasePage page{document_file(hash), title_of_document(view, hash, voice), "SHA-256 " + hash,
                  "index.html", voice.say("Documents")};
    if (view.case_file.view.has("document:" + hash)) page.entities = {{"document:" + hash, ""}};
    if (!things.rows.empty()) page.tables.push_back(things);
    add_in_parts(view, page, voice, of_documents);
  }
  index.tables.push_back(std::move(table));
  add_in_parts(view, index, voice, pages);
  pages.insert(pages.end(), of_documents.begin(), of_documents.end());
  for (Page& page : pages) page.section = "lists";
  return pages;
}

}  // namespace sanaq::pages
