#include "sanaq/pages/case_pages.h"

#include "sanaq/pages/act_pages.h"
#include "sanaq/pages/asserted_pages.h"
#include "sanaq/pages/case_overview_page.h"
#include "sanaq/pages/case_sources_page.h"
#include "sanaq/pages/custody_pages.h"
#include "sanaq/pages/document_pages.h"
#include "sanaq/pages/event_pages.h"
#include "sanaq/pages/fund_pages.h"
#include "sanaq/pages/organisation_pages.h"

namespace sanaq::pages {

std::vector<Page> case_pages(const PublicView& view, const draw::Voice& voice) {
  std::vector<Page> all;
  if (view.case_file.is_empty()) return all;
  for (const auto make :
       {case_overview_pages, event_pages, act_pages, custody_pages, organisation_pages,
        asserted_pages, fund_pages, case_sources_pages, document_pages}) {
    for (Page& page : make(view, voice)) all.push_back(std::move(page));
  }
  return all;
}

}  // namespace sanaq::pages
