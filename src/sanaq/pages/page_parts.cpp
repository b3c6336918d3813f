#include "sanaq/pages/page_parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "sanaq/base/files.h"
#include "sanaq/draw/markup.h"
#include "sanaq/pages/case_facts.h"

namespace sanaq::pages {
namespace {

// What a part may have, in bytes of markup as they are reckoned below: Cyrillic letters take two.
constexpr std::size_t part_bytes_max = 112'000;
constexpr std::size_t bytes_around_a_thing = 300, bytes_around_a_fact = 350,
                      bytes_around_a_source = 400, markup_of_a_byte = 2;
constexpr std::size_t bytes_around_cells = 60, bytes_of_a_number = 80, bytes_of_a_cell = 260,
                      bytes_of_a_table = 700;
// In a table of many rows a long text is cut: it stands whole on the page of what it is about.
constexpr std::size_t long_table = 10, letters_in_a_long_table = 120,
                      letters_in_a_table_of_parts = 60;

// Goes on to the next part where one is full.
class Filling {
 public:
  // Returns the part on which what takes so many bytes stands.
  std::size_t add(std::size_t bytes) {
    if (used_ > 0 && used_ + bytes > part_bytes_max) {
      ++part_;
      used_ = 0;
    }
    used_ += bytes;
    return part_;
  }

 private:
  std::size_t part_ = 0, used_ = 0;
};

std::size_t bytes_of_source(const PublicCase& known, std::size_t statement) {
  const casefile::Statement& said = known.view.statements()[statement];
  return bytes_around_a_source +
         markup_of_a_byte * (said.value.size() + said.source.size() + said.locator.size());
}

std::size_t bytes_of_fact(const PublicCase& known, const std::string& subject,
                          const casefile::Fact& fact) {
  std::size_t bytes = bytes_around_a_fact;
  for (const auto* statements : {&fact.same, &fact.others}) {
    for (const std::size_t at : *statements) bytes += bytes_of_source(known, at);
  }
  const std::string& value = known.view.statements()[fact.shown].value;
  if (const casefile::Fact* beside = fact_beside(known, subject, fact, value)) {
    for (const std::size_t at : beside->same) bytes += bytes_of_source(known, at);
  }
  return bytes;
}

// Adds a thing fact by fact; returns the part of each, at least of one.
std::vector<std::size_t> add_thing(const PublicCase& known, const std::string& subject,
                                   Filling& filling) {
  std::vector<std::size_t> parts;
  std::size_t around = bytes_around_a_thing;
  for (const casefile::Fact* fact : facts_in_order(known, subject)) {
    parts.push_back(
        filling.add(std::exchange(around, std::size_t{0}) + bytes_of_fact(known, subject, *fact)));
  }
  if (parts.empty()) parts.push_back(filling.add(around));
  return parts;
}

std::size_t bytes_of_table_row(const std::vector<CaseCell>& row) {
  std::size_t bytes = bytes_around_cells;
  for (const CaseCell& cell : row) bytes += cell.is_number ? bytes_of_a_number : bytes_of_a_cell;
  return bytes;
}

// Divides the things and tables of a page into its parts.
class Parts {
 public:
  explicit Parts(const CasePage& whole) : whole_(whole), parts_(1) {}

  void divide(const PublicCase& known) {
    for (const CaseThing& thing : whole_.entities)
      add(thing, add_thing(known, thing.subject, filling_));
    for (const CaseTable& table : whole_.tables) add(table);
  }

  // With what every part says of the others.
  [[nodiscard]] std::vector<CasePage> named(const draw::Voice& voice) && {
    const bool is_one = parts_.size() == 1;
    for (std::size_t at = 0; at < parts_.size(); ++at) {
      CasePage& part = parts_[at];
      part.path = part_path(whole_.path, at);
      part.title = at == 0 ? whole_.title : fmt::format("{} ({})", whole_.title, at + 1);
      part.notes = whole_.notes;
      part.lead = at == 0 ? whole_.lead : std::string();
      part.up_href = at == 0 ? whole_.up_href : base::file_name(whole_.path);
      part.up_label = at == 0 ? whole_.up_label : voice.own(whole_.title);
      for (CaseTable& table : part.tables) {
        const bool is_long = table.rows.size() > long_table;
        table.letters_max = !is_one   ? letters_in_a_table_of_parts
                            : is_long ? letters_in_a_long_table
                                      : 0;
      }
    }
    add_signposts(voice);
    return std::move(parts_);
  }

