#include "sanaq/pages/site.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <map>
#include <mutex>
#include <set>

#include "embedded/sanaq_pages.h"
#include "sanaq/pages/about_page.h"
#include "sanaq/pages/article_page.h"
#include "sanaq/pages/case_data.h"
#include "sanaq/pages/case_pages.h"
#include "sanaq/pages/claims_page.h"
#include "sanaq/pages/comment_thread.h"
#include "sanaq/pages/correction_data.h"
#include "sanaq/pages/corrections_page.h"
#include "sanaq/pages/data_files.h"
#include "sanaq/pages/feed.h"
#include "sanaq/pages/filing.h"
#include "sanaq/pages/letters_pages.h"
#include "sanaq/pages/lists_page.h"
#include "sanaq/pages/method_page.h"
#include "sanaq/pages/number_page.h"
#include "sanaq/pages/overlap_page.h"
#include "sanaq/pages/page_end.h"
#include "sanaq/pages/page_to_make.h"
#include "sanaq/pages/person_inputs.h"
#include "sanaq/pages/places_pages.h"
#include "sanaq/pages/register_page.h"
#include "sanaq/pages/search_index.h"
#include "sanaq/pages/search_page.h"
#include "sanaq/pages/server_pages.h"
#include "sanaq/pages/site_inputs.h"
#include "sanaq/pages/sources_page.h"
#include "sanaq/pages/topic_pages.h"

namespace sanaq::pages {
namespace {

std::string whole_page(const PublicView& view, const draw::Voice& voice, Page page) {
  page.end = page_end(view, page.path, voice);
  return frame(view, voice, page);
}

// Written, or standing already under a number.
struct Listed {
  std::string path, sha256, inputs;
  std::optional<std::size_t> standing = {};
};

struct Writer {
  const PublicView& view;
  const SiteFiles& files;
  const SiteInputs& inputs;
  base::Progress& progress;
  SiteCount count;

