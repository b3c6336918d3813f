#include "sanaq/pages/page_end.h"

#include <algorithm>

#include "sanaq/pages/case_page.h"
#include "sanaq/pages/frame.h"
#include "sanaq/pages/labels.h"

namespace sanaq::pages {
namespace {

using base::message;
// Older ones are on the page of corrections.
constexpr std::size_t shown_max = 20;

Data history_row(const PublicView& view, const PublicCorrection& correction,
                 const draw::Voice& voice) {
  Data row;
  row.set("day", correction.day);
  row.set("label", corrected_label(view, correction, voice));
  row.set("said", correction_sentence(correction, voice));
  row.set("reason", correction.reason.empty() ? voice.say("no reason given") : correction.reason);
  return row;
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
  for (const PublicColumn& column : view.columns) {
    const std::string name =
        column.field ? std::string(record::field_name(*column.field)) : column.header;
    if (name == property) return column_label(column, voice);
  }
  return property;
}

std::string correction_sentence(const PublicCorrection& correction, const draw::Voice& voice) {
  switch (correction.kind) {
    case PublicCorrection::Kind::added:
      return correction.now.empty() ? voice.say("added; withdrawn since")
                                    : voice.say_isolating(message("added: {}", correction.now));
    case PublicCorrection::Kind::withdrawn:
      return voice.say("withdrawn");
    case PublicCorrection::Kind::corrected:
      break;
  }
  if (correction.now.empty()) return voice.say("corrected; withdrawn since");
  return correction.before.empty()
             ? voice.say_isolating(message("now {}", correction.now))
             : voice.say_isolating(message("now {}, before {}", correction.now, correction.before));
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
