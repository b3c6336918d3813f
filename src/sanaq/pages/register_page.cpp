#include "sanaq/pages/register_page.h"

#include <algorithm>

#include "sanaq/draw/markup.h"
#include "sanaq/pages/case_page.h"
#include "sanaq/pages/certainty.h"
#include "sanaq/pages/fact_mark.h"
#include "sanaq/pages/filing.h"
#include "sanaq/pages/labels.h"
#include "sanaq/pages/lists_page.h"
#include "sanaq/pages/person_rows.h"
#include "sanaq/pages/person_summary.h"

namespace sanaq::pages {
namespace {

using base::message;

// Of a file that is public itself its row; of others which of the published rows.
std::string row_text(const PublicView& view, const PublicRecord& record, const draw::Voice& voice) {
  return view.lists[record.list].is_hash_open ? voice.say(message("row {}", record.row))
                                              : voice.say(message("public row {}", record.row));
}

// The lists and rows on which the person stands.
Data record_places(const PublicView& view, const PublicPerson& person, const draw::Voice& voice) {
  return data_list(person.records, [&](const PublicRecord& record) {
    Data place;
    place.set("list", voice.own(view.lists[record.list].name));
    place.set("href", "../lists.html#" + list_anchor(record.list));
    place.set("row", row_text(view, record, voice));
    return place;
  });
}

// What the records say in one column that has the same reading.
struct Said {
  const PublicCell* first = nullptr;
  std::vector<std::pair<const PublicRecord*, const PublicCell*>> all;
};

std::vector<Said> said_in(const PublicPerson& person, std::size_t column) {
  std::vector<Said> values;
  for (const PublicRecord& record : person.records) {
    const std::optional<PublicCell>& cell = record.cells[column];
    if (!cell || cell->text.empty()) continue;
    auto same = std::find_if(values.begin(), values.end(), [&](const Said& value) {
      return value.first->reading == cell->reading;
    });
    if (same == values.end()) same = values.insert(values.end(), Said{&*cell, {}});
    same->all.emplace_back(&record, &*cell);
  }
  return values;
}

FactSource record_source(const PublicView& view, const PublicRecord& record, const PublicCell& cell,
                         const draw::Voice& voice) {
  const PublicList& list = view.lists[record.list];
  FactSource source;
  source.fact = cell.fact;
  source.name = list.name;
  source.where = row_text(view, record, voice);
  source.where_href = "../lists.html#" + list_anchor(record.list);
  if (list.is_hash_open) source.hash = list.version;
  return source;
}

Data value_data(const PublicView& view, const PublicColumn& column, const std::string& label,
                const Said& said, const draw::Voice& voice) {
  FactMark mark;
  mark.label = label;
  mark.shown = said.first->fact;
  for (const auto& [record, cell] : said.all) {
    mark.same.push_back(record_source(view, *record, *cell, voice));
    if (cell->text != said.first->text) mark.same.back().text = cell->text;
  }
  Data value;
  const PublicCell& cell = *said.first;
  const std::string words = cell_words(column, cell, voice);
  value.set("text", words);
  value.set("fact", fact_text(mark.shown));
  value.set("differs", cell.differs);
  // A date and a sex stand in the words of the page, and beside it as the list has it.
  // A year alone, of columns of a year, a month and a day, is "1983--".
  const std::string_view text(cell.text.data(), cell.text.find_last_not_of('-') + 1);
  const bool is_in_words = words != cell.text && words != text;
  value.set("reading", false);
  if (is_in_words || (words == cell.text && !cell.reading.empty() && cell.reading != cell.text))
    value.set("reading",
              voice.say(is_in_words ? message("written {}", draw::isolated(cell.text))
                                    : message("read as {}", draw::isolated(cell.reading))));
  value.set("mark", fact_mark(mark, voice));
  return value;
}

Data fact_rows(const PublicView& view, const PublicPerson& person, const draw::Voice& voice) {
  Data rows{Data::type::list};
  for (std::size_t column = 0; column < view.columns.size(); ++column) {
    const std::vector<Said> values = said_in(person, column);
    if (values.empty()) continue;
    const std::string label = column_label(view.columns[column], voice);
    const std::string within =
        view.columns[column].field ? within_sentence(label) : draw::isolated(label);
    Data row;
    row.set("label", label);
    row.set("values", data_list(values, [&](const Said& said) {
              return value_data(view, view.columns[column], within, said, voice);
            }));
    rows.push_back(row);
  }
  return rows;
}

Data pair_rows(const PublicView& view, const PublicPerson& person, const draw::Voice& voice) {
  const auto name = [&](std::size_t record) {
    const PublicRecord& shown = person.records[record];
    return draw::isolated(voice.own(view.lists[shown.list].name)) + ", " +
           row_text(view, shown, voice);
  };
  return data_list(person.pairs, [&](const PublicPair& pair) {
    Data row;
    row.set("left", name(pair.left));
    row.set("right", name(pair.right));
    row.set("probability", voice.percent(pair.probability));
    return row;
  });
}

// What the case file says was done to somebody, and what he did: links to where it is shown.
Data case_links(const PublicView& view, const std::string& person, const draw::Voice& voice) {
  Data out{Data::type::list};
  const auto add = [&](const base::Message& what, const std::string& subject) {
    const CaseCell cell = thing_cell(view, subject, voice, "../");
    Data item;
    item.set("what", voice.say(what));
    if (cell.href.empty()) {
      item.set("href", false);
    } else {
      item.set("href", cell.href);
    }
    item.set("text", cell.text);
    out.push_back(item);
  };
  for (const casefile::Act& act : view.case_file.entities.acts) {
    for (const casefile::Victim& victim : act.victims) {
      if (victim.who.key == person) add(message("Suffered"), act.subject);
    }
    for (const casefile::Involved& one : act.perpetrators) {
      if (one.who.key == person) add(message("Named as perpetrator"), act.subject);
    }
  }
  for (const casefile::Custody& custody : view.case_file.entities.custodies) {
    if (custody.person.key == person) add(message("Custody"), custody.subject);
  }
  for (const casefile::Post& post : view.case_file.entities.posts) {
    if (post.person.key == person) add(message("Held a post"), post.subject);
  }
  return out;
}

}  // namespace

Page person_page(const PublicView& view, const PublicPerson& person, const draw::Voice& voice) {
  Data data;
  const std::string name = display_name(person, voice);
  data.set("name", name);
  put_text(data, "latin", latin_beside(filed_name(person, voice), voice));
  put_text(data, "who", who_it_was(view, person, voice));
  data.set("id", person.id);
  data.set("certainty", certainty(person, voice));
  data.set("is_single", person.records.size() == 1);
  data.set("lead",
           voice.count("{} record, held to be this person.", "{} records, held to be one person.",
                       static_cast<std::int64_t>(person.records.size())));
  data.set("not_linkable", !person.is_linkable);
  data.set("places", record_places(view, person, voice));
  data.set("rows", fact_rows(view, person, voice));
  const Data links = case_links(view, person.id, voice);
  data.set("case", links);
  data.set("has_case", links.is_non_empty_list());
  data.set("has_pairs", !person.pairs.empty());
  data.set("pairs", pair_rows(view, person, voice));
  if (view.has_log)
    data.set("entries", way_up(language_folder(view, voice.language()) + "person/x") + "person/" +
                            person.id + ".entries.json");
  const std::string apart = told_apart_by(view, person, voice);
  return {"person/" + person.id + ".html", "register",
          apart.empty() ? name : draw::isolated(name) + ", " + apart,
          render("person", voice, data)};
}

std::string forwarding_page(const PublicView& view, const PublicPerson& person,
                            const draw::Voice& voice) {
  Data data;
  data.set("lang", voice.language());
  data.set("root", way_up(language_folder(view, voice.language()) + "person/x"));
  data.set("href", person.id + ".html");
  data.set("name", display_name(person, voice));
  return render("forward", voice, data);
}

}  // namespace sanaq::pages
