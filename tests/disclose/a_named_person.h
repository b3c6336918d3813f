// Somebody of the invented register with a name that nobody else has, and the bytes of a site.
#pragma once
#include <map>
#include <string>

#include "investigation/invented_outcome.h"
#include "sanaq/disclose/disclose.h"
#include "sanaq/pages/site.h"

namespace sanaq::disclose {

inline casefile::Statement said(const std::string& subject, const std::string& property,
                                const std::string& value, const char* visibility = "public") {
  casefile::Statement one;
  one.subject = subject;
  one.property = property;
  one.value = value;
  one.source = "The Lantern";
  one.visibility = visibility;
  one.origin = {"case.csv", std::string(64, 'a'), 2, ""};
  return one;
}

inline std::uint32_t add_value(record::Column& column, const std::string& text) {
  column.values.push_back(text);
  column.canonical.push_back(text);
  return static_cast<std::uint32_t>(column.values.size() - 1);
}

inline constexpr const char* full_name = "Zhurtbaev Kanatbek Oralbaiuly";

// A register in which one person of several records on open lists, and on no closed one, has the
// name above and lives in "Canary Quarter".
struct ANamedPerson {
  investigation::Outcome outcome = investigation::test::invented_outcome();
  std::size_t person = 0;
  std::string ref;      // LIST:RECORD of his first record
  std::string address;  // of his page

  ANamedPerson() {
    const auto& records = outcome.records;
    const auto is_open = [&](std::uint32_t record) { return records.list_of[record] != 4; };
    while (outcome.persons[person].records.size() < 2 ||
           !std::all_of(outcome.persons[person].records.begin(),
                        outcome.persons[person].records.end(), is_open))
      ++person;
    record::Column& name = outcome.records.columns[0];
    record::Column& quarter = outcome.records.columns[3];
    record::Column& born = outcome.records.columns[1];
    const std::uint32_t named = add_value(name, full_name);
    const std::uint32_t lives = add_value(quarter, "Canary Quarter");
    const std::uint32_t birth = add_value(born, "1971-03-04");
    for (const std::uint32_t record : outcome.persons[person].records) {
      name.codes[record] = named;
      quarter.codes[record] = lives;
      born.codes[record] = birth;
    }
    const std::uint32_t first = outcome.persons[person].records.front();
    ref = records.lists[records.list_of[first]].name + ":" + records.ids[first];
    address = persons::keyed_address(outcome.addresses.secret, outcome.origins[first]);
  }

  void say(const std::string& property, const std::string& value,
           const char* visibility = "restricted") {
    outcome.case_file.said.push_back(said("person:" + ref, property, value, visibility));
  }
  [[nodiscard]] std::map<std::string, std::string> site() const {
    std::map<std::string, std::string> files;
    base::Progress quiet;
    (void)pages::build_site(
        disclose(outcome),
        [&](const std::string& path, std::string_view bytes) { files[path] = bytes; }, quiet);
    return files;
  }
};

// As disclose() finds it: three columns of the four lists that publish something.
inline investigation::OpenColumns all_open(const investigation::Outcome& outcome) {
  investigation::OpenColumns open(5, std::vector<bool>(outcome.records.columns.size()));
  for (std::size_t list = 0; list < 4; ++list) open[list][0] = open[list][1] = open[list][3] = true;
  return open;
}

// The first file in which a text stands; "" if it stands in none, by its name or its bytes.
inline std::string found_in(const std::map<std::string, std::string>& site,
                            const std::string& text) {
  for (const auto& [path, bytes] : site) {
    if (path.find(text) != std::string::npos || bytes.find(text) != std::string::npos) return path;
  }
  return "";
}

}  // namespace sanaq::disclose
