#include "sanaq/pages/asserted_pages.h"

#include "sanaq/draw/markup.h"
#include "sanaq/pages/date_words.h"
#include "sanaq/pages/page_parts.h"

namespace sanaq::pages {
namespace {

using base::message;

std::string number_of(const casefile::Claim& claim, const draw::Voice& voice) {
  if (claim.min && claim.max) return voice.range(*claim.min, *claim.max);
  if (claim.min) return voice.say(message("at least {}", voice.number(*claim.min)));
  if (claim.max) return voice.say(message("at most {}", voice.number(*claim.max)));
  return "";
}

CasePage claim_page(const PublicView& view, const casefile::ComparedClaim& compared,
                    const draw::Voice& voice) {
  const casefile::Claim& claim = *compared.claim;
  CasePage page{
      page_of(view.case_file, claim.subject),
      number_of(claim, voice) + (claim.what.empty() ? "" : " · " + draw::isolated(claim.what)), "",
      "../claims.html", voice.say("Claims")};
  page.lead =
      voice.say("What somebody asserts. That it stands here does not mean that it is true.");
  std::string why;
  for (const base::Message& one : compared.differs)
    why += (why.empty() ? "" : "; ") + voice.say_isolating(one);
  if (!why.empty())
    page.notes.push_back(
        voice.say(message("Shown, not compared with the number of this site: {}.", why)));
  page.entities = {{claim.subject, ""}};
  return page;
}

CaseTable demand_table(const PublicView& view, const draw::Voice& voice) {
  CaseTable table{"",
                  "",
                  {voice.say("What was demanded"), voice.say("Made by"), voice.say("Status"),
                   voice.say("Days open")},
                  {}};
  for (const auto& now :
       casefile::demands_on(view.case_file.entities.demands, view.case_file.held_on)) {
    const std::string status =
        view.case_file.vocabulary.label("DEMAND", now.status, voice.language());
    table.rows.push_back(
        {thing_cell(view, now.demand->subject, voice, ""),
         {now.demand->by},
         {now.is_certain ? status : voice.say(message("{}, perhaps", status))},
         {now.days_open ? voice.range(now.days_open->low, now.days_open->high) : "", "", true}});
  }
  return table;
}

}  // namespace

std::vector<Page> asserted_pages(const PublicView& view, const draw::Voice& voice) {
  std::vector<Page> pages;
  const casefile::Entities& entities = view.case_file.entities;
  casefile::ClaimScope scope{view.scope.what, view.scope.places, record::from_edtf(view.scope.from),
                             record::from_edtf(view.scope.to), ""};
  for (const auto& compared : casefile::compare_claims(entities.claims, scope))
    add_in_parts(view, claim_page(view, compared, voice), voice, pages);
  if (entities.demands.empty()) return pages;
  CasePage index{"demands.html", voice.say("Demands"),
                 voice.say(message("As they stand on {}. They are shown until they are met.",
                                   words_of_day(view.case_file.held_on, voice))),
                 "case.html", voice.say("The case file")};
  index.tables.push_back(demand_table(view, voice));
  add_in_parts(view, index, voice, pages);
  for (const casefile::Demand& demand : entities.demands) {
    CasePage page{page_of(view.case_file, demand.subject), title_of(view, demand.subject, voice),
                  "", "../demands.html", voice.say("Demands")};
    page.entities = {{demand.subject, ""}};
    add_in_parts(view, page, voice, pages);
  }
  return pages;
}

}  // namespace sanaq::pages
