#include "sanaq/pages/site.h"

#include <tbb/parallel_for.h>
#include <tbb/task_group.h>

#include <algorithm>
#include <set>

#include "embedded/sanaq_pages.h"
#include "sanaq/pages/about_page.h"
#include "sanaq/pages/article_page.h"
#include "sanaq/pages/case_data.h"
#include "sanaq/pages/case_pages.h"
#include "sanaq/pages/claims_page.h"
#include "sanaq/pages/correction_data.h"
#include "sanaq/pages/corrections_page.h"
#include "sanaq/pages/data_files.h"
#include "sanaq/pages/fact_lines.h"
#include "sanaq/pages/feed.h"
#include "sanaq/pages/filing.h"
#include "sanaq/pages/letters_pages.h"
#include "sanaq/pages/lists_page.h"
#include "sanaq/pages/method_page.h"
#include "sanaq/pages/number_page.h"
#include "sanaq/pages/overlap_page.h"
#include "sanaq/pages/page_end.h"
#include "sanaq/pages/person_inputs.h"
#include "sanaq/pages/places_pages.h"
#include "sanaq/pages/register_page.h"
#include "sanaq/pages/search_index.h"
#include "sanaq/pages/search_page.h"
#include "sanaq/pages/sources_page.h"
#include "sanaq/pages/topic_pages.h"

namespace sanaq::pages {
namespace {

std::string whole_page(const PublicView& view, const draw::Voice& voice, Page page) {
  page.end = page_end(view, page.path, voice);
  return frame(view, voice, page);
}

struct Writer {
  const SiteFiles& files;
  base::Progress& progress;
  SiteCount count;

  void file(const std::string& path, std::string_view bytes, const std::string& inputs = {}) {
    progress.throw_if_stopped();
    files.write(path, bytes, inputs);
    ++count.files;
  }
  void keep(const std::string& path, const std::string& inputs) {
    files.keep(path, inputs);
    ++count.files;
  }
  void page(const PublicView& view, const draw::Voice& voice, const Page& made) {
    file(language_folder(view, voice.language()) + made.path, whole_page(view, voice, made));
    ++count.pages;
  }
};

std::set<std::string> pages_with_facts(const PublicView& view,
                                       const std::vector<Page>& case_pages) {
  std::set<std::string> pages;
  for (const PublicPerson& person : view.persons) pages.insert("person/" + person.id + ".html");
  for (const Page& page : case_pages) pages.insert(page.path);
  return pages;
}

struct Made {
  std::string path, bytes;
};

struct OfPerson {
  std::string inputs;
  std::vector<std::string> kept;  // paths of pages that stand
  std::vector<Made> made;
};

// All persons in one language.
struct PersonPages {
  const PublicView& view;
  const PersonInputs& inputs;
  const SiteFiles& files;
  const draw::Voice& voice;

