#include "sanaq/publish/site.h"

#include "embedded/sanaq_publish.h"
#include "sanaq/publish/case_data.h"
#include "sanaq/publish/case_pages.h"
#include "sanaq/publish/claims_page.h"
#include "sanaq/publish/data_files.h"
#include "sanaq/publish/lists_page.h"
#include "sanaq/publish/method_page.h"
#include "sanaq/publish/number_page.h"
#include "sanaq/publish/overlap_page.h"
#include "sanaq/publish/register_page.h"

namespace sanaq::publish {
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
  void page(const PublicView& view, const Voice& voice, const Page& made) {
    file(language_folder(view, voice.language()) + made.path, frame(view, voice, made));
    ++count.pages;
  }
};

void write_persons(Writer& out, const PublicView& view, const Voice& voice, std::int64_t& done) {
  for (const Page& page : register_pages(view, voice)) out.page(view, voice, page);
  for (const PublicPerson& person : view.persons) {
    out.page(view, voice, person_page(view, person, voice));
    for (const std::string& record : person.forwards) {
      out.file(language_folder(view, voice.language()) + "person/" + record + ".html",
               forwarding_page(view, person, voice));
    }
    out.progress.advance_to(++done);
  }
}

}  // namespace

SiteCount build_site(const PublicView& view, const WriteFile& write, base::Progress& progress) {
  Writer out{write, progress, {}};
  progress.start(base::message("writing the site"),
                 static_cast<std::int64_t>(view.persons.size() * view.languages.size()));
  std::int64_t done = 0;
  out.file("sanaq.css", embedded_file("sanaq.css"));
  std::vector<DataFile> files = data_files(view);
  for (DataFile& file : case_data(view)) files.push_back(std::move(file));
  for (const DataFile& file : files) out.file("data/" + file.path, file.bytes);
  for (const std::string& language : view.languages) {
    const Voice voice(language);
    out.page(view, voice, number_page(view, voice));
    if (view.overlap) out.page(view, voice, overlap_page(view, voice));
    if (!view.claims.empty()) out.page(view, voice, claims_page(view, voice));
    for (const Page& page : case_pages(view, voice)) out.page(view, voice, page);
    if (!view.lists.empty()) out.page(view, voice, lists_page(view, voice));
    out.page(view, voice, method_page(view, voice));
    out.page(view, voice, data_page(view, files, voice));
    out.page(view, voice, verify_page(view, voice));
    if (view.has_register) write_persons(out, view, voice, done);
  }
  progress.finish();
  return out.count;
}

}  // namespace sanaq::publish
