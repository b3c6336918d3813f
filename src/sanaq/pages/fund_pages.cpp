#include "sanaq/pages/fund_pages.h"

#include <algorithm>
#include <map>

#include "sanaq/pages/date_words.h"
#include "sanaq/pages/page_parts.h"

namespace sanaq::pages {
namespace {

using base::message;
using casefile::amount_text;

CaseCell money(casefile::Amount amount) { return {amount_text(amount), "", true}; }

CaseTable months(const casefile::FundBalance& fund, const draw::Voice& voice) {
  CaseTable table{fund.currency,
                  "",
                  {voice.say("Month"), voice.say("Before"), voice.say("Paid in"),
                   voice.say("Paid out"), voice.say("Balance")},
                  {}};
  for (const casefile::AidMonth& month : fund.months)
    table.rows.push_back({{month.month.empty() ? voice.say("not known") : month.month},
                          money(month.opening),
                          money(month.in),
                          money(month.out),
                          money(month.closing)});
  if (fund.is_overdrawn)
    table.lead =
        voice.say("More was paid out than is on record as paid in: something is missing here.");
  if (fund.without_direction > 0)
    table.lead += (table.lead.empty() ? "" : " ") +
                  voice.say(message(
                      "Entries that do not say whether it was paid in or out, in no balance: {}.",
                      fund.without_direction));
  return table;
}

CasePage fund_page(const PublicView& view, const std::string& name,
                   const std::vector<casefile::FundBalance>& balances, const draw::Voice& voice) {
  CasePage page{"fund/" + slug(name) + ".html", name.empty() ? voice.say("not known") : name,
                voice.say("Whom it was paid to is shown only where that is public."), "../aid.html",
                voice.say("Aid")};
  // Whether there are others must not show.
  page.notes.push_back(
      voice.say("Balances of the entries that are public alone: if others are on record, they are "
                "not in them."));
  for (const auto& balance : balances) {
    if (balance.fund == name) page.tables.push_back(months(balance, voice));
  }
  for (const casefile::Aid& aid : view.case_file.entities.aid) {
    if (aid.fund != name) continue;
    const std::string direction = !aid.has_direction ? voice.say("Paid in or out: not known")
                                  : aid.is_out       ? voice.say("Paid out")
                                                     : voice.say("Paid in");
    page.entities.emplace_back(
        aid.subject, direction + (aid.date ? ", " + date_words(aid.date, voice) : std::string()));
  }
  return page;
}

}  // namespace

std::vector<Page> fund_pages(const PublicView& view, const draw::Voice& voice) {
  std::vector<Page> pages;
  const auto& aid = view.case_file.entities.aid;
  if (aid.empty()) return pages;
  const auto balances = casefile::balances_of(aid);
  CasePage index{"aid.html", voice.say("Aid"),
                 voice.say("Money collected and paid out. In each currency, what came in less what "
                           "went out is the balance of every month."),
                 "case.html", voice.say("The case file")};
  CaseTable table{"",
                  "",
                  {voice.say("Fund"), voice.say("Currency"), voice.say("Paid in"),
                   voice.say("Paid out"), voice.say("Balance")},
                  {}};
  std::vector<std::string> names;
  for (const auto& balance : balances) {
    if (std::find(names.begin(), names.end(), balance.fund) == names.end())
      names.push_back(balance.fund);
    table.rows.push_back({{balance.fund, "fund/" + slug(balance.fund) + ".html"},
                          {balance.currency},
                          money(balance.in),
                          money(balance.out),
                          money(balance.in - balance.out)});
  }
  index.notes.push_back(
      voice.say("Balances of the entries that are public alone: if others are on record, they are "
                "not in them."));
  index.tables.push_back(std::move(table));
  add_in_parts(view, index, voice, pages);
  for (const std::string& name : names)
    add_in_parts(view, fund_page(view, name, balances, voice), voice, pages);
  return pages;
}

}  // namespace sanaq::pages
