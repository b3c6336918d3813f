#include "sanaq/pages/method_parts.h"

#include <bit>

#include "sanaq/pages/article_page.h"
#include "sanaq/pages/marked_html.h"
#include "sanaq/pages/page_template.h"
#include "sanaq/pages/scope_words.h"

namespace sanaq::pages {
namespace {

using base::message;

std::string heading_of(std::string_view part, const draw::Voice& voice) {
  if (part == "scope") return voice.say("Scope and definitions");
  if (part == "inclusion") return voice.say("Inclusion and exclusion");
  if (part == "sources") return voice.say("Sources");
  if (part == "collection") return voice.say("Collection");
  if (part == "evaluation") return voice.say("Evaluation");
  if (part == "corroboration") return voice.say("Corroboration");
  if (part == "quality") return voice.say("Quality control");
  return voice.say("Limits");
}

// How many persons stand on one list, on two, on more; "" where that is not told.
std::string on_how_many(const PublicView& view, const draw::Voice& voice) {
  const bool is_of_all = view.overlap && !view.overlap->is_of_pages && !view.overlap->is_rounded;
  if (!is_of_all || view.rounding) return {};
  std::int64_t one = 0, two = 0, more = 0;
  for (const auto& pattern : view.overlap->patterns) {
    const int lists = std::popcount(pattern.listed);
    (lists == 1 ? one : lists == 2 ? two : more) += pattern.count;
  }
  return voice.say(message("Persons on one list alone: {}; on two: {}; on three or more: {}.",
                           voice.number(one), voice.number(two), voice.number(more)));
}

// What this run did, and no more.
std::string default_part(std::string_view part, const PublicView& view, const draw::Voice& voice) {
  const bool has_lists = !view.lists.empty(), has_case = !view.case_file.is_empty();
  const bool has_estimate = view.estimate && view.estimate->estimate;
  const std::string scope = scope_in_words(view.scope, voice), counts = on_how_many(view, voice);
  Data data;
  data.set("is_" + std::string(part), true);
  data.set("has_lists", has_lists);
  data.set("has_case", has_case);
  data.set("has_claims", !view.claims.empty());
  data.set("has_estimate", has_estimate);
  data.set("has_register", view.has_register);
  data.set("all_dead", view.scope.all_dead && has_lists);
  data.set("has_scope", !scope.empty());
  data.set("scope", scope);
  data.set("has_counts", !counts.empty());
  data.set("counts", counts);
  data.set("lists", data_list(view.lists, [&](const PublicList& list) {
             Data row;
             row.set("name", list.name);
             row.set("has_records", list.records.has_value());
             row.set("records", list.records ? voice.count("{} record", "{} records", *list.records)
                                             : std::string());
             return row;
           }));
  const bool says_something =
      part == "quality" || part == "scope" || part == "limits" ||
      (part != "collection" && (has_lists || (has_case && part != "inclusion") ||
                                (part == "sources" && !view.claims.empty())));
  data.set("is_silent", !says_something);
  return render("methodpart", voice, data);
}

}  // namespace

std::vector<MethodPart> method_parts(const PublicView& view, const draw::Voice& voice) {
  std::vector<MethodPart> parts;
  for (const std::string_view name : method_part_names) {
    MethodPart part{std::string(name), heading_of(name, voice), {}, voice.language(), {}};
    const auto written = view.written.own_pages.find("method-" + part.name);
    if (written == view.written.own_pages.end()) {
      part.text = default_part(name, view, voice);
    } else {
      const PublicText& text = text_in(written->second, voice.language());
      part.language = text.language;
      if (text.language != voice.language()) part.note = not_translated(text, voice);
      part.text = marked_html(view, text.marked, "method.html", voice, 2);
    }
    parts.push_back(std::move(part));
  }
  return parts;
}

}  // namespace sanaq::pages
