#include "sanaq/pages/fact_mark.h"

#include <fmt/format.h>

#include <string_view>

#include "sanaq/base/utf8_letter.h"
#include "sanaq/draw/markup.h"
#include "sanaq/text/fold.h"

namespace sanaq::pages {
namespace {

using base::message;
using draw::escape;

// The first letter of a text; "" of none.
std::string_view beginning_of(std::string_view text) {
  return text.empty() ? text : text.substr(0, base::first_letter(text).size);
}

// A sign such as № is folded into letters, which are longer or shorter than it.
bool is_capital(std::string_view letter) {
  const std::string folded = text::fold(letter);
  return folded != letter && folded.size() == letter.size();
}

std::string in_bdi(const std::string& text) { return "<bdi>" + escape(text) + "</bdi>"; }

void append_source(std::string& out, const FactSource& source, std::uint64_t shown) {
  out += source.fact == shown ? "<li>" : "<li data-fact=\"" + fact_text(source.fact) + "\">";
  if (!source.text.empty()) out += in_bdi(source.text) + ": ";
  out += "<strong>" + in_bdi(source.name) + "</strong>";
  if (!source.reliability.empty()) out += " (" + in_bdi(source.reliability) + ")";
  for (const std::string* part : {&source.locator, &source.confidence}) {
    if (!part->empty()) out += ", " + in_bdi(*part);
  }
  if (!source.day.empty()) out += ", " + escape(source.day);
  if (!source.where.empty()) {
    out += ", ";
    if (source.where_href.empty())
      out += escape(source.where);
    else
      out += "<a href=\"" + escape(source.where_href) + "\">" + escape(source.where) + "</a>";
  }
  if (!source.hash.empty()) out += " <code>" + escape(source.hash) + "</code>";
  out += "</li>";
}

void append_sources(std::string& out, const std::vector<FactSource>& sources, std::uint64_t shown) {
  for (const FactSource& source : sources) append_source(out, source, shown);
}

}  // namespace

std::string fact_text(std::uint64_t fact) { return fmt::format("{:016x}", fact); }

std::string fact_mark(const FactMark& mark, const draw::Voice& voice) {
  const std::string count = voice.number(static_cast<std::int64_t>(mark.same.size()));
  std::string out = "<details class=\"mark\"><summary><span class=\"unseen\">" +
                    escape(voice.say(message("Sources for: {}, {}", mark.label, count)));
  if (!mark.others.empty()) out += ", " + escape(voice.say("others say otherwise"));
  out += "</span><span aria-hidden=\"true\">" + count + (mark.others.empty() ? "" : " ≠") +
         "</span></summary>\n<ul>";
  append_sources(out, mark.same, mark.shown);
  append_sources(out, mark.beside, mark.shown);
  out += "</ul>";
  if (!mark.others.empty()) {
    out += "<p>" + escape(voice.say("Others say otherwise:")) + "</p><ul>";
    append_sources(out, mark.others, mark.shown);
    out += "</ul><p class=\"quiet\">" + escape(mark.rule) + "</p>";
  }
  return out + "</details>";
}

std::string within_sentence(const std::string& label) {
  const std::string_view first = beginning_of(label);
  const std::string_view rest = std::string_view(label).substr(first.size());
  if (!is_capital(first) || is_capital(beginning_of(rest))) return label;
  return text::fold(first) + std::string(rest);
}

}  // namespace sanaq::pages
