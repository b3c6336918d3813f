#include "sanaq/pages/page_end.h"

#include <algorithm>
#include <array>
#include <utility>

#include "sanaq/casefile/schema.h"
#include "sanaq/pages/case_page.h"
#include "sanaq/pages/date_words.h"
#include "sanaq/pages/frame.h"
#include "sanaq/pages/labels.h"
#include "sanaq/pages/person_summary.h"

namespace sanaq::pages {
namespace {

using base::message;
// Older ones are on the page of corrections.
constexpr std::size_t shown_max = 20;

Data history_row(const PublicView& view, const PublicCorrection& correction,
                 const draw::Voice& voice) {
  Data row;
  row.set("day", correction.day);
  row.set("day_words", words_of_day(correction.day, voice));
  row.set("label", corrected_label(view, correction, voice));
  row.set("said", correction_sentence(view, correction, voice));
  row.set("reason", correction.reason.empty() ? voice.say("no reason given") : correction.reason);
  return row;
}

// The column of the lists that a person's page has under that name; nullptr if none has it now.
const PublicColumn* corrected_column(const PublicView& view, const std::string& property) {
  for (const PublicColumn& column : view.columns) {
    const std::string name =
        column.field ? std::string(record::field_name(*column.field)) : column.header;
    if (name == property) return &column;
  }
  return nullptr;
}

// "act:" for a page of acts: of which kind the things are that have such a property there.
std::string corrected_kind(const PublicCorrection& correction) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 9> kinds = {{
      {"act-type/", "act:"},
      {"event/", "event:"},
      {"organisation/", "organisation:"},
      {"organisation/", "post:"},
      {"custody/", "custody:"},
      {"custody/", "change:"},
      {"claim/", "claim:"},
      {"demand/", "demand:"},
      {"fund/", "aid:"},
  }};
  std::string first;
  for (const auto& [page, kind] : kinds) {
    if (!correction.page.starts_with(page)) continue;
    if (first.empty()) first = kind;
    if (casefile::column_of(casefile::kind_of(kind), correction.property) != nullptr)
      return std::string(kind);
  }
  return first;
}

// The value as the page itself would write it.
std::string corrected_words(const PublicView& view, const PublicCorrection& correction,
                            const std::string& value, const draw::Voice& voice) {
  if (value.empty()) return {};
  if (correction.page.starts_with("person/")) {
    const PublicColumn* column = corrected_column(view, correction.property);
    if (column == nullptr) return value;
    PublicCell cell;
    cell.text = value;
    cell.reading = value;
    return cell_words(*column, cell, voice);
  }
  const std::string kind = corrected_kind(correction);
  return kind.empty()
             ? value
             : voice.own(value_cell(view, kind, correction.property, value, voice, "").text);
}

bool is_plain_address(std::string_view text) {
  return text.find_first_of(" \"<>\\^`{|}") == text.npos &&
         std::all_of(text.begin(), text.end(),
                     [](char letter) { return static_cast<unsigned char>(letter) > 32; });
}

}  // namespace

std::string corrected_label(const PublicView& view, const PublicCorrection& correction,
                            const draw::Voice& voice) {
  const std::string& property = correction.property;
  if (!correction.page.starts_with("person/"))
    return property_label(property.substr(0, property.find('/')), voice);
  const PublicColumn* column = corrected_column(view, property);
  return column == nullptr ? property : column_label(*column, voice);
}

std::string correction_sentence(const PublicView& view, const PublicCorrection& correction,
                                const draw::Voice& voice) {
  const std::string now = corrected_words(view, correction, correction.now, voice),
                    before = corrected_words(view, correction, correction.before, voice);
  switch (correction.kind) {
    case PublicCorrection::Kind::added:
      return correction.now.empty() ? voice.say("added; withdrawn since")
                                    : voice.say_isolating(message("added: {}", now));
    case PublicCorrection::Kind::withdrawn:
      return voice.say("withdrawn");
    case PublicCorrection::Kind::corrected:
      break;
  }
  if (correction.now.empty()) return voice.say("corrected; withdrawn since");
  return correction.before.empty() ? voice.say_isolating(message("now {}", now))
                                   : voice.say_isolating(message("now {}, before {}", now, before));
}

std::string contact_link(std::string_view contact) {
  if (!is_plain_address(contact)) return {};
  if (contact.starts_with("https://") || contact.starts_with("http://"))
    return std::string(contact);
  const std::size_t at = contact.find('@');
  const bool is_mail = at != contact.npos && at > 0 && at + 1 < contact.size() &&
                       contact.find('@', at + 1) == contact.npos &&
                       contact.find_first_of(":?&/,;%", 0) == contact.npos;
  return is_mail ? "mailto:" + std::string(contact) : std::string();
}

std::string page_end(const PublicView& view, std::string_view path, const draw::Voice& voice) {
  Data data, rows{Data::type::list};
  const auto found = view.corrections.by_page.find(path);
  std::size_t count = 0;
  if (found != view.corrections.by_page.end()) {
    for (auto at = found->second.rbegin(); at != found->second.rend() && count < shown_max; ++at) {
      rows.push_back(history_row(view, view.corrections.all[*at], voice));
      ++count;
    }
  }
  data.set("history", rows);
  data.set("has_history", count > 0);
  data.set("all", way_up(path) + "corrections.html");
  const std::string link = contact_link(view.contact);
  data.set("contact", view.contact.empty() ? Data(false) : Data(view.contact));
  data.set("link", link.empty() ? Data(false) : Data(link));
  return render("page-end", voice, data);
}

}  // namespace sanaq::pages