  // The person's page, then those that send on to it.
  [[nodiscard]] OfPerson of(const PublicPerson& person) const {
    const std::string folder = language_folder(view, voice.language()) + "person/";
    OfPerson out;
    if (files.stands) out.inputs = inputs.of(person);
    const auto add = [&](const std::string& id, const auto& make) {
      const std::string path = folder + id + ".html";
      if (files.stands && files.stands(path, out.inputs)) {
        out.kept.push_back(path);
      } else {
        out.made.push_back({path, make()});
      }
    };
    add(person.id, [&] { return whole_page(view, voice, person_page(view, person, voice)); });
    for (const std::string& record : person.forwards)
      add(record, [&] { return forwarding_page(view, person, voice); });
    return out;
  }
};

using Batch = std::vector<OfPerson>;  // of some persons

constexpr std::size_t persons_at_once = 64;

Batch pages_from(const PersonPages& pages, std::size_t from) {
  Batch made(std::min(persons_at_once, pages.view.persons.size() - from));
  tbb::parallel_for(std::size_t{0}, made.size(),
                    [&](std::size_t at) { made[at] = pages.of(pages.view.persons[from + at]); });
  return made;
}

// Made on all processors, and written in their order while the next are made.
void write_persons(Writer& out, const PublicView& view, const PersonInputs& inputs,
                   const draw::Voice& voice, std::int64_t& done) {
  const PersonPages pages{view, inputs, out.files, voice};
  Batch made = pages_from(pages, 0);
  for (std::size_t next_from = persons_at_once; !made.empty(); next_from += persons_at_once) {
    Batch next;
    tbb::task_group ahead;
    if (next_from < view.persons.size()) ahead.run([&] { next = pages_from(pages, next_from); });
    for (const OfPerson& person : made) {
      for (const std::string& path : person.kept) out.keep(path, person.inputs);
      for (const Made& file : person.made) out.file(file.path, file.bytes, person.inputs);
      ++out.count.pages;
      out.progress.advance_to(++done);
    }
    ahead.wait();
    made = std::move(next);
  }
}

// The ways to a person: by letter, by place, by search.
void write_ways(Writer& out, const PublicView& view, const std::vector<Filed>& all,
                const draw::Voice& voice) {
  if (view.has_register) {
    for (const Page& page : letters_pages(view, all, voice)) out.page(view, voice, page);
  }
  if (has_places(view)) {
    for (const Page& page : places_pages(view, all, voice)) out.page(view, voice, page);
  }
  if (has_search(view)) out.page(view, voice, search_page(view, voice));
}

// One index for all languages: names are looked for in Latin letters in each of them.
void write_search(Writer& out, const PublicView& view, const std::vector<Filed>& all) {
  if (!has_search(view)) return;
  const draw::Voice main(view.languages.front());
  out.file(std::string(search_script), embedded_file("search.js"));
  write_search_index(
      search_entries(view, all, main),
      [&](const std::string& path, std::string_view bytes) { out.file(path, bytes); });
}

void write_articles(Writer& out, const PublicView& view, const draw::Voice& voice) {
  if (view.written.articles.empty()) return;
  for (const PublicArticle& article : view.written.articles)
    out.page(view, voice, article_page(view, article, voice));
  for (const Page& page : topic_pages(view, voice)) out.page(view, voice, page);
  out.file(language_folder(view, voice.language()) + "feed.xml", feed(view, voice));
}

}  // namespace

SiteCount build_site(const PublicView& view, const WriteFile& write, base::Progress& progress) {
  SiteFiles files;
  files.write = [&](const std::string& path, std::string_view bytes, const std::string&) {
    write(path, bytes);
  };
  return build_site(view, files, progress);
}

SiteCount build_site(const PublicView& view, const SiteFiles& to, base::Progress& progress) {
  Writer out{to, progress, {}};
  const PersonInputs inputs(view);
  progress.start(base::message("writing the site"),
                 static_cast<std::int64_t>(view.persons.size() * view.languages.size()));
  std::int64_t done = 0;
  out.file("sanaq.css", embedded_file("sanaq.css"));
  const std::vector<Page> main_case = case_pages(view, draw::Voice(view.languages.front()));
  std::vector<DataFile> files = data_files(view);
  for (DataFile& file : case_data(view)) files.push_back(std::move(file));
  if (!view.fact_lines.empty())
    files.push_back({"facts.jsonl", view.fact_lines,
                     base::message("Every fact of the pages with its source (JSON, one a line)")});
  if (!view.corrections.all.empty())
    files.push_back({"corrections.jsonl", correction_text(view.corrections),
                     base::message("Every correction since the first publication (JSON, one a "
                                   "line)")});
  const std::set<std::string> fact_pages = pages_with_facts(view, main_case);
  for (const DataFile& file : files) out.file("data/" + file.path, file.bytes);
  for (const PublicFile& file : view.written.files) out.file(file.path, *file.bytes);
  const std::vector<Filed> main_filing = filing(view, draw::Voice(view.languages.front()));
  write_search(out, view, main_filing);
  for (const std::string& language : view.languages) {
    const draw::Voice voice(language, view.own_texts);
    out.page(view, voice, number_page(view, voice));
    if (view.overlap) out.page(view, voice, overlap_page(view, voice));
    if (!view.claims.empty()) out.page(view, voice, claims_page(view, voice));
    const bool is_main = language == view.languages.front();
    for (const Page& page : is_main ? main_case : case_pages(view, voice))
      out.page(view, voice, page);
    if (!view.lists.empty()) out.page(view, voice, lists_page(view, voice));
    if (!view.lists.empty() || !view.case_file.is_empty())
      out.page(view, voice, sources_page(view, voice));
    write_ways(out, view, is_main ? main_filing : filing(view, voice), voice);
    out.page(view, voice, method_page(view, voice));
    out.page(view, voice, data_page(view, files, voice));
    out.page(view, voice, corrections_page(view, fact_pages, voice));
    out.page(view, voice, verify_page(view, voice));
    out.page(view, voice, about_page(view, voice));
    write_articles(out, view, voice);
    if (view.has_register) write_persons(out, view, inputs, voice, done);
  }
  progress.finish();
  return out.count;
}

}  // namespace sanaq::pages
