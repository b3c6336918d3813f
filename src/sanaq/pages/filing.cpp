#include "sanaq/pages/filing.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <tuple>

#include "sanaq/text/family_first.h"
#include "sanaq/text/romanise.h"
#include "sanaq/text/writing.h"

namespace sanaq::pages {
namespace {

bool is_all_ascii(const std::string& text) {
  return std::all_of(text.begin(), text.end(),
                     [](char letter) { return static_cast<unsigned char>(letter) < 0x80; });
}

const std::string& name_in(const PublicPerson& person, std::string_view script) {
  if (person.other_names.empty() || text::script_of(person.name) == script) return person.name;
  for (const std::string& other : person.other_names)
    if (text::script_of(other) == script) return other;
  return person.name;
}

std::string filed_name_in(const PublicPerson& person, std::string_view script) {
  const std::string& name = name_in(person, script);
  return name.empty() ? std::string() : text::family_first(text::ordinary_case(name));
}

Filed filed(const PublicView& view, std::size_t number, std::string_view script,
            const text::Alphabet& alphabet, const draw::Voice& voice) {
  Filed out{&view.persons[number], number, {}, {}, {}, {"–", "nameless"}};
  out.name = filed_name_in(*out.person, script);
  if (out.name.empty()) return out;
  out.latin = latin_beside(out.name, voice);
  const std::string& looked_for = out.latin.empty() ? out.name : out.latin;
  out.key = alphabet.key(looked_for);
  out.letter = alphabet.letter_of(looked_for);
  return out;
}

}  // namespace

const std::string& name_in_text(const PublicPerson& person, const draw::Voice& voice) {
  return name_in(person, text::script_of_language(voice.language()));
}

std::string filed_name(const PublicPerson& person, const draw::Voice& voice) {
  return filed_name_in(person, text::script_of_language(voice.language()));
}

std::string latin_beside(const std::string& name, const draw::Voice& voice) {
  if (is_all_ascii(name) || !text::is_written_in_latin(voice.language())) return {};
  std::string latin = text::romanise(name);
  return latin == name || latin.find_first_not_of(' ') == latin.npos ? std::string() : latin;
}

std::string display_name(const PublicPerson& person, const draw::Voice& voice) {
  std::string name = filed_name(person, voice);
  return name.empty() ? voice.say("No name that may be published") : name;
}

std::string first_text(const PublicView& view, const PublicPerson& person, record::Field field,
                       std::string_view script) {
  const std::string* first = nullptr;
  for (std::size_t column = 0; column < view.columns.size(); ++column) {
    if (view.columns[column].field != field) continue;
    for (const PublicRecord& record : person.records) {
      if (!record.cells[column] || record.cells[column]->text.empty()) continue;
      const std::string& text = record.cells[column]->text;
      if (script.empty() || text::script_of(text) == script) return text;
      if (first == nullptr) first = &text;
    }
  }
  return first == nullptr ? std::string() : *first;
}

std::string place_of(const PublicView& view, const PublicPerson& person, std::string_view script) {
  for (const record::Field field : {record::Field::place, record::Field::place_town,
                                    record::Field::place_region, record::Field::place_country}) {
    if (std::string place = first_text(view, person, field, script); !place.empty()) return place;
  }
  return {};
}

std::vector<Filed> filing(const PublicView& view, const draw::Voice& voice) {
  const text::Alphabet alphabet(voice.language());
  const std::string script = text::script_of_language(voice.language());
  std::vector<Filed> all(view.persons.size());
  tbb::parallel_for(std::size_t{0}, all.size(),
                    [&](std::size_t at) { all[at] = filed(view, at, script, alphabet, voice); });
  std::stable_sort(all.begin(), all.end(), [](const Filed& left, const Filed& right) {
    if (left.key.empty() != right.key.empty()) return right.key.empty();
    return std::tie(left.key, left.person->id) < std::tie(right.key, right.person->id);
  });
  return all;
}

}  // namespace sanaq::pages
