#include "sanaq/answers/ask_answer.h"

#include <algorithm>

#include "sanaq/base/error.h"
#include "sanaq/base/shown.h"
#include "sanaq/persons/resolve_person.h"
#include "sanaq/report/text_table.h"

namespace sanaq::answers {
namespace {

constexpr std::size_t cell_characters = 60;

std::vector<std::string> sources_of(const casefile::View& view, const std::string& subject) {
  std::vector<std::string> all;
  for (const casefile::Fact& fact : view.facts(subject)) {
    for (const std::size_t at : fact.same) {
      const std::string& source = view.statements()[at].source;
      if (!source.empty() && std::find(all.begin(), all.end(), source) == all.end())
        all.push_back(source);
    }
  }
  return all;
}

}  // namespace

std::string CaseAsked::name_of(const std::string& organisation) const {
  const casefile::Organisation* found = entities.organisation(organisation);
  return found == nullptr ? organisation : found->name;
}

CaseAsked case_of(const investigation::Outcome& outcome, const base::Catalog& catalog) {
  casefile::View view(outcome.case_file.said);
  casefile::Entities entities = casefile::entities_of(view, persons::resolve_person(outcome));
  return {outcome, std::move(view), std::move(entities), catalog};
}

std::string answer_text(const Answer& answer) {
  std::string text;
  for (const std::string& line : answer.before) text += base::shown(line) + "\n";
  if (answer.table.size() > 1) {
    std::vector<std::vector<std::string>> safe = answer.table;
    for (auto& row : safe) {
      for (std::string& cell : row) cell = report::safe_cell(cell, cell_characters);
    }
    text += report::text_table(safe);
  }
  for (const std::string& line : answer.after) text += base::shown(line) + "\n";
  return text;
}

std::int32_t day_asked(const std::string& text) {
  const auto date = record::from_edtf(text);
  if (date && date->first_day == date->last_day) return date->first_day;
  throw base::Error(base::Kind::usage,
                    base::message("{}: this is no day; write it as 2014-12-16", text));
}

std::string range_text(const casefile::Range& range) {
  return range.is_exact() ? std::to_string(range.low)
                          : std::to_string(range.low) + "–" + std::to_string(range.high);
}

std::string edtf_text(const std::optional<record::PartialDate>& date) {
  return date ? record::to_edtf(*date) : std::string();
}

nlohmann::ordered_json range_json(const casefile::Range& range) {
  return {{"low", range.low}, {"high", range.high}};
}
nlohmann::ordered_json range_json(const std::optional<casefile::Range>& range) {
  return range ? range_json(*range) : nlohmann::ordered_json();
}

std::string sources_text(const casefile::View& view, const std::string& subject) {
  std::string text;
  for (const std::string& source : sources_of(view, subject))
    text += (text.empty() ? "" : "; ") + source;
  return text;
}

nlohmann::ordered_json sources_json(const casefile::View& view, const std::string& subject) {
  return sources_of(view, subject);
}

}  // namespace sanaq::answers
