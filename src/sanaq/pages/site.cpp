#include "sanaq/pages/site.h"

#include <tbb/parallel_for.h>
#include <tbb/task_group.h>

#include <algorithm>

#include "embedded/sanaq_pages.h"
#include "sanaq/pages/case_data.h"
#include "sanaq/pages/case_pages.h"
#include "sanaq/pages/claims_page.h"
#include "sanaq/pages/data_files.h"
#include "sanaq/pages/fact_lines.h"
#include "sanaq/pages/filing.h"
#include "sanaq/pages/letters_pages.h"
#include "sanaq/pages/lists_page.h"
#include "sanaq/pages/method_page.h"
#include "sanaq/pages/number_page.h"
#include "sanaq/pages/overlap_page.h"
#include "sanaq/pages/places_pages.h"
#include "sanaq/pages/register_page.h"
#include "sanaq/pages/search_index.h"
#include "sanaq/pages/search_page.h"
#include "sanaq/pages/sources_page.h"

namespace sanaq::pages {
namespace {

struct Writer {
  const WriteFile& write;
  base::Progress& progress;
  SiteCount count;

  void file(const std::string& path, std::string_view bytes) {
    progress.throw_if_stopped();
    write(path, bytes);
    ++count.files;
  }
  void page(const PublicView& view, const draw::Voice& voice, const Page& made) {
    file(language_folder(view, voice.language()) + made.path, frame(view, voice, made));
    ++count.pages;
  }
};

struct Made {
  std::string path, bytes;
};

// The person's page, then those that send on to it.
std::vector<Made> pages_of(const PublicView& view, const PublicPerson& person,
                           const draw::Voice& voice) {
  const std::string folder = language_folder(view, voice.language());
  const Page page = person_page(view, person, voice);
  std::vector<Made> made{{folder + page.path, frame(view, voice, page)}};
  for (const std::string& record : person.forwards) {
    made.push_back({folder + "person/" + record + ".html", forwarding_page(view, person, voice)});
  }
  return made;
}

using Batch = std::vector<std::vector<Made>>;  // of some persons

constexpr std::size_t persons_at_once = 64;

Batch pages_from(const PublicView& view, std::size_t from, const draw::Voice& voice) {
  Batch made(std::min(persons_at_once, view.persons.size() - from));
  tbb::parallel_for(std::size_t{0}, made.size(), [&](std::size_t at) {
    made[at] = pages_of(view, view.persons[from + at], voice);
  });
  return made;
}

// Made on all processors, and written in their order while the next are made.
void write_persons(Writer& out, const PublicView& view, const draw::Voice& voice,
                   std::int64_t& done) {
  Batch made = pages_from(view, 0, voice);
  for (std::size_t next_from = persons_at_once; !made.empty(); next_from += persons_at_once) {
    Batch next;
    tbb::task_group ahead;
    if (next_from < view.persons.size())
      ahead.run([&] { next = pages_from(view, next_from, voice); });
    for (const std::vector<Made>& of_person : made) {
      for (const Made& file : of_person) out.file(file.path, file.bytes);
      ++out.count.pages;
      out.progress.advance_to(++done);
    }
    ahead.wait();
    made = std::move(next);
  }
}

// The ways to a person: by letter, by place, by search.
void write_ways(Writer& out, const PublicView& view, const draw::Voice& voice) {
  const std::vector<Filed> all = filing(view, voice);
  if (view.has_register) {
    for (const Page& page : letters_pages(view, all, voice)) out.page(view, voice, page);
  }
  if (has_places(view)) {
    for (const Page& page : places_pages(view, all, voice)) out.page(view, voice, page);
  }
  if (has_search(view)) out.page(view, voice, search_page(view, voice));
}

// One index for all languages: names are looked for in Latin letters in each of them.
void write_search(Writer& out, const PublicView& view) {
  if (!has_search(view)) return;
  const draw::Voice main(view.languages.front());
  out.file(std::string(search_script), embedded_file("search.js"));
  write_search_index(
      search_entries(view, filing(view, main), main),
      [&](const std::string& path, std::string_view bytes) { out.file(path, bytes); });
}

}  // namespace

SiteCount build_site(const PublicView& view, const WriteFile& write, base::Progress& progress) {
  Writer out{write, progress, {}};
  progress.start(base::message("writing the site"),
                 static_cast<std::int64_t>(view.persons.size() * view.languages.size()));
  std::int64_t done = 0;
  out.file("sanaq.css", embedded_file("sanaq.css"));
  const std::vector<Page> main_case = case_pages(view, draw::Voice(view.languages.front()));
  std::vector<DataFile> files = data_files(view);
  for (DataFile& file : case_data(view)) files.push_back(std::move(file));
  if (std::string facts = all_fact_lines(view, main_case); !facts.empty())
    files.push_back({"facts.jsonl", std::move(facts),
                     base::message("Every fact of the pages with its source (JSON, one a line)")});
  for (const DataFile& file : files) out.file("data/" + file.path, file.bytes);
  write_search(out, view);
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
    write_ways(out, view, voice);
    out.page(view, voice, method_page(view, voice));
    out.page(view, voice, data_page(view, files, voice));
    out.page(view, voice, verify_page(view, voice));
    if (view.has_register) write_persons(out, view, voice, done);
  }
  progress.finish();
  return out.count;
}

}  // namespace sanaq::pages
