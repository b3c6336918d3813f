#include "sanaq/pages/person_summary.h"

#include <algorithm>
#include <array>

#include "sanaq/draw/markup.h"
#include "sanaq/pages/date_words.h"
#include "sanaq/pages/filing.h"
#include "sanaq/pages/labels.h"
#include "sanaq/text/writing.h"

namespace sanaq::pages {
namespace {

using record::Field;

bool is_date(const std::optional<Field>& field) {
  return field == Field::birth || field == Field::death || field == Field::date;
}

// What is first said in a column of one of the fields, with that column; the earlier field first.
template <std::size_t count>
std::pair<const PublicColumn*, const PublicCell*> first_said(
    const PublicView& view, const PublicPerson& person, const std::array<Field, count>& fields) {
  for (const Field field : fields) {
    for (std::size_t column = 0; column < view.columns.size(); ++column) {
      if (view.columns[column].field != field) continue;
      for (const PublicRecord& record : person.records) {
        const std::optional<PublicCell>& cell = record.cells[column];
        // Of a date what can be read: "n/k" is none.
        const bool says = cell && (is_date(field) ? record::from_edtf(cell->reading).has_value()
                                                  : !cell->text.empty());
        if (says) return {&view.columns[column], &*cell};
      }
    }
  }
  return {nullptr, nullptr};
}

}  // namespace

std::string cell_words(const PublicColumn& column, const PublicCell& cell,
                       const draw::Voice& voice) {
  if (column.field == Field::sex && cell.reading == "m") return voice.say("man");
  if (column.field == Field::sex && cell.reading == "f") return voice.say("woman");
  if (!is_date(column.field)) return cell.text;
  const std::string words = date_words(record::from_edtf(cell.reading), voice);
  return words.empty() ? cell.text : words;
}

std::string birth_words(const PublicView& view, const PublicPerson& person,
                        const draw::Voice& voice) {
  const auto [column, cell] = first_said(view, person, std::array{Field::birth, Field::birth_year});
  return cell == nullptr ? std::string() : cell_words(*column, *cell, voice);
}

std::string who_it_was(const PublicView& view, const PublicPerson& person,
                       const draw::Voice& voice) {
  std::string text;
  const auto add = [&](const std::string& part) {
    if (!part.empty()) text += (text.empty() ? "" : " · ") + part;
  };
  const auto add_labelled = [&](const auto& fields) {
    const auto [column, cell] = first_said(view, person, fields);
    if (cell != nullptr)
      add(column_label(*column, voice) + ": " + draw::isolated(cell_words(*column, *cell, voice)));
  };
  add_labelled(std::array{Field::birth, Field::birth_year, Field::age});
  add_labelled(std::array{Field::death, Field::date, Field::death_year, Field::date_year});
  const std::string script = text::script_of_language(voice.language());
  add(draw::isolated(place_of(view, person, script)));
  add(draw::isolated(first_text(view, person, Field::occupation, script)));
  return text;
}

}  // namespace sanaq::pages
