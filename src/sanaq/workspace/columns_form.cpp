#include "sanaq/workspace/columns_form.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <set>

#include "sanaq/base/error.h"
#include "sanaq/settings/edit_config.h"
#include "sanaq/workspace/line_ends.h"

namespace sanaq::workspace {
namespace {

using base::Error;
using base::Kind;
using base::message;
using settings::ListConfig;

constexpr std::string_view as_settings_say = "*";

std::string without_blanks(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t");
  if (first == text.npos) return "";
  return std::string(text.substr(first, text.find_last_not_of(" \t") - first + 1));
}

std::vector<std::string> comma_parts(const std::string& text) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(',', at), text.size());
    std::string part = without_blanks(text.substr(at, end - at));
    if (!part.empty()) parts.push_back(std::move(part));
    at = end + 1;
  }
  return parts;
}

std::string comma_list(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : ", ") + part;
  return text;
}

bool is_name_field(std::string_view field) {
  return field == "name" || field == "given" || field == "family";
}

std::string field_read(const tables::PreviewColumn& column) {
  return column.field ? std::string(record::field_name(*column.field)) : std::string();
}

bool is_open_column(const ListConfig& list, const tables::PreviewColumn& column) {
  const auto& open = list.public_fields;
  const std::string field = field_read(column);
  return std::find(open.begin(), open.end(), column.header) != open.end() ||
         (!field.empty() && std::find(open.begin(), open.end(), field) != open.end());
}

// ---- what was chosen, as settings

// Of each column of the file what was chosen for it, or what it is read as.
std::map<std::string, std::string> fields_chosen(const ColumnsForm& form,
                                                 const tables::Preview& seen) {
  std::map<std::string, std::string> fields;
  for (const tables::PreviewColumn& column : seen.columns) {
    const auto said = form.fields.find(with_plain_line_ends(column.header));
    fields[column.header] = said != form.fields.end() ? said->second : field_read(column);
  }
  if (!form.has_no_names) return fields;
  for (auto& [header, field] : fields) {
    if (is_name_field(field) || field == "patronymic") field.clear();
  }
  return fields;
}

// A guess that was taken back can only be told by naming all that holds.
bool takes_back_a_guess(const std::map<std::string, std::string>& fields,
                        const std::map<std::string, std::string>& mapping,
                        const tables::Preview& seen) {
  return std::any_of(seen.columns.begin(), seen.columns.end(),
                     [&](const tables::PreviewColumn& column) {
                       return column.guess && fields.at(column.header).empty() &&
                              !mapping.contains(std::string(record::field_name(*column.guess)));
                     });
}

void map_columns(const ColumnsForm& form, const tables::Preview& seen, ListConfig& list) {
  const std::map<std::string, std::string> fields = fields_chosen(form, seen);
  list.columns.clear();
  bool has_name = false;
  for (const tables::PreviewColumn& column : seen.columns) {
    const std::string& field = fields.at(column.header);
    if (field.empty()) continue;
    has_name = has_name || is_name_field(field);
    if (!list.columns.emplace(field, column.header).second)
      throw Error(Kind::bad_input,
                  message("the columns {} and {} cannot both be the same field; choose another "
                          "for one of them",
                          list.columns.at(field), column.header));
  }
  list.guesses_columns = !form.has_no_names && !takes_back_a_guess(fields, list.columns, seen);
  if (!list.guesses_columns && !has_name && !form.has_no_names)
    throw Error(Kind::usage,
                message("no column is chosen as the name: choose one, or say that this "
                        "list has no names"));
}

// What is open besides the columns that stood on the screen (a date made from its parts, a column
// far to the right) stays so.
void open_columns(const ColumnsForm& form, const tables::Preview& seen, ListConfig& list) {
  std::vector<std::string> open;
  std::set<std::string> shown;
  for (const tables::PreviewColumn& column : seen.columns) {
    if (!form.is_public.contains(with_plain_line_ends(column.header))) continue;
    shown.insert(column.header);
    for (const auto& [field, header] : list.columns) {
      if (header == column.header) shown.insert(field);
    }
  }
  for (const std::string& one : list.public_fields) {
    if (!shown.contains(one)) open.push_back(one);
  }
  for (const tables::PreviewColumn& column : seen.columns) {
    const auto said = form.is_public.find(with_plain_line_ends(column.header));
    if (said == form.is_public.end() || !said->second) continue;
    std::string name = column.header;
    for (const auto& [field, header] : list.columns) {
      if (header == column.header) name = field;
    }
    open.push_back(name);
  }
  list.public_fields = open;
}

// ---- as an edit

class ListEdit {
 public:
  ListEdit(const std::string& toml, const std::string& list, const std::string& file)
      : toml_(toml), list_(list), file_(file) {}

  // An absent value takes the key out, if it is there.
  void set(std::initializer_list<std::string> key,
           const std::optional<settings::TomlValue>& value) {
    settings::KeyPath path = {"list", list_};
    path.insert(path.end(), key);
    const auto now = settings::value_in(toml_, path, file_);
    if (now == value) return;
    toml_ = value ? settings::with_value(toml_, path, *value, file_)
                  : settings::without_value(toml_, path, file_);
  }
  void set_text(std::initializer_list<std::string> key, const std::string& text) {
    set(key, text.empty() ? std::nullopt : std::optional(settings::text_value(text)));
  }
  [[nodiscard]] const std::string& toml() const { return toml_; }

