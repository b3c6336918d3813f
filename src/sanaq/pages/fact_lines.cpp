#include "sanaq/pages/fact_lines.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "sanaq/base/message.h"
#include "sanaq/pages/fact_mark.h"
#include "sanaq/pages/long_text.h"

namespace sanaq::pages {
namespace {

struct Line {
  std::uint64_t fact = 0;
  std::string page, subject, property, value, language, source, locator, entry;
};

// How many letters it begins with that are written as they are: mostly all.
std::size_t plain_letters(std::string_view text) {
  const auto end = std::find_if(text.begin(), text.end(), [](char letter) {
    return letter == '"' || letter == '\\' || static_cast<unsigned char>(letter) < 32;
  });
  return static_cast<std::size_t>(end - text.begin());
}

// Every text here is UTF-8 without control characters but for line ends and tabs, as the gate left
// it.
void append_text(std::string& out, std::string_view key, std::string_view text) {
  out.append(",\"").append(key).append("\":\"");
  while (!text.empty()) {
    const std::size_t plain = plain_letters(text);
    out += text.substr(0, plain);
    if (plain == text.size()) break;
    const char letter = text[plain];
    text.remove_prefix(plain + 1);
    if (letter == '"' || letter == '\\') {
      out += '\\';
      out += letter;
    } else {
      out += fmt::format("\\u{:04x}", static_cast<unsigned>(static_cast<unsigned char>(letter)));
    }
  }
  out += '"';
}

void append(std::string& out, const Line& line) {
  out += R"({"id":")" + fact_text(line.fact) + '"';
  append_text(out, "page", line.page);
  append_text(out, "subject", line.subject);
  append_text(out, "property", line.property);
  append_text(out, "value", line.value);
  append_text(out, "lang", line.language);
  append_text(out, "source", line.source);
  append_text(out, "locator", line.locator);
  append_text(out, "entry", line.entry);
  out += "}\n";
}

std::string row_locator(std::int64_t row) { return fmt::format("row {}", row); }

// A row that names no source is its own.
std::string named_source(const casefile::Statement& said) {
  if (!said.source.empty()) return said.source;
  return said.origin.file.empty() ? "ledger" : "table " + said.origin.file;
}

// The row is told only of a file that is public, whose hash is then told too.
std::string locator_of(const casefile::Statement& said) {
  if (said.origin.hash.empty()) return said.locator;
  return said.locator + (said.locator.empty() ? "" : ", ") + row_locator(said.origin.row);
}

}  // namespace

std::string fact_lines(const PublicView& view, const PublicPerson& person) {
  std::string out;
  Line line;
  line.page = "person/" + person.id + ".html";
  line.subject = "person:" + person.id;
  for (std::size_t column = 0; column < view.columns.size(); ++column) {
    const PublicColumn& shown = view.columns[column];
    line.property = shown.field ? std::string(record::field_name(*shown.field)) : shown.header;
    for (const PublicRecord& record : person.records) {
      const std::optional<PublicCell>& cell = record.cells[column];
      if (!cell || cell->text.empty()) continue;
      const PublicList& list = view.lists[record.list];
      line.fact = cell->fact;
      line.value = cell->text;
      line.source = list.name;
      line.locator = list.is_hash_open ? row_locator(record.row) : std::string();
      append(out, line);
    }
  }
  return out;
}

std::string fact_lines(const PublicView& view, const std::vector<Page>& pages) {
  std::string out;
  std::set<std::size_t> told;
  for (const Page& page : pages) {
    for (const std::size_t at : page.statements) {
      if (!told.insert(at).second) continue;
      const casefile::Statement& said = view.case_file.view.statements()[at];
      append(out, {view.case_file.fact(at), page.path, said.subject, said.property, said.value,
                   said.language, named_source(said), locator_of(said),
                   said.origin.file.empty() ? said.origin.entry : std::string()});
    }
  }
  return out;
}

std::string all_fact_lines(const PublicView& view, const std::vector<Page>& pages) {
  return long_text({}, view.persons.size() + 1, [&](std::size_t at, std::string& out) {
    out += at < view.persons.size() ? fact_lines(view, view.persons[at]) : fact_lines(view, pages);
  });
}

}  // namespace sanaq::pages
