#include "sanaq/publish/case_pages.h"

#include "sanaq/publish/act_pages.h"
#include "sanaq/publish/asserted_pages.h"
#include "sanaq/publish/case_overview_page.h"
#include "sanaq/publish/case_sources_page.h"
#include "sanaq/publish/custody_pages.h"
#include "sanaq/publish/event_pages.h"
#include "sanaq/publish/fund_pages.h"
#include "sanaq/publish/organisation_pages.h"

namespace sanaq::publish {

std::vector<Page> case_pages(const PublicView& view, const Voice& voice) {
  std::vector<Page> all;
  if (view.case_file.is_empty()) return all;
  all.push_back(case_overview_page(view, voice));
  for (const auto make :
       {event_pages, act_pages, custody_pages, organisation_pages, asserted_pages, fund_pages}) {
    for (Page& page : make(view, voice)) all.push_back(std::move(page));
  }
  all.push_back(case_sources_page(view, voice));
  return all;
}

}  // namespace sanaq::publish
