#include "sanaq/pages/case_data.h"

#include "sanaq/tables/csv_write.h"

namespace sanaq::pages {

using base::message;

namespace {

// A thing that is not public is no entity.
casefile::Entities without_closed(casefile::Entities entities) {
  const auto is_closed = [](const std::string& name) { return name == closed_reference; };
  for (casefile::Act& act : entities.acts) {
    std::erase_if(act.perpetrators,
                  [&](const casefile::Involved& one) { return is_closed(one.who.ref); });
    std::erase_if(act.victims, [&](const casefile::Victim& one) { return is_closed(one.who.ref); });
  }
  for (casefile::Event& event : entities.events) std::erase_if(event.unions, is_closed);
  std::erase_if(entities.posts,
                [&](const casefile::Post& post) { return is_closed(post.organisation); });
  for (casefile::Aid& aid : entities.aid) {
    if (is_closed(aid.from)) aid.from.clear();
    if (is_closed(aid.to)) aid.to.clear();
    if (is_closed(aid.fund)) aid.fund.clear();
  }
  return entities;
}

}  // namespace

std::vector<DataFile> case_data(const PublicView& view) {
  std::vector<DataFile> files;
  const PublicCase& known = view.case_file;
  if (known.is_empty()) return files;
  files.push_back({"casefile.ftm.json",
                   casefile::to_follow_the_money(known.view, without_closed(known.entities)),
                   message("The case file for FollowTheMoney (JSON, one entity a line)")});
  for (const casefile::KindRows& rows : casefile::entity_rows(known.view.statements())) {
    std::string bytes;
    tables::append_csv_row(bytes, {rows.header.begin(), rows.header.end()},
                           tables::CsvFor::program);
    for (const auto& row : rows.rows)
      tables::append_csv_row(bytes, {row.begin(), row.end()}, tables::CsvFor::program);
    files.push_back({"case-" + rows.kind + ".csv", std::move(bytes),
                     message("The case file, one of its tables (CSV, UTF-8)")});
  }
  return files;
}

}  // namespace sanaq::pages
