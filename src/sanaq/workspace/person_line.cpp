#include "sanaq/workspace/person_line.h"

#include <set>

namespace sanaq::workspace {
namespace {

using record::Field;
using RecordNumbers = std::vector<std::uint32_t>;

std::string said_by_first(const record::RecordTable& records, const RecordNumbers& of,
                          Field field) {
  const record::Column* column = records.find(field);
  if (column == nullptr) return "";
  for (const std::uint32_t record : of) {
    const std::uint32_t code = column->codes[record];
    if (code < column->canonical.size() && !column->canonical[code].empty())
      return column->canonical[code];
    if (!column->values[code].empty()) return column->values[code];
  }
  return "";
}

PersonLine line_of(const record::RecordTable& records, const RecordNumbers& of,
                   const exchange::RowWords& words) {
  PersonLine line;
  std::set<std::uint32_t> seen;
  for (const std::uint32_t record : of) {
    if (line.name.empty()) line.name = exchange::name_as_written(records, record);
    const std::uint32_t list = records.list_of[record];
    if (seen.insert(list).second) line.lists.push_back(records.lists[list].name);
    line.records.push_back(words.reference(record));
  }
  line.birth = said_by_first(records, of, Field::birth);
  line.date = said_by_first(records, of, Field::date);
  if (line.date.empty()) line.date = said_by_first(records, of, Field::death);
  for (const Field field :
       {Field::place, Field::place_town, Field::place_region, Field::place_country}) {
    if (line.place.empty()) line.place = said_by_first(records, of, field);
  }
  return line;
}

}  // namespace

PersonLine person_line(const record::RecordTable& records, const persons::Person& person,
                       const exchange::RowWords& words) {
  PersonLine line = line_of(records, person.records, words);
  line.probability = person.probability;
  return line;
}

PersonLine record_line(const record::RecordTable& records, std::uint32_t record,
                       const exchange::RowWords& words) {
  return line_of(records, {record}, words);
}

std::string joined_words(const std::vector<std::string>& texts, const char* between) {
  std::string text;
  for (const std::string& one : texts) text += (text.empty() ? "" : between) + one;
  return text;
}

}  // namespace sanaq::workspace