 private:
  std::string toml_, list_, file_;
};

std::optional<settings::TomlValue> texts_or_none(const std::vector<std::string>& texts) {
  return texts.empty() ? std::nullopt : std::optional(settings::texts_value(texts));
}

}  // namespace

ColumnsForm form_of(const ListConfig& list, const tables::Preview& seen) {
  ColumnsForm form;
  form.sheet = list.sheets.size() > 1 ? std::string(as_settings_say)
               : list.sheets.empty()  ? ""
                                      : list.sheets.front();
  form.header_row = list.header_row ? std::to_string(*list.header_row) : "";
  form.encoding = list.encoding.value_or("");
  form.dates = list.dates;
  for (const tables::PreviewColumn& column : seen.columns) {
    const std::string header = with_plain_line_ends(column.header);
    form.fields[header] = field_read(column);
    form.is_public[header] = is_open_column(list, column);
  }
  const bool maps_name =
      std::any_of(list.columns.begin(), list.columns.end(),
                  [](const auto& column) { return is_name_field(column.first); });
  form.has_no_names = !list.guesses_columns && !maps_name;
  form.has_duplicates = list.has_duplicates;
  if (list.covers.from) form.covers_from = record::to_edtf(*list.covers.from);
  if (list.covers.to) form.covers_to = record::to_edtf(*list.covers.to);
  form.covers_places = comma_list(list.covers.places);
  return form;
}

ColumnsForm posted_columns(const http::Form& posted) {
  ColumnsForm form;
  form.sheet = posted.value("sheet");
  form.header_row = posted.value("header_row");
  form.encoding = posted.value("encoding");
  form.dates = posted.value("dates");
  for (std::size_t at = 0; posted.has(fmt::format("header-{}", at)); ++at) {
    const std::string header = with_plain_line_ends(posted.value(fmt::format("header-{}", at)));
    form.fields[header] = posted.value(fmt::format("field-{}", at));
    form.is_public[header] = posted.has(fmt::format("public-{}", at));
  }
  form.has_no_names = posted.has("no_names");
  form.has_duplicates = posted.has("duplicates");
  form.covers_from = without_blanks(posted.value("covers_from"));
  form.covers_to = without_blanks(posted.value("covers_to"));
  form.covers_places = posted.value("covers_places");
  return form;
}

ListConfig unmapped(const ListConfig& list, const ColumnsForm& form) {
  ListConfig made = list;
  if (form.sheet != as_settings_say)
    made.sheets =
        form.sheet.empty() ? std::vector<std::string>() : std::vector<std::string>{form.sheet};
  made.header_row.reset();
  if (!form.header_row.empty()) {
    std::int64_t row = -1;
    const char* end = form.header_row.data() + form.header_row.size();
    const auto read = std::from_chars(form.header_row.data(), end, row);
    if (read.ec != std::errc() || read.ptr != end || row < 0)
      throw Error(Kind::bad_input,
                  message("the header row is a number: 1, 2, 3, …, or 0 for none"));
    made.header_row = row;
  }
  made.encoding = form.encoding.empty() ? std::nullopt : std::optional(form.encoding);
  made.dates = form.dates;
  made.has_duplicates = form.has_duplicates;
  made.columns.clear();
  made.guesses_columns = true;
  return made;
}

ListConfig chosen(const ListConfig& list, const ColumnsForm& form, const tables::Preview& seen) {
  ListConfig made = unmapped(list, form);
  map_columns(form, seen, made);
  open_columns(form, seen, made);
  return made;
}

std::string with_columns(const std::string& toml, const ListConfig& before, const ListConfig& after,
                         const ColumnsForm& form, const std::string& file) {
  ListEdit edit(toml, before.name, file);
  if (after.sheets != before.sheets)
    edit.set_text({"sheet"}, after.sheets.empty() ? "" : after.sheets.front());
  if (after.header_row != before.header_row)
    edit.set({"header_row"}, after.header_row
                                 ? std::optional(settings::whole_value(*after.header_row))
                                 : std::nullopt);
  if (after.encoding != before.encoding) edit.set_text({"encoding"}, after.encoding.value_or(""));
  if (after.dates != before.dates) edit.set_text({"dates"}, after.dates);
  if (after.columns != before.columns)
    edit.set(
        {"columns"},
        after.columns.empty()
            ? std::nullopt
            : std::optional(settings::mapping_value({after.columns.begin(), after.columns.end()})));
  if (after.guesses_columns != before.guesses_columns)
    edit.set({"guess_columns"},
             after.guesses_columns ? std::nullopt : std::optional(settings::truth_value(false)));
  if (after.has_duplicates != before.has_duplicates)
    edit.set({"duplicates"},
             after.has_duplicates ? std::nullopt : std::optional(settings::truth_value(false)));
  if (after.public_fields != before.public_fields)
    edit.set({"public"}, texts_or_none(after.public_fields));
  const auto edtf = [](const auto& date) { return date ? record::to_edtf(*date) : std::string(); };
  if (form.covers_from != edtf(before.covers.from))
    edit.set_text({"covers", "from"}, form.covers_from);
  if (form.covers_to != edtf(before.covers.to)) edit.set_text({"covers", "to"}, form.covers_to);
  if (comma_parts(form.covers_places) != before.covers.places)
    edit.set({"covers", "places"}, texts_or_none(comma_parts(form.covers_places)));
  return edit.toml();
}

}  // namespace sanaq::workspace