 private:
  // A table with an anchor that begins on another part than the first.
  struct Elsewhere {
    std::string heading, anchor;
    std::size_t part = 0;
  };

  CasePage& part(std::size_t at) {
    if (at >= parts_.size()) parts_.resize(at + 1);
    return parts_[at];
  }

  void add(const CaseThing& thing, const std::vector<std::size_t>& of_facts) {
    std::size_t from = 0;
    for (std::size_t at = 1; at <= of_facts.size(); ++at) {
      if (at < of_facts.size() && of_facts[at] == of_facts[from]) continue;
      CaseThing piece = thing;
      piece.first = from;
      piece.last = at;
      part(of_facts[from]).entities.push_back(std::move(piece));
      from = at;
    }
  }

  void add(const CaseTable& table) {
    std::size_t here = filling_.add(bytes_of_a_table + table.drawing_bytes);
    const std::size_t begins = here;
    CaseTable head = table;
    head.rows.clear();
    part(here).tables.push_back(head);
    head.drawing.clear();
    head.anchor.clear();
    for (const std::vector<CaseCell>& row : table.rows) {
      const std::size_t now = filling_.add(bytes_of_table_row(row));
      if (now != here) part(now).tables.push_back(head);
      here = now;
      part(here).tables.back().rows.push_back(row);
    }
    if (begins > 0 && !table.anchor.empty())
      elsewhere_.push_back({table.heading, table.anchor, begins});
  }

  // Links lead to anchors of the first part.
  void add_signposts(const draw::Voice& voice) {
    for (const Elsewhere& one : elsewhere_) {
      CaseTable signpost{one.heading, "", {""}, {}};
      signpost.rows = {{{voice.say("These rows stand on another page"),
                         base::file_name(part_path(whole_.path, one.part))}}};
      signpost.anchor = one.anchor;
      parts_.front().tables.push_back(std::move(signpost));
    }
  }

  const CasePage& whole_;
  Filling filling_;
  std::vector<CasePage> parts_;
  std::vector<Elsewhere> elsewhere_;
};

}  // namespace

void add_in_parts(const PublicView& view, const CasePage& page, const draw::Voice& voice,
                  std::vector<Page>& pages) {
  Parts divided(page);
  divided.divide(view.case_file);
  const std::vector<CasePage> parts = std::move(divided).named(voice);
  for (std::size_t at = 0; at < parts.size(); ++at) {
    pages.push_back(made_page(view, parts[at], voice));
    if (at + 1 < parts.size())
      pages.back().body +=
          fmt::format("<p><a href=\"{}\">{}</a></p>\n", base::file_name(parts[at + 1].path),
                      draw::escape(voice.say("Next page")));
  }
}

std::vector<std::size_t> parts_of_things(const PublicCase& known,
                                         const std::vector<std::string>& subjects) {
  Filling filling;
  std::vector<std::size_t> parts;
  for (const std::string& subject : subjects)
    parts.push_back(add_thing(known, subject, filling).front());
  return parts;
}

void divide_acts(PublicCase& known) {
  std::map<std::string, std::vector<std::string>> by_type;
  for (const casefile::Act& act : known.entities.acts) by_type[act.type].push_back(act.subject);
  known.act_parts.clear();
  for (const auto& [type, subjects] : by_type) {
    const std::vector<std::size_t> parts = parts_of_things(known, subjects);
    for (std::size_t at = 0; at < subjects.size(); ++at) {
      if (parts[at] > 0) known.act_parts[subjects[at]] = parts[at];
    }
  }
}

}  // namespace sanaq::pages
