// What the answers of `sanaq ask` have in common: the case file as it is, and an answer as rows and
// as JSON.
#pragma once
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "sanaq/base/catalog.h"
#include "sanaq/casefile/casefile.h"
#include "sanaq/investigation/outcome.h"

namespace sanaq::answers {

struct CaseAsked {
  const investigation::Outcome& outcome;
  casefile::View view;
  casefile::Entities entities;
  const base::Catalog& catalog;
  [[nodiscard]] std::string label(std::string_view table, std::string_view code) const {
    return outcome.case_file.vocabulary.label(table, code, catalog.language());
  }
  [[nodiscard]] std::string name_of(const std::string& organisation) const;
};

struct Answer {
  std::vector<std::string> before, after;       // sentences around the table
  std::vector<std::vector<std::string>> table;  // the first row is the header; empty if no table
  nlohmann::ordered_json json;
};

[[nodiscard]] CaseAsked case_of(const investigation::Outcome& outcome,
                                const base::Catalog& catalog);

// Returns the sentences and the table as text. A table with only a header is left out.
[[nodiscard]] std::string answer_text(const Answer& answer);

// Returns the day number (record/partial_date.h) of a text such as "2014-12-16". Throws
// Error{usage} for anything that is not a whole day.
[[nodiscard]] std::int32_t day_asked(const std::string& text);

[[nodiscard]] std::string range_text(const casefile::Range& range);
[[nodiscard]] std::string edtf_text(const std::optional<record::PartialDate>& date);
[[nodiscard]] nlohmann::ordered_json range_json(const casefile::Range& range);
[[nodiscard]] nlohmann::ordered_json range_json(const std::optional<casefile::Range>& range);
// Return who says something about a subject, each source once.
[[nodiscard]] std::string sources_text(const casefile::View& view, const std::string& subject);
[[nodiscard]] nlohmann::ordered_json sources_json(const casefile::View& view,
                                                  const std::string& subject);

}  // namespace sanaq::answers
