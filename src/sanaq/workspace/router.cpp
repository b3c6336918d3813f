#include "sanaq/workspace/router.h"

#include <algorithm>
#include <optional>

namespace sanaq::workspace {
namespace {

using Segments = std::vector<std::string_view>;

Segments segments_of(std::string_view path) {
  Segments segments;
  while (!path.empty()) {
    path.remove_prefix(1);  // '/'
    const std::size_t end = std::min(path.find('/'), path.size());
    segments.push_back(path.substr(0, end));
    path.remove_prefix(end);
  }
  return segments;
}

bool is_honest(const Segments& segments) {
  for (std::size_t at = 0; at < segments.size(); ++at) {
    const std::string_view segment = segments[at];
    if (segment.empty() && segments.size() > 1) return false;
    if (segment == "." || segment == ".." || segment.find('\\') != segment.npos) return false;
    for (const char letter : segment) {
      if (static_cast<unsigned char>(letter) < 0x20 || letter == 0x7f) return false;
    }
  }
  return true;
}

// "{NAME}", also with an ending: "{NAME}.json".
bool fits(std::string_view pattern, std::string_view segment,
          std::map<std::string, std::string>& names) {
  const std::size_t close = pattern.find('}');
  if (!pattern.starts_with('{') || close == pattern.npos) return pattern == segment;
  const std::string_view ending = pattern.substr(close + 1);
  if (!segment.ends_with(ending) || segment.size() == ending.size()) return false;
  names[std::string(pattern.substr(1, close - 1))] =
      segment.substr(0, segment.size() - ending.size());
  return true;
}

std::optional<std::map<std::string, std::string>> names_in(const Segments& pattern,
                                                           const Segments& path) {
  if (pattern.size() != path.size()) return std::nullopt;
  std::map<std::string, std::string> names;
  for (std::size_t at = 0; at < path.size(); ++at) {
    if (!fits(pattern[at], path[at], names)) return std::nullopt;
  }
  return names;
}

// A route that names a segment goes before one that takes any.
int exactness(const Route& route, bool has_investigation) {
  int score = route.needs_investigation == has_investigation ? 1 : 0;
  for (const std::string_view segment : segments_of(route.pattern)) {
    score += segment.starts_with('{') ? 0 : 2;
    score += segment.ends_with('}') ? 0 : 2;
  }
  return score;
}

}  // namespace

Found find_route(const std::vector<Route>& routes, std::string_view method, std::string_view path,
                 bool has_investigation) {
  if (!path.starts_with('/')) return {};
  const Segments segments = segments_of(path);
  if (!is_honest(segments)) return {};
  Found found;
  for (const Route& route : routes) {
    if (route.method != (method == "HEAD" ? "GET" : method)) continue;
    const auto names = names_in(segments_of(route.pattern), segments);
    if (!names) continue;
    if (found.route == nullptr ||
        exactness(route, has_investigation) > exactness(*found.route, has_investigation))
      found = {&route, *names};
  }
  return found;
}

}  // namespace sanaq::workspace
