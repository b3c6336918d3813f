#include "sanaq/serve/page_text.h"

#include <algorithm>

#include "sanaq/base/error.h"

namespace sanaq::serve {
namespace {

using base::message;

constexpr std::string_view opening = "{%", closing = "%}";

// Where in the page something is wrong.
base::Error wrong_tag(std::string_view page, std::size_t at, const std::string& path) {
  constexpr std::size_t shown_most = 40;
  const auto line =
      1 + std::count(page.begin(), page.begin() + static_cast<std::ptrdiff_t>(at), '\n');
  const std::size_t end = page.find(closing, at);
  const std::string_view tag = page.substr(
      at, std::min(end == page.npos ? shown_most : end + closing.size() - at, shown_most));
  return {base::Kind::bad_input,
          message("{}, line {}: \"{}\" is no place and no part of this page; publish the site "
                  "again with this version of sanaq",
                  path, line, tag)};
}

}  // namespace

PageText::Piece PageText::piece_of(std::string_view tag) {
  for (const auto& [word, kind] : {std::pair(std::string_view("if not "), Kind::part_not),
                                   std::pair(std::string_view("if "), Kind::part),
                                   std::pair(std::string_view("end "), Kind::end)}) {
    if (tag.starts_with(word)) return {kind, std::string(tag.substr(word.size())), 0};
  }
  return {Kind::place, std::string(tag), 0};
}

PageText::PageText(std::string_view page, const PageNames& names, const std::string& path) {
  std::vector<std::size_t> open;
  for (std::size_t at = 0; at < page.size();) {
    const std::size_t tag = std::min(page.find(opening, at), page.size());
    if (tag > at) pieces_.push_back({Kind::text, std::string(page.substr(at, tag - at)), 0});
    if (tag == page.size()) break;
    const std::size_t end = page.find(closing, tag);
    if (end == page.npos) throw wrong_tag(page, tag, path);
    Piece piece = piece_of(page.substr(tag + opening.size(), end - tag - opening.size()));
    const auto& known = piece.kind == Kind::place ? names.places : names.parts;
    const bool ends_another =
        piece.kind == Kind::end && (open.empty() || pieces_[open.back()].text != piece.text);
    if (!known.contains(piece.text) || ends_another) throw wrong_tag(page, tag, path);
    if (piece.kind == Kind::end) {
      pieces_[open.back()].end = pieces_.size();
      open.pop_back();
    } else if (piece.kind != Kind::place) {
      open.push_back(pieces_.size());
    }
    pieces_.push_back(std::move(piece));
    at = end + closing.size();
  }
  if (!open.empty()) throw wrong_tag(page, page.size(), path);
}

std::string PageText::filled(const Filling& filling) const {
  std::string page;
  for (std::size_t at = 0; at < pieces_.size(); ++at) {
    const Piece& piece = pieces_[at];
    if (piece.kind == Kind::text) {
      page += piece.text;
    } else if (piece.kind == Kind::place) {
      const auto place = filling.places.find(piece.text);
      if (place != filling.places.end()) page += escaped(place->second);
    } else if (piece.kind != Kind::end &&
               filling.parts.contains(piece.text) != (piece.kind == Kind::part)) {
      at = piece.end;
    }
  }
  return page;
}

std::string escaped(std::string_view text) {
  std::string safe;
  safe.reserve(text.size() + text.size() / 8);
  for (const char letter : text) {
    switch (letter) {
      case '&':
        safe += "&amp;";
        break;
      case '<':
        safe += "&lt;";
        break;
      case '>':
        safe += "&gt;";
        break;
      case '"':
        safe += "&quot;";
        break;
      case '\'':
        safe += "&#39;";
        break;
      default:
        safe += letter;
    }
  }
  return safe;
}

}  // namespace sanaq::serve
