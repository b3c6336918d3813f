#include "sanaq/pages/person_rows.h"

#include <algorithm>

#include "sanaq/base/utf8_letter.h"
#include "sanaq/draw/markup.h"
#include "sanaq/pages/certainty.h"
#include "sanaq/pages/input_text.h"
#include "sanaq/pages/person_summary.h"
#include "sanaq/text/writing.h"

namespace sanaq::pages {
namespace {

// What a row takes besides the texts in it, and how much markup makes of a byte at most.
constexpr std::size_t bytes_around_a_row = 260, bytes_of_a_byte = 2;

std::size_t bytes_of_row(const PublicView& view, const Filed& filed) {
  const PublicPerson& person = *filed.person;
  std::size_t lists = 0;
  for (const PublicRecord& record : person.records) lists += view.lists[record.list].name.size();
  return bytes_around_a_row +
         bytes_of_a_byte * (filed.name.size() + filed.latin.size() + lists +
                            first_text(view, person, record::Field::birth).size() +
                            place_of(view, person).size());
}

std::string lists_of(const PublicView& view, const PublicPerson& person, const draw::Voice& voice) {
  std::vector<std::size_t> lists;
  for (const PublicRecord& record : person.records) lists.push_back(record.list);
  std::sort(lists.begin(), lists.end());
  lists.erase(std::unique(lists.begin(), lists.end()), lists.end());
  std::string out;
  for (const std::size_t list : lists)
    out += (out.empty() ? "" : ", ") + draw::isolated(voice.own(view.lists[list].name));
  return out;
}

// They come last, and are told apart by a number where nothing else does it.
std::size_t first_nameless(const std::vector<Filed>& all) {
  return static_cast<std::size_t>(
      std::partition_point(all.begin(), all.end(),
                           [](const Filed& filed) { return !filed.name.empty(); }) -
      all.begin());
}

}  // namespace

std::string shortened(std::string_view text, std::size_t letters) {
  std::string_view rest = text;
  for (std::size_t at = 0; at < letters && !rest.empty(); ++at)
    rest.remove_prefix(base::first_letter(rest).size);
  return rest.empty() ? std::string(text)
                      : std::string(text.substr(0, text.size() - rest.size())) + "…";
}

std::vector<Stretch> cut_into_pages(const PublicView& view, const std::vector<Filed>& all,
                                    Stretch whole) {
  std::vector<Stretch> parts;
  std::size_t bytes = 0;
  for (std::size_t at = whole.first; at < whole.second; ++at) {
    const std::size_t more = bytes_of_row(view, all[at]);
    const bool is_full = !parts.empty() && (at - parts.back().first == persons_a_page ||
                                            bytes + more > rows_bytes_max);
    if (parts.empty() || is_full) {
      parts.emplace_back(at, at);
      bytes = 0;
    }
    bytes += more;
    parts.back().second = at + 1;
  }
  return parts;
}

Data person_rows(const PublicView& view, const std::vector<Filed>& all, Stretch part,
                 const draw::Voice& voice, const std::string& root) {
  const std::size_t nameless = first_nameless(all);
  Data rows{Data::type::list};
  for (std::size_t at = part.first; at < part.second; ++at) {
    const PublicPerson& person = *all[at].person;
    Data row;
    row.set("href", root + "person/" + person.id + ".html");
    row.set("name", all[at].name.empty()
                        ? voice.say(base::message("Without a public name, {}", at - nameless + 1))
                        : all[at].name);
    put_text(row, "latin", all[at].latin);
    const std::string apart = told_apart_by(view, person, voice);
    put_text(row, "apart", apart);
    row.set("lists", lists_of(view, person, voice));
    row.set("certainty", certainty(person, voice));
    rows.push_back(row);
  }
  return rows;
}

std::string inputs_of_rows(const std::vector<Filed>& all, Stretch part,
                           const std::vector<std::string>& persons) {
  InputText text;
  const std::size_t nameless = first_nameless(all);
  text.add(nameless < part.second ? part.second - nameless : 0);
  for (std::size_t at = part.first; at < part.second; ++at) text.add(persons[all[at].number]);
  return text.hash();
}

std::string inputs_of_parts(const std::vector<Filed>& all, const std::vector<Stretch>& parts,
                            std::size_t here, const std::vector<std::string>& files) {
  InputText text;
  text.add(here);
  for (std::size_t at = 0; at < parts.size(); ++at) {
    const Filed& first = all[parts[at].first];
    for (const std::string* one : {&files[at], &first.name, &first.latin}) text.add(*one);
  }
  return text.hash();
}

Data part_links(const std::vector<Filed>& all, const std::vector<Stretch>& parts, std::size_t here,
                const std::vector<std::string>& files, const draw::Voice& voice) {
  constexpr std::size_t letters = 24;
  Data out{Data::type::list};
  for (std::size_t at = 0; at < parts.size(); ++at) {
    const Filed& first = all[parts[at].first];
    Data item;
    item.set("href", files[at]);
    item.set("name", shortened(!first.latin.empty() ? first.latin
                               : first.name.empty() ? display_name(*first.person, voice)
                                                    : first.name,
                               letters));
    item.set("is_here", at == here);
    out.push_back(item);
  }
  return out;
}

std::string told_apart_by(const PublicView& view, const PublicPerson& person,
                          const draw::Voice& voice) {
  std::string text = draw::isolated(birth_words(view, person, voice));
  const std::string place = place_of(view, person, text::script_of_language(voice.language()));
  if (!place.empty()) text += (text.empty() ? "" : " · ") + draw::isolated(place);
  return text;
}

}  // namespace sanaq::pages
