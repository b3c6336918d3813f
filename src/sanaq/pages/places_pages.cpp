#include "sanaq/pages/places_pages.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <set>

#include "sanaq/base/files.h"
#include "sanaq/base/sha256.h"
#include "sanaq/draw/map_drawing.h"
#include "sanaq/pages/case_page.h"
#include "sanaq/pages/input_text.h"
#include "sanaq/pages/person_rows.h"
#include "sanaq/pages/place_text.h"
#include "sanaq/text/fold.h"
#include "sanaq/text/romanise.h"

namespace sanaq::pages {
namespace {

constexpr std::size_t places_a_page = 500;
constexpr std::size_t things_a_page = 400;

struct PlaceOfSite {
  std::map<std::string, std::int64_t> spellings;  // as written, how often
  std::vector<Filed> persons;                     // in the order of the register
  std::vector<std::string> things;                // subjects of events and acts
  std::optional<std::pair<double, double>> at;  // latitude and longitude, if any spelling has them
  std::string name, latin, key, slug;
  text::Alphabet::Letter letter;
};

// Gathers places under one key for all spellings that are the same in Latin letters.
class PlaceGatherer {
 public:
  PlaceOfSite* at(const std::string& written) {
    if (written.empty() || written == closed_reference) return nullptr;
    auto known = known_.find(written);
    if (known == known_.end()) {
      PlaceText read = read_place(written);
      if (read.name.empty()) read.name = written;  // nothing but coordinates
      std::string key = text::fold(text::romanise(read.name));
      known = known_.emplace(written, std::pair{std::move(key), std::move(read)}).first;
    }
    const auto& [key, read] = known->second;
    if (key.empty()) return nullptr;
    PlaceOfSite& place = places_[key];
    ++place.spellings[read.name];
    if (read.at && !place.at) place.at = read.at;
    return &place;
  }
  [[nodiscard]] std::map<std::string, PlaceOfSite> take() { return std::move(places_); }

