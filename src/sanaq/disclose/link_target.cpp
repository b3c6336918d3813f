#include "sanaq/disclose/link_target.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "sanaq/draw/markup.h"

namespace sanaq::disclose {
namespace {

constexpr std::string_view files_below = "articles/files/", articles_below = "articles/";

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), [](char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
  });
  return out;
}

bool has_odd_letters(std::string_view text) {
  const bool is_odd = std::any_of(text.begin(), text.end(), [](char byte) {
    const auto number = static_cast<unsigned char>(byte);
    return number <= 0x20 || number == 0x7F || byte == '\\' || byte == '"' || byte == '<' ||
           byte == '>' || byte == '`' || byte == '{' || byte == '}' || byte == '|' || byte == '^';
  });
  return is_odd || draw::harmless(text) != text;
}

int hex_value(char digit) {
  if (digit >= '0' && digit <= '9') return digit - '0';
  if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
  if (digit >= 'A' && digit <= 'F') return digit - 'A' + 10;
  return -1;
}

// nullopt for a % that begins no byte.
std::optional<std::string> decoded(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '%') {
      out += text[at];
      continue;
    }
    if (at + 2 >= text.size()) return std::nullopt;
    const int high = hex_value(text[at + 1]), low = hex_value(text[at + 2]);
    if (high < 0 || low < 0) return std::nullopt;
    out += static_cast<char>(high * 16 + low);
    at += 2;
  }
  return out;
}

// The scheme in small letters; "" if there is none.
std::string scheme_of(std::string_view target) {
  const std::size_t end = target.find_first_of(":/?#");
  if (end == target.npos || target[end] != ':') return {};
  return lower_ascii(target.substr(0, end));
}

LinkTarget outside(std::string_view target, const std::string& scheme) {
  const std::string_view rest = target.substr(scheme.size() + 1);
  if (scheme == "mailto")
    return rest.find('@') == rest.npos ? LinkTarget{}
                                       : LinkTarget{TargetKind::outside, std::string(target)};
  if ((scheme != "http" && scheme != "https") || !rest.starts_with("//")) return {};
  const std::string_view host = rest.substr(2, rest.substr(2).find_first_of("/?#"));
  if (host.empty() || host.find('@') != host.npos) return {};
  return {TargetKind::outside, scheme + ":" + std::string(rest)};
}

// The path from the language's root, of one relative to articles/; nullopt above the root.
std::optional<std::string> from_root(std::string_view path) {
  std::vector<std::string_view> parts{"articles"};
  while (true) {
    const std::size_t slash = path.find('/');
    const std::string_view part = path.substr(0, slash);
    if (part == "..") {
      if (parts.empty()) return std::nullopt;
      parts.pop_back();
    } else if (!part.empty() && part != ".") {
      parts.push_back(part);
    }
    if (slash == path.npos) break;
    path.remove_prefix(slash + 1);
  }
  std::string out;
  for (const std::string_view part : parts) out += (out.empty() ? "" : "/") + std::string(part);
  return out;
}

// "articles/three-years.en.md", which an editor of Markdown writes, is the article's page.
std::string page_of_source(const std::string& path) {
  if (!path.starts_with(articles_below) || !path.ends_with(".md")) return path;
  const std::size_t end = path.rfind('.', path.size() - 4);
  return end == path.npos ? path : path.substr(0, end) + ".html";
}

}  // namespace

LinkTarget link_target(std::string_view target) {
  if (target.empty() || target.starts_with('/')) return {};
  const std::string scheme = scheme_of(target);
  // A name with a blank is written so between < and >, and only a file has such a name.
  std::string in_one(target);
  if (scheme.empty()) std::replace(in_one.begin(), in_one.end(), ' ', '_');
  if (has_odd_letters(in_one)) return {};
  if (target.starts_with('#')) return {TargetKind::anchor, in_one};
  if (!scheme.empty()) return outside(target, scheme);
  const std::size_t hash = target.find('#');
  const std::string_view fragment = hash == target.npos ? "" : target.substr(hash);
  const auto path = decoded(target.substr(0, hash));
  if (!path || path->find_first_of("\\?:") != path->npos || path->find('\0') != path->npos ||
      draw::harmless(*path) != *path)
    return {};
  const auto whole = from_root(*path);
  if (!whole || whole->empty()) return {};
  if (whole->starts_with(files_below)) {
    const std::string name = whole->substr(files_below.size());
    if (name.empty() || name.find('/') != name.npos) return {};
    return {TargetKind::file, name};
  }
  const std::string page = page_of_source(*whole) + std::string(fragment);
  if (has_odd_letters(page)) return {};
  return {TargetKind::page, page};
}

}  // namespace sanaq::disclose
