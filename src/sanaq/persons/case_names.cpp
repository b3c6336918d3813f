#include "sanaq/persons/case_names.h"

#include <algorithm>
#include <map>
#include <set>

#include "sanaq/base/error.h"
#include "sanaq/casefile/entities.h"
#include "sanaq/casefile/person_cell.h"
#include "sanaq/settings/config.h"
#include "sanaq/tables/csv_write.h"
#include "sanaq/tables/ingest.h"
#include "sanaq/tables/list_source.h"
#include "sanaq/text/fold.h"

namespace sanaq::persons {
namespace {

using base::message;
using casefile::Statement;

bool names_a_person(const Statement& said, const std::set<std::string>& groups) {
  const std::string_view kind = casefile::kind_of(said.subject);
  if (kind == "act" && said.property == "victim")
    return !groups.contains(said.subject + "\n" + said.value);
  return (kind == "custody" || kind == "post") && said.property == "person";
}

// Victims with a count are groups.
std::set<std::string> groups_in(const std::vector<Statement>& said) {
  std::set<std::string> groups;
  for (const Statement& one : said) {
    if (one.property.starts_with("count/"))
      groups.insert(one.subject + "\n" + one.property.substr(6));
  }
  return groups;
}

void add_attribute(const Statement& said, CaseName& name, std::vector<record::BadCell>& bad_cells) {
  std::string* field = said.property == "birth"        ? &name.birth
                       : said.property == "death"      ? &name.death
                       : said.property == "sex"        ? &name.sex
                       : said.property == "place"      ? &name.place
                       : said.property == "occupation" ? &name.occupation
                                                       : nullptr;
  if (field == nullptr) return;
  if (said.property == "birth" && !field->empty()) {
    const auto known = record::from_edtf(*field), other = record::from_edtf(said.value);
    const bool are_two = known && other &&
                         (known->last_day < other->first_day || other->last_day < known->first_day);
    if (are_two) {
      bad_cells.push_back({said.origin.file, said.origin.row, "value", record::Field::birth,
                           said.value, message("another birth under the same name"),
                           message("if these are two people, mark them: NAME #1 and NAME #2")});
    }
  }
  *field = said.value;
}

}  // namespace

bool is_record_reference(std::string_view ref, const settings::Config& config) {
  return std::any_of(config.lists.begin(), config.lists.end(),
                     [&](const settings::ListConfig& list) {
                       return ref.size() > list.name.size() + 1 && ref.starts_with(list.name) &&
                              ref[list.name.size()] == ':';
                     });
}

bool names_no_list(std::string_view ref, const settings::Config& config) {
  return casefile::looks_like_reference(ref) && !is_record_reference(ref, config);
}

std::vector<CaseName> case_names(const std::vector<Statement>& said, const settings::Config& config,
                                 std::vector<record::BadCell>& bad_cells) {
  const std::set<std::string> groups = groups_in(said);
  std::vector<CaseName> names;
  std::map<std::string, std::size_t> places;  // folded -> index
  const auto place_of = [&](const std::string& ref) -> CaseName* {
    if (ref.empty() || is_record_reference(ref, config) || is_person_id(ref) ||
        names_no_list(ref, config) || casefile::names_several(ref))
      return nullptr;
    const auto [found, is_new] = places.emplace(text::fold(ref), names.size());
    if (is_new) names.push_back({ref, "", "", "", "", ""});
    return &names[found->second];
  };
  for (const Statement& one : said) {
    if (names_a_person(one, groups)) place_of(one.value);
    if (casefile::kind_of(one.subject) != "person") continue;
    if (CaseName* name = place_of(std::string(casefile::id_of(one.subject))))
      add_attribute(one, *name, bad_cells);
  }
  return names;
}

std::optional<tables::IngestedList> case_list(const std::vector<CaseName>& names,
                                              const settings::Config& config,
                                              base::Progress& progress) {
  if (names.empty()) return std::nullopt;
  const std::string own(case_list_name);
  for (const settings::ListConfig& list : config.lists) {
    if (list.name == own) {
      throw base::Error(base::Kind::bad_input,
                        message("the name {} is kept for the people whom the case file names; give "
                                "this list another one",
                                own));
    }
  }
  std::string bytes;
  const auto row = [&](const std::vector<std::string_view>& cells) {
    tables::append_csv_row(bytes, cells, tables::CsvFor::program);
  };
  row({"id", "name", "birth", "death", "sex", "place", "occupation"});
  for (const CaseName& name : names) {
    row({text::fold(name.ref), casefile::name_without_mark(name.ref), name.birth, name.death,
         name.sex, name.place, name.occupation});
  }
  tables::ListSource source;
  source.name = own;
  source.path = own;
  source.guess_columns = false;
  for (const char* field : {"id", "name", "birth", "death", "sex", "place", "occupation"})
    source.columns[field] = field;
  return tables::ingest_bytes(source, bytes, progress);
}

std::vector<std::int64_t> remember_names(ListHistory& history,
                                         const std::vector<std::string>& identities,
                                         std::int64_t arrival, bool& is_new) {
  std::map<std::string, std::int64_t> known;
  for (std::size_t at = 0; at < history.identities.size(); ++at)
    known.emplace(history.identities[at], history.arrivals[at]);
  std::vector<std::int64_t> arrivals;
  is_new = false;
  for (const std::string& identity : identities) {
    const auto [found, is_unseen] = known.emplace(identity, arrival);
    arrivals.push_back(found->second);
    if (!is_unseen) continue;
    is_new = true;
    history.identities.push_back(identity);
    history.origins.push_back(identity);
    history.arrivals.push_back(arrival);
  }
  return arrivals;
}

}  // namespace sanaq::persons