  void list(const Listed& file) {
    if (file.standing)
      files.keep(*file.standing);
    else
      files.add(file.path, file.sha256, file.inputs);
    ++count.files;
  }
  void file(const std::string& path, std::string_view bytes, const std::string& made_from = {}) {
    progress.throw_if_stopped();
    list({path, files.write(path, bytes), made_from});
  }
  void page(const draw::Voice& voice, const Page& made) {
    file(language_folder(view, voice.language()) + made.path, whole_page(view, voice, made));
    ++count.pages;
  }
  // Any thread.
  [[nodiscard]] std::optional<Listed> standing(const std::string& path,
                                               const std::string& made_from) const {
    const auto known = files.standing ? files.standing(path, made_from) : std::nullopt;
    if (!known) return std::nullopt;
    return Listed{{}, {}, {}, *known};
  }
};

// One that stands is not made.
Listed page_listed(const Writer& out, const PageToMake& page, const draw::Voice& voice) {
  const std::string path = language_folder(out.view, voice.language()) + page.path;
  const std::string from =
      out.files.standing ? out.inputs.of_page(voice.language(), page.path, page.inputs) : "";
  if (auto known = out.standing(path, from)) return *known;
  return {path, out.files.write(path, whole_page(out.view, voice, page.make())), from};
}

constexpr std::size_t made_at_once = 128;

// Calls make(index) for each below `count`, on all processors, and take(what it returned) in their
// order.
template <typename Made, typename Make, typename Take>
void make_in_order(Writer& out, std::size_t count, const Make& make, const Take& take) {
  for (std::size_t from = 0; from < count; from += made_at_once) {
    out.progress.throw_if_stopped();
    std::vector<Made> made(std::min(made_at_once, count - from));
    tbb::parallel_for(std::size_t{0}, made.size(),
                      [&](std::size_t at) { made[at] = make(from + at); });
    for (const Made& one : made) take(one);
  }
}

void write_pages(Writer& out, const std::vector<PageToMake>& pages, const draw::Voice& voice) {
  make_in_order<Listed>(
      out, pages.size(), [&](std::size_t at) { return page_listed(out, pages[at], voice); },
      [&](const Listed& file) {
        out.list(file);
        ++out.count.pages;
      });
}

std::set<std::string> pages_with_facts(const PublicView& view,
                                       const std::vector<Page>& case_pages) {
  std::set<std::string> pages;
  for (const PublicPerson& person : view.persons) pages.insert("person/" + person.id + ".html");
  for (const Page& page : case_pages) pages.insert(page.path);
  return pages;
}

// A person's page in one language, then those that send on to it.
std::vector<Listed> person_listed(const Writer& out, const PublicPerson& person,
                                  const std::string& inputs, const draw::Voice& voice) {
  const std::string folder = language_folder(out.view, voice.language()) + "person/";
  const std::string from = out.files.standing ? inputs : "";
  std::vector<Listed> all;
  const auto add = [&](const std::string& id, const auto& make) {
    const std::string path = folder + id + ".html";
    auto known = out.standing(path, from);
    all.push_back(known ? *known : Listed{path, out.files.write(path, make()), from});
  };
  add(person.id, [&] { return whole_page(out.view, voice, person_page(out.view, person, voice)); });
  for (const std::string& record : person.forwards)
    add(record, [&] { return forwarding_page(out.view, person, voice); });
  return all;
}

void write_persons(Writer& out, const std::vector<std::string>& inputs, const draw::Voice& voice,
                   std::int64_t& done) {
  make_in_order<std::vector<Listed>>(
      out, out.view.persons.size(),
      [&](std::size_t at) { return person_listed(out, out.view.persons[at], inputs[at], voice); },
      [&](const std::vector<Listed>& files) {
        for (const Listed& file : files) out.list(file);
        ++out.count.pages;
        out.progress.advance_to(++done);
      });
}

// All have one hash, so that one of them that is to be made again makes all.
void write_case(Writer& out, const std::vector<Page>& main, const draw::Voice& voice) {
  const std::string& language = voice.language();
  const bool is_main = language == out.view.languages.front();
  std::vector<Page> pages;
  for (std::size_t at = 0; at < main.size(); ++at) {
    const std::string path = language_folder(out.view, language) + main[at].path;
    const std::string from =
        out.files.standing ? out.inputs.of_page(language, main[at].path, out.inputs.case_file())
                           : "";
    const auto known = out.standing(path, from);
    if (!known && !is_main && pages.empty()) pages = case_pages(out.view, voice);
    if (known)
      out.list(*known);
    else
      out.file(path, whole_page(out.view, voice, is_main ? main[at] : pages[at]), from);
    ++out.count.pages;
  }
}

// The ways to a person: by letter, by place, by search.
void write_ways(Writer& out, const std::vector<Filed>& all, const std::vector<std::string>& inputs,
                const draw::Voice& voice) {
  const PublicView& view = out.view;
  if (view.has_register) write_pages(out, letters_pages(view, all, inputs, voice), voice);
  if (has_places(view))
    write_pages(out, places_pages(view, all, inputs, out.inputs.case_file(), voice), voice);
  if (has_search(view)) out.page(voice, search_page(view, voice));
}

constexpr const char* search_folder = "search/";

// One index for all languages: names are looked for in Latin letters in each of them.
void write_search(Writer& out, const std::vector<Filed>& all) {
  if (!has_search(out.view)) return;
  const draw::Voice main(out.view.languages.front());
  out.file(std::string(search_script), embedded_file("search.js"));
  const std::vector<SearchEntry> entries = search_entries(out.view, all, main);
  const std::string inputs =
      out.files.standing ? out.inputs.of_page("", search_folder, search_inputs(entries)) : "";
  if (out.files.standing_below) {
    const auto known = out.files.standing_below(search_folder, inputs);
    for (const std::size_t number : known) out.list({{}, {}, {}, number});
    if (!known.empty()) return;
  }
  write_search_index(entries, [&](const std::string& path, std::string_view bytes) {
    out.file(path, bytes, inputs);
  });
}

// Returns them without their bytes, which are let go as soon as they are written.
std::vector<DataFile> write_data(Writer& out) {
  const PublicView& view = out.view;
  std::vector<DataFile> files;
  const auto write = [&](DataFile file, std::string_view bytes) {
    out.file("data/" + file.path, bytes);
    file.let_go = bytes.size();
    file.bytes = {};
    files.push_back(std::move(file));
  };
  for (auto* make : {data_files, case_data}) {
    for (DataFile& file : make(view)) {
      const std::string bytes = std::move(file.bytes);
      write(std::move(file), bytes);
    }
  }
  if (!view.fact_lines.empty())
    write({"facts.jsonl",
           {},
           base::message("Every fact of the pages with its source (JSON, one a line)")},
          view.fact_lines);
  if (!view.corrections.all.empty())
    write({"corrections.jsonl",
           {},
           base::message("Every correction since the first publication (JSON, one a line)")},
          correction_text(view.corrections));
  return files;
}

void write_articles(Writer& out, const draw::Voice& voice) {
  const PublicView& view = out.view;
  if (view.written.articles.empty()) return;
  for (const PublicArticle& article : view.written.articles)
    out.page(voice, article_page(view, article, voice));
  for (const PublicArticle& article : view.written.articles) {
    for (const Page& page : further_comments(article, voice)) out.page(voice, page);
  }
  if (has_comments_page(view)) out.page(voice, comments_page(view, voice));
  for (const Page& page : topic_pages(view, voice)) out.page(voice, page);
  out.file(language_folder(view, voice.language()) + "feed.xml", feed(view, voice));
}

void write_server_pages(Writer& out, const draw::Voice& voice) {
  if (!out.view.written.intake.is_open) return;
  for (const auto& [path, bytes] : server_pages(out.view, voice)) out.file(path, bytes);
}

// What all languages have in common.
struct Common {
  const std::vector<Page>& main_case;
  const std::vector<DataFile>& files;
  const std::set<std::string>& fact_pages;
};

void write_general_pages(Writer& out, const Common& common, const draw::Voice& voice) {
  const PublicView& view = out.view;
  out.page(voice, method_page(view, voice));
  out.page(voice, data_page(view, common.files, voice));
  out.page(voice, corrections_page(view, common.fact_pages, voice));
  out.page(voice, verify_page(view, voice));
  out.page(voice, about_page(view, voice));
}

void write_number_and_sources(Writer& out, const Common& common, const draw::Voice& voice) {
  const PublicView& view = out.view;
  out.page(voice, number_page(view, voice));
  if (view.overlap) out.page(voice, overlap_page(view, voice));
  if (!view.claims.empty()) {
    for (const Page& page : claims_pages(view, voice)) out.page(voice, page);
  }
  write_case(out, common.main_case, voice);
  if (!view.lists.empty()) out.page(voice, lists_page(view, voice));
  if (!view.lists.empty() || !view.case_file.is_empty()) out.page(voice, sources_page(view, voice));
}

}  // namespace

SiteCount build_site(const PublicView& view, const WriteFile& write, base::Progress& progress) {
  std::mutex alone;
  std::map<std::string, std::string> waiting;  // until it is their turn
  SiteFiles files;
  files.write = [&](const std::string& path, std::string_view bytes) {
    const std::lock_guard lock(alone);
    waiting[path] = bytes;
    return std::string();
  };
  files.add = [&](const std::string& path, const std::string&, const std::string&) {
    write(path, waiting.extract(path).mapped());
  };
  return build_site(view, files, progress);
}

SiteCount build_site(const PublicView& view, const SiteFiles& to, base::Progress& progress) {
  const SiteInputs site_inputs(view);
  Writer out{view, to, site_inputs, progress, {}};
  const std::vector<std::string> inputs = PersonInputs(view).of_all();
  progress.start(base::message("writing the site"),
                 static_cast<std::int64_t>(view.persons.size() * view.languages.size()));
  std::int64_t done = 0;
  out.file("sanaq.css", embedded_file("sanaq.css"));
  const draw::Voice main(view.languages.front());
  const std::vector<Page> main_case = view.main_case ? *view.main_case : case_pages(view, main);
  const std::set<std::string> fact_pages = pages_with_facts(view, main_case);
  const std::vector<DataFile> files = write_data(out);
  for (const PublicFile& file : view.written.files) out.file(file.path, *file.bytes);
  const Common common{main_case, files, fact_pages};
  for (const std::string& language : view.languages) {
    const draw::Voice voice(language, view.own_texts);
    const std::vector<Filed> filed = filing(view, voice);
    if (language == view.languages.front()) write_search(out, filed);
    write_number_and_sources(out, common, voice);
    write_ways(out, filed, inputs, voice);
    write_general_pages(out, common, voice);
    write_articles(out, voice);
    write_server_pages(out, voice);
    if (view.has_register) write_persons(out, inputs, voice, done);
  }
  progress.finish();
  return out.count;
}

}  // namespace sanaq::pages