 private:
  std::map<std::string, std::pair<std::string, PlaceText>> known_;  // key and reading of a text
  std::map<std::string, PlaceOfSite> places_;
};

std::string slug_of_place(const std::string& key, std::set<std::string>& taken) {
  constexpr std::size_t letters_max = 40;
  std::string slug;
  for (const char letter : key) {
    const bool is_plain = (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
    if (is_plain) {
      slug += letter;
    } else if (!slug.empty() && slug.back() != '-') {
      slug += '-';
    }
  }
  slug = slug.substr(0, letters_max);
  while (slug.ends_with('-')) slug.pop_back();
  if (slug.empty() || slug == "index" || base::portable_file_name(slug) != slug)
    slug = "x-" + base::sha256_hex("sanaq place\n" + key).substr(0, 12);
  std::string free = slug;
  for (int number = 2; !taken.insert(free).second; ++number)
    free = fmt::format("{}-{}", slug, number);
  return free;
}

// The spelling that is met most often, the first of those that are met equally often.
std::string usual_spelling(const PlaceOfSite& place) {
  return std::max_element(
             place.spellings.begin(), place.spellings.end(),
             [](const auto& left, const auto& right) { return left.second < right.second; })
      ->first;
}

std::vector<PlaceOfSite> places_of(const PublicView& view, const std::vector<Filed>& all,
                                   const draw::Voice& voice) {
  PlaceGatherer gatherer;
  for (const Filed& filed : all) {
    if (PlaceOfSite* place = gatherer.at(place_of(view, *filed.person)))
      place->persons.push_back(filed);
  }
  for (const casefile::Event& event : view.case_file.entities.events) {
    if (PlaceOfSite* place = gatherer.at(event.place)) place->things.push_back(event.subject);
  }
  for (const casefile::Act& act : view.case_file.entities.acts) {
    if (PlaceOfSite* place = gatherer.at(act.place)) place->things.push_back(act.subject);
  }
  const text::Alphabet alphabet(voice.language());
  std::set<std::string> taken;
  std::vector<PlaceOfSite> places;
  for (auto& [key, place] : gatherer.take()) {
    place.name = usual_spelling(place);
    place.latin = latin_beside(place.name, voice);
    place.slug = slug_of_place(key, taken);
    const std::string& looked_for = place.latin.empty() ? place.name : place.latin;
    place.key = alphabet.key(looked_for);
    place.letter = alphabet.letter_of(looked_for);
    places.push_back(std::move(place));
  }
  std::stable_sort(places.begin(), places.end(),
                   [](const auto& left, const auto& right) { return left.key < right.key; });
  return places;
}

std::string part_file(const std::string& name, std::size_t part) {
  return part == 0 ? name + ".html" : fmt::format("{}_{}.html", name, part + 1);
}

std::string in_brief(const PlaceOfSite& place, const draw::Voice& voice) {
  std::string text;
  if (!place.persons.empty())
    text = voice.count("{} person", "{} persons", static_cast<std::int64_t>(place.persons.size()));
  if (!place.things.empty()) {
    text +=
        (text.empty() ? "" : ", ") + voice.count("{} event or act", "{} events or acts",
                                                 static_cast<std::int64_t>(place.things.size()));
  }
  return text;
}

Data place_groups(const std::vector<PlaceOfSite>& places, std::size_t from, std::size_t to,
                  const draw::Voice& voice) {
  Data groups{Data::type::list};
  while (from < to) {
    const std::string file = places[from].letter.file;
    Data group, rows{Data::type::list};
    group.set("letter", places[from].letter.label);
    for (; from < to && places[from].letter.file == file; ++from) {
      Data row;
      row.set("href", places[from].slug + ".html");
      row.set("name", places[from].name);
      put_text(row, "latin", places[from].latin);
      put_text(row, "count", in_brief(places[from], voice));
      rows.push_back(row);
    }
    group.set("rows", rows);
    groups.push_back(group);
  }
  return groups;
}

// Places whose coordinates are known, on a map; "" if there are none, or too many to be read.
std::string map_of(const std::vector<PlaceOfSite>& places, const draw::Voice& voice) {
  constexpr std::size_t points_max = 40;
  std::vector<draw::MapPoint> points;
  for (const PlaceOfSite& place : places) {
    if (place.at)
      points.push_back({place.latin.empty() ? place.name : place.latin, place.at->first,
                        place.at->second,
                        static_cast<std::int64_t>(place.persons.size() + place.things.size())});
  }
  if (points.empty() || points.size() > points_max) return {};
  const std::string title = voice.say("The places on a map");
  return fmt::format("<div class=\"wide\">{}</div><div class=\"narrow\">{}</div>",
                     draw::map_drawing(points, voice, 760, "map", title),
                     draw::map_drawing(points, voice, 360, "map-n", title));
}

using Places = std::shared_ptr<const std::vector<PlaceOfSite>>;

// What the index of places and the pages of each say of a place itself.
void add_place(const PlaceOfSite& place, InputText& text) {
  for (const std::string* part :
       {&place.name, &place.latin, &place.slug, &place.letter.file, &place.letter.label})
    text.add(*part);
  text.add(place.persons.size());
  text.add(place.things.size());
  if (place.at) text.add(fmt::format("{} {}", place.at->first, place.at->second));
}

std::size_t index_parts(const std::vector<PlaceOfSite>& places) {
  return std::max<std::size_t>(1, (places.size() + places_a_page - 1) / places_a_page);
}

Page index_page(const std::vector<PlaceOfSite>& places, std::size_t part,
                const draw::Voice& voice) {
  const std::size_t parts = index_parts(places);
  Data data, links{Data::type::list};
  for (std::size_t other = 0; parts > 1 && other < parts; ++other) {
    Data item;
    item.set("href", part_file("index", other));
    item.set("name", places[other * places_a_page].name);
    item.set("is_here", other == part);
    links.push_back(item);
  }
  put_text(data, "map", part == 0 ? map_of(places, voice) : std::string());
  data.set("has_parts", parts > 1);
  data.set("parts", links);
  data.set("groups", place_groups(places, part * places_a_page,
                                  std::min(places.size(), (part + 1) * places_a_page), voice));
  Page page{"places/" + part_file("index", part), "places", voice.say("Places"),
            render("places", voice, data)};
  page.elsewhere = "places/index.html";
  return page;
}

void add_indexes(const Places& places, const draw::Voice& voice, std::vector<PageToMake>& pages) {
  InputText text;
  for (const PlaceOfSite& place : *places) add_place(place, text);
  const std::string inputs = text.hash();
  for (std::size_t part = 0; part < index_parts(*places); ++part)
    pages.push_back({"places/" + part_file("index", part), inputs,
                     [places, part, &voice] { return index_page(*places, part, voice); }});
}

Data thing_rows(const PublicView& view, const PlaceOfSite& place, std::size_t part,
                const draw::Voice& voice) {
  Data rows{Data::type::list};
  const std::size_t from = part * things_a_page;
  for (std::size_t at = from; at < std::min(place.things.size(), from + things_a_page); ++at) {
    const CaseCell cell = thing_cell(view, place.things[at], voice, "../");
    Data row;
    put_text(row, "href", cell.href);
    row.set("text", cell.text);
    rows.push_back(row);
  }
  return rows;
}

// A place's persons and things, cut into pages.
struct PlaceParts {
  std::vector<Stretch> persons;
  std::size_t things = 0, count = 0;
  std::vector<std::string> files;
};

PlaceParts parts_of(const PublicView& view, const PlaceOfSite& place) {
  PlaceParts parts;
  parts.persons = cut_into_pages(view, place.persons, {0, place.persons.size()});
  parts.things = (place.things.size() + things_a_page - 1) / things_a_page;
  parts.count = std::max({parts.persons.size(), parts.things, std::size_t{1}});
  for (std::size_t part = 0; part < parts.count; ++part)
    parts.files.push_back(part_file(place.slug, part));
  return parts;
}

Page place_page(const PublicView& view, const PlaceOfSite& place, const PlaceParts& parts,
                std::size_t part, const draw::Voice& voice) {
  Data data;
  data.set("name", place.name);
  put_text(data, "latin", place.latin);
  put_text(data, "lead", in_brief(place, voice));
  data.set("has_parts", parts.persons.size() > 1);
  data.set("parts", part_links(place.persons, parts.persons, part, parts.files, voice));
  const bool has_rows = part < parts.persons.size();
  data.set("has_rows", has_rows);
  data.set("rows", has_rows ? person_rows(view, place.persons, parts.persons[part], voice, "../")
                            : Data{Data::type::list});
  data.set("has_things", part < parts.things);
  data.set("things", thing_rows(view, place, part, voice));
  put_text(data, "next", part + 1 < parts.count ? parts.files[part + 1] : std::string());
  Page page{"places/" + parts.files[part], "places", place.latin.empty() ? place.name : place.latin,
            render("place", voice, data)};
  page.elsewhere = "places/" + parts.files[0];  // its parts are cut elsewhere
  return page;
}

// From what the pages of places are made, beside the place itself.
struct PlaceInputs {
  const std::vector<std::string>& persons;
  const std::string& case_file;

  [[nodiscard]] std::string of(const PlaceOfSite& place, const PlaceParts& parts,
                               std::size_t part) const {
    InputText text;
    add_place(place, text);
    text.add(parts.count);
    text.add(inputs_of_parts(place.persons, parts.persons, part, parts.files));
    if (part < parts.persons.size())
      text.add(inputs_of_rows(place.persons, parts.persons[part], persons));
    for (const std::string& thing : place.things) text.add(thing);
    text.add(place.things.empty() ? std::string() : case_file);
    return text.hash();
  }
};

}  // namespace

std::vector<PageToMake> places_pages(const PublicView& view, const std::vector<Filed>& all,
                                     const std::vector<std::string>& inputs,
                                     const std::string& case_file, const draw::Voice& voice) {
  const auto places = std::make_shared<const std::vector<PlaceOfSite>>(places_of(view, all, voice));
  const PlaceInputs from{inputs, case_file};
  std::vector<PageToMake> pages;
  add_indexes(places, voice, pages);
  for (const PlaceOfSite& place : *places) {
    const auto parts = std::make_shared<const PlaceParts>(parts_of(view, place));
    for (std::size_t part = 0; part < parts->count; ++part)
      pages.push_back({"places/" + parts->files[part], from.of(place, *parts, part),
                       [&view, &voice, places, &place, parts, part] {
                         return place_page(view, place, *parts, part, voice);
                       }});
  }
  return pages;
}

}  // namespace sanaq::pages
