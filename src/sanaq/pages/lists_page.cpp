#include "sanaq/pages/lists_page.h"

#include "sanaq/draw/markup.h"
#include "sanaq/pages/labels.h"
#include "sanaq/pages/rounding_section.h"

namespace sanaq::pages {
namespace {

std::string public_columns(const PublicView& view, const PublicList& list,
                           const draw::Voice& voice) {
  std::string out;
  for (const std::size_t column : list.columns)
    out += (out.empty() ? "" : ", ") + draw::isolated(column_label(view.columns[column], voice));
  return out;
}

Data list_row(const PublicView& view, const PublicList& list, const draw::Voice& voice) {
  const auto told = [&](std::int64_t count) {
    return list.is_open ? voice.number(count) : std::string("·");
  };
  Data row;
  row.set("name", voice.own(list.name));
  row.set("rows_read", told(list.rows_read));
  row.set("records", list.records ? voice.number(*list.records) : std::string("·"));
  row.set("blank", told(list.blank));
  row.set("refused", told(list.refused));
  row.set("bad_cells", told(list.bad_cells));
  row.set("out_of_scope", told(list.out_of_scope));
  row.set("unlinkable", told(list.unlinkable));
  row.set("has_version", !list.version.empty());
  row.set("is_hash_open", list.is_hash_open);
  row.set("version", list.version);
  row.set("has_version", !list.version.empty());
  row.set("covers", list.covers);
  row.set("duplicates", list.one_per_person ? voice.say("each person at most once")
                                            : voice.say("a person may stand on it more than once"));
  row.set("columns", public_columns(view, list, voice));
  return row;
}

}  // namespace

std::string list_anchor(std::size_t list) { return "list-" + std::to_string(list + 1); }

Page lists_page(const PublicView& view, const draw::Voice& voice) {
  Data data, lists{Data::type::list};
  for (std::size_t list = 0; list < view.lists.size(); ++list) {
    Data row = list_row(view, view.lists[list], voice);
    row.set("anchor", list_anchor(list));
    if (view.rounding && view.overlap)
      row.set("size", voice.number(view.overlap->pairs[list * view.lists.size() + list]));
    lists.push_back(row);
  }
  data.set("lists", lists);
  set_rounding(data, view, voice);
  return {"lists.html", "lists", voice.say("Lists"), render("lists", voice, data)};
}

}  // namespace sanaq::pages
