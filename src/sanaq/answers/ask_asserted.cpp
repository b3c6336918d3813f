#include "sanaq/answers/ask_asserted.h"

#include "sanaq/base/in_context.h"
#include "sanaq/casefile/visibility.h"
#include "sanaq/persons/claims_beside.h"

namespace sanaq::answers {
namespace {

using base::message;
using nlohmann::ordered_json;

ordered_json optional_json(const std::optional<std::int64_t>& value) {
  return value ? ordered_json(*value) : ordered_json();
}

std::string optional_text(const std::optional<std::int64_t>& value) {
  return value ? std::to_string(*value) : std::string();
}

}  // namespace

Answer ask_claims(const CaseAsked& asked) {
  const base::Catalog& catalog = asked.catalog;
  Answer answer;
  answer.table.push_back({catalog.say("claim"), catalog.say("what"), catalog.say("at least"),
                          catalog.say("at most"), catalog.say("asserted by"), catalog.say("when"),
                          catalog.say("not compared, because"), catalog.say("source"),
                          catalog.say("visibility")});
  ordered_json claims = ordered_json::array();
  for (const auto& compared : casefile::compare_claims(
           asked.entities.claims, persons::claim_scope(asked.outcome.config.scope))) {
    const casefile::Claim& claim = *compared.claim;
    std::string why;
    ordered_json differs = ordered_json::array();
    for (const base::Message& one : compared.differs) {
      why += (why.empty() ? "" : "; ") + catalog.say(one);
      differs.push_back(catalog.say(one));
    }
    const std::string id(casefile::id_of(claim.subject));
    const std::string visibility = asked.view.strictest_visibility(claim.subject);
    answer.table.push_back({id, claim.what, optional_text(claim.min), optional_text(claim.max),
                            claim.asserted_by, claim.asserted_at, why,
                            sources_text(asked.view, claim.subject),
                            asked.label("VISIBILITY", visibility)});
    claims.push_back({{"claim", id},
                      {"what", claim.what},
                      {"min", optional_json(claim.min)},
                      {"max", optional_json(claim.max)},
                      {"place", claim.place},
                      {"from", claim.from},
                      {"to", claim.to},
                      {"group", claim.group},
                      {"asserted_by", claim.asserted_by},
                      {"asserted_at", claim.asserted_at},
                      {"printed_in", claim.printed_in},
                      {"compared", compared.differs.empty()},
                      {"differs", differs},
                      {"sources", sources_json(asked.view, claim.subject)},
                      {"visibility", visibility}});
  }
  answer.json = {{"claims", claims}};
  return answer;
}

Answer ask_demands(const CaseAsked& asked, std::int32_t day) {
  const base::Catalog& catalog = asked.catalog;
  Answer answer;
  answer.table.push_back({catalog.say("demand"), catalog.say("status"), catalog.say("days open"),
                          catalog.say(base::in_context("demand", "by")),
                          catalog.say(base::in_context("demand", "to")), catalog.say("text"),
                          catalog.say("source"), catalog.say("visibility")});
  ordered_json demands = ordered_json::array();
  for (const casefile::DemandOn& now : casefile::demands_on(asked.entities.demands, day)) {
    const casefile::Demand& demand = *now.demand;
    const std::string id(casefile::id_of(demand.subject));
    const std::string text = casefile::demand_text(demand, catalog.language());
    const std::string status = asked.label("DEMAND", now.status);
    const std::string visibility = asked.view.strictest_visibility(demand.subject);
    answer.table.push_back(
        {id, now.is_certain ? status : catalog.say(message("{}, perhaps", status)),
         now.days_open ? range_text(*now.days_open) : "", demand.by, demand.to, text,
         sources_text(asked.view, demand.subject), asked.label("VISIBILITY", visibility)});
    ordered_json texts = ordered_json::object();
    for (const auto& [language, written] : demand.texts) texts[language] = written;
    demands.push_back({{"demand", id},
                       {"status", now.status},
                       {"certain", now.is_certain},
                       {"days_open", range_json(now.days_open)},
                       {"by", demand.by},
                       {"to", demand.to},
                       {"date", edtf_text(demand.date)},
                       {"status_date", edtf_text(demand.status_date)},
                       {"text", texts},
                       {"sources", sources_json(asked.view, demand.subject)},
                       {"visibility", visibility}});
  }
  answer.json = {{"on", casefile::day_text(day)}, {"demands", demands}};
  return answer;
}

Answer ask_aid(const CaseAsked& asked) {
  const base::Catalog& catalog = asked.catalog;
  Answer answer;
  answer.table.push_back({catalog.say("fund"), catalog.say("currency"), catalog.say("month"),
                          catalog.say("before"), catalog.say("paid in"), catalog.say("paid out"),
                          catalog.say("balance")});
  ordered_json funds = ordered_json::array();
  for (const casefile::FundBalance& fund : casefile::balances_of(asked.entities.aid)) {
    ordered_json months = ordered_json::array();
    for (const casefile::AidMonth& month : fund.months) {
      answer.table.push_back(
          {fund.fund, fund.currency, month.month.empty() ? catalog.say("not known") : month.month,
           casefile::amount_text(month.opening), casefile::amount_text(month.in),
           casefile::amount_text(month.out), casefile::amount_text(month.closing)});
      months.push_back({{"month", month.month},
                        {"opening", casefile::amount_text(month.opening)},
                        {"in", casefile::amount_text(month.in)},
                        {"out", casefile::amount_text(month.out)},
                        {"closing", casefile::amount_text(month.closing)},
                        {"entries", month.entries}});
    }
    if (fund.is_overdrawn)
      answer.after.push_back(catalog.say(message(
          "{}: more {} was paid out than is on record as paid in", fund.fund, fund.currency)));
    if (fund.without_amount > 0)
      answer.after.push_back(catalog.say(message("{}: entries without an amount, in no balance: {}",
                                                 fund.fund, fund.without_amount)));
    if (fund.without_direction > 0)
      answer.after.push_back(catalog.say(
          message("{}: entries that do not say whether it was paid in or out, in no balance: {}",
                  fund.fund, fund.without_direction)));
    funds.push_back({{"fund", fund.fund},
                     {"currency", fund.currency},
                     {"in", casefile::amount_text(fund.in)},
                     {"out", casefile::amount_text(fund.out)},
                     {"balance", casefile::amount_text(fund.in - fund.out)},
                     {"overdrawn", fund.is_overdrawn},
                     {"without_amount", fund.without_amount},
                     {"without_direction", fund.without_direction},
                     {"months", months}});
  }
  answer.json = {{"funds", funds}};
  return answer;
}

}  // namespace sanaq::answers
