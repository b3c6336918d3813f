#include "sanaq/workspace/list_screen.h"

#include <algorithm>
#include <utility>

#include "sanaq/answers/run_json.h"
#include "sanaq/base/error.h"
#include "sanaq/draw/markup.h"
#include "sanaq/report/json_text.h"
#include "sanaq/report/result_json.h"
#include "sanaq/settings/edit_config.h"
#include "sanaq/settings/read_config.h"
#include "sanaq/workspace/columns_data.h"
#include "sanaq/workspace/columns_form.h"
#include "sanaq/workspace/list_at_hand.h"
#include "sanaq/workspace/list_rows.h"
#include "sanaq/workspace/page.h"
#include "sanaq/workspace/row_pages.h"
#include "sanaq/workspace/table_download.h"
#include "sanaq/workspace/undo_screen.h"

namespace sanaq::workspace {
namespace {

using base::Error;
using base::Kind;
using base::message;

// ---- the rows

constexpr std::size_t columns_on_a_page = 100;

std::string cell_shown(const std::string& cell) {
  constexpr std::size_t bytes_shown = 300;
  if (cell.size() <= bytes_shown) return draw::harmless(cell);
  std::size_t end = bytes_shown;
  while (end > 0 && (static_cast<unsigned char>(cell[end]) & 0xC0U) == 0x80U) --end;
  return draw::harmless(cell.substr(0, end)) + "…";
}

void set_rows(const Visit& visit, const ListAtHand& at_hand, Data& data) {
  const ListRows rows(at_hand.held, *at_hand.at);
  const RowPages pages = pages_of_rows(visit, rows.count());
  Data headers{Data::type::list}, records{Data::type::list};
  const std::size_t width = std::min(columns_on_a_page, rows.headers().size());
  for (std::size_t at = 0; at < width; ++at) headers << Data(draw::harmless(rows.headers()[at]));
  for (std::size_t number = pages.first; number < pages.last; ++number) {
    const ListRow row = rows.row(number);
    Data one, cells{Data::type::list};
    for (std::size_t at = 0; at < width; ++at) cells << Data(cell_shown(row.cells[at]));
    one.set("row", std::to_string(row.row));
    one.set("cells", cells);
    one.set("person", row.person);
    one.set("probability", row.person.empty() ? "" : visit.voice.decimal(row.probability, 2));
    records << one;
  }
  data.set("headers", headers);
  data.set("records", records);
  data.set("has_records", rows.count() > 0);
  data.set("is_linked", rows.is_linked());
  data.set("pages", links_to_pages(visit, pages, rows.count(), path_of_list(at_hand.list.name)));
}

void set_list_report(const draw::Voice& voice, const investigation::ListReport& report,
                     Data& data) {
  constexpr std::size_t refused_shown = 100;
  data.set("rows_read",
           voice.say(message("{} rows read = {} records + {} blank + {} refused",
                             voice.number(report.rows_read), voice.number(report.records),
                             voice.number(report.blank), voice.number(report.refused))));
  const persons::VersionChange& change = report.change;
  if (change.is_new && !change.is_first)
    data.set("change",
             voice.say(message("since the version before: {} unchanged, {} changed, {} added, {} "
                               "gone",
                               voice.number(change.unchanged), voice.number(change.changed),
                               voice.number(change.added), voice.number(change.removed))));
  data.set("has_bad", !report.bad_cells.empty());
  data.set("bad", voice.number(static_cast<std::int64_t>(report.bad_cells.size())));
  Data refused{Data::type::list};
  for (std::size_t at = 0; at < std::min(refused_shown, report.refused_rows.size()); ++at) {
    Data row;
    row.set("row", std::to_string(report.refused_rows[at].row));
    row.set("reason", voice.say_isolating(report.refused_rows[at].reason));
    refused << row;
  }
  data.set("has_refused", report.refused > 0);
  data.set("refused_count", voice.number(report.refused));
  data.set("refused_rows", refused);
}

// The whole screen, or of a visit that wants a piece the menus alone.
http::Response list_page(const Visit& visit, Bench& bench, const ListAtHand& at_hand,
                         const Data& columns, int status) {
  if (visit.wants_piece()) return http::html(piece(visit, "columns", columns));
  Data data;
  data.set("name", at_hand.list.name);
  data.set("file", at_hand.list.file);
  data.set("path", path_of_list(at_hand.list.name));
  data.set("columns", piece(visit, "columns", columns));
  data.set("undo", undo_strip(visit, bench));
  data.set("csrf_remove", csrf_field(visit, "/lists/{NAME}/remove"));
  data.set("is_reading", bench.reading().has_value());
  if (at_hand.at) {
    set_list_report(visit.voice, *at_hand.report(), data);
    set_rows(visit, at_hand, data);
  }
  return page(visit, bench, {draw::isolated(at_hand.list.name), "columns", status}, "list", data);
}

// Where the file cannot be read at all there are no menus, but the list can be taken out.
http::Response unreadable_list(const Visit& visit, Bench& bench, const ListAtHand& at_hand,
                               const Error& error) {
  Data data;
  data.set("name", at_hand.list.name);
  data.set("file", at_hand.list.file);
  data.set("path", path_of_list(at_hand.list.name));
  data.set("unreadable", visit.voice.say_isolating(error.message()));
  data.set("csrf_remove", csrf_field(visit, "/lists/{NAME}/remove"));
  return page(visit, bench, {draw::isolated(at_hand.list.name), "columns"}, "list", data);
}

// ---- the menus

struct ChosenLook {
  settings::ListConfig list;  // the settings with what was chosen
  tables::Preview seen;       // how the file is read so
  std::optional<base::Message> problem;
};

// The columns that were chosen for another sheet or header row may not be there: what was found
// there stands then.
ChosenLook look_as_chosen(const ListAtHand& at_hand, const ColumnsForm& form,
                          const std::string& folder) {
  ChosenLook found{at_hand.list, {}, {}};
  try {
    const settings::ListConfig plain = unmapped(at_hand.list, form);
    found.seen = look_at_list(at_hand, plain, folder);
    found.list = chosen(at_hand.list, form, found.seen);
    found.seen = look_at_list(at_hand, found.list, folder);
  } catch (const Error& error) {
    found.problem = error.message();
    if (found.seen.rows.empty()) found.seen = look_at_list(at_hand, at_hand.list, folder);
  }
  return found;
}

// What the list's part of the file is now, for somebody who chose something else meanwhile.
std::string list_in_file(const ListAtHand& at_hand) {
  const auto value =
      settings::value_in(at_hand.file.toml, {"list", at_hand.list.name}, at_hand.file.path);
  return value ? value->toml : "";
}

http::Response menus_again(const Visit& visit, Bench& bench, const ListAtHand& at_hand,
                           const ColumnsForm& form, const ChosenLook& found, int status) {
  Data data = columns_data(visit, at_hand, form, found.seen);
  if (found.problem) data.set("problem", visit.voice.say_isolating(*found.problem));
  if (status == 409) data.set("changed", draw::harmless(list_in_file(at_hand)));
  return list_page(visit, bench, at_hand, data, status);
}

}  // namespace

http::Response show_list(const Visit& visit, Bench& bench) {
  const ListAtHand at_hand = list_at_hand(visit, bench);
  try {
    const auto seen = look_at_list(at_hand, bench.folder());
    const Data columns = columns_data(visit, at_hand, form_of(at_hand.list, *seen), *seen);
    return list_page(visit, bench, at_hand, columns, 200);
  } catch (const Error& error) {
    return unreadable_list(visit, bench, at_hand, error);
  }
}

http::Response list_json(const Visit& visit, Bench& bench) {
  // A list may be called so itself.
  Visit whole = visit;
  whole.names["NAME"] += ".json";
  const settings::Config config = settings::read_config(bench.folder());
  for (const settings::ListConfig& list : config.lists) {
    if (list.name == whole.names["NAME"]) return show_list(whole, bench);
  }
  const ListAtHand at_hand = list_at_hand(visit, bench);
  report::Json json = {{"name", at_hand.list.name}, {"is_read", at_hand.at.has_value()}};
  if (at_hand.at) {
    const report::Json all =
        answers::ingest_result(at_hand.held->outcome, base::Catalog(visit.voice.language()));
    json.update(all.at("lists").at(*at_hand.at));
  }
  http::Response response;
  response.type = "application/json";
  response.body = report::json_text(json);
  return response;
}

http::Response post_columns(const Visit& visit, Bench& bench) {
  const std::string folder = bench.folder();
  const ListAtHand at_hand = list_at_hand(visit, bench);
  const ColumnsForm form = posted_columns(visit.form);
  ChosenLook found = look_as_chosen(at_hand, form, folder);
  if (visit.form.value("do") != "save") return menus_again(visit, bench, at_hand, form, found, 200);
  if (!found.problem && found.seen.refused) found.problem = found.seen.refused;
  if (found.problem) return menus_again(visit, bench, at_hand, form, found, 422);
  if (visit.form.value("digest") != at_hand.file.digest)
    return menus_again(visit, bench, at_hand, form, found, 409);
  try {
    const std::string toml =
        with_columns(at_hand.file.toml, at_hand.list, found.list, form, at_hand.file.path);
    (void)investigation::save_settings(at_hand.file, folder, toml,
                                       settings::spelled({"list", at_hand.list.name}));
  } catch (const Error& error) {
    found.problem = error.message();
    return menus_again(visit, bench, at_hand, form, found,
                       error.kind() == Kind::conflict ? 409 : 422);
  }
  bench.read_again();
  return http::see_other(path_of_list(at_hand.list.name));
}

http::Response remove_list(const Visit& visit, Bench& bench) {
  const ListAtHand at_hand = list_at_hand(visit, bench);
  (void)investigation::unset_value(bench.folder(), {"list", at_hand.list.name});
  bench.read_again();
  return http::see_other("/lists");
}

http::Response download_rows(const Visit& visit, Bench& bench) {
  const TableFile form = form_wanted(visit);
  const ListAtHand at_hand = list_at_hand(visit, bench);
  if (!at_hand.at)
    throw Error(Kind::conflict, message("the lists are still being read; try again in a moment"));
  return table_download(visit, bench, ListRows(at_hand.held, *at_hand.at).sheet(visit.voice),
                        at_hand.list.name, form);
}

}  // namespace sanaq::workspace
