#include "sanaq/disclose/correction_lines.h"

#include <charconv>
#include <nlohmann/json.hpp>
#include <set>

#include "sanaq/base/error.h"
#include "sanaq/pages/correction_data.h"
#include "sanaq/pages/fact_mark.h"

namespace sanaq::disclose {
namespace {

using nlohmann::ordered_json;

[[noreturn]] void damaged_line(std::int64_t number) {
  throw base::Error(
      base::Kind::corrupt,
      base::message(
          "publication/corrections.jsonl, line {}: this is none that sanaq wrote; put the "
          "file back from a copy of the folder",
          number));
}

std::uint64_t id_of(const ordered_json& line, const char* key) {
  const std::string text = line.value(key, "");
  std::uint64_t id = 0;
  std::from_chars(text.data(), text.data() + text.size(), id, 16);
  return id;
}

CorrectionLine read_line(std::string_view text, std::int64_t number) {
  const ordered_json line = ordered_json::parse(text, nullptr, false);
  if (!line.is_object()) damaged_line(number);
  for (const char* key : {"day", "page", "property", "old", "new", "reason", "kind"}) {
    if (!line.contains(key) || !line[key].is_string()) damaged_line(number);
  }
  const auto kind = pages::correction_kind(line["kind"].get<std::string>());
  if (!kind) damaged_line(number);
  const std::string reason = line["reason"];
  return {{line["day"], line["page"], line["property"], line["old"], line["new"],
           reason == pages::no_reason ? "" : reason, *kind},
          id_of(line, "was"),
          id_of(line, "is")};
}

}  // namespace

std::vector<CorrectionLine> read_correction_lines(std::string_view text) {
  std::vector<CorrectionLine> lines;
  for (std::int64_t number = 1; !text.empty(); ++number) {
    const std::size_t end = text.find('\n');
    if (end == text.npos) damaged_line(number);
    lines.push_back(read_line(text.substr(0, end), number));
    text.remove_prefix(end + 1);
  }
  return lines;
}

std::string text_of(const std::vector<CorrectionLine>& lines) {
  std::string out;
  for (const CorrectionLine& line : lines) {
    ordered_json json = pages::correction_json(line.said);
    if (line.was != 0) json["was"] = pages::fact_text(line.was);
    if (line.is != 0) json["is"] = pages::fact_text(line.is);
    out += json.dump(-1, ' ', false, ordered_json::error_handler_t::replace) + "\n";
  }
  return out;
}

void close_facts(std::vector<CorrectionLine>& lines, const std::vector<std::uint64_t>& closed) {
  std::set<std::uint64_t> gone(closed.begin(), closed.end());
  gone.erase(0);
  for (auto line = lines.rbegin(); line != lines.rend(); ++line) {
    if (!gone.contains(line->was) && !gone.contains(line->is)) continue;
    line->said.before.clear();
    line->said.now.clear();
    if (line->was != 0) gone.insert(line->was);
  }
}

}  // namespace sanaq::disclose
