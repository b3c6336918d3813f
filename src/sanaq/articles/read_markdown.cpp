#include "sanaq/articles/read_markdown.h"

#include <md4c.h>

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

#include "sanaq/articles/entity.h"

namespace sanaq::articles {
namespace {

using Kind = Piece::Kind;

Part part_of(MD_BLOCKTYPE block) {
  switch (block) {
    case MD_BLOCK_QUOTE:
      return Part::quote;
    case MD_BLOCK_UL:
      return Part::bullets;
    case MD_BLOCK_OL:
      return Part::numbers;
    case MD_BLOCK_LI:
      return Part::item;
    case MD_BLOCK_HR:
      return Part::rule;
    case MD_BLOCK_H:
      return Part::heading;
    case MD_BLOCK_CODE:
      return Part::code_block;
    case MD_BLOCK_P:
      return Part::paragraph;
    case MD_BLOCK_TABLE:
      return Part::table;
    case MD_BLOCK_THEAD:
      return Part::table_head;
    case MD_BLOCK_TBODY:
      return Part::table_body;
    case MD_BLOCK_TR:
      return Part::table_row;
    case MD_BLOCK_TH:
      return Part::head_cell;
    case MD_BLOCK_TD:
      return Part::cell;
    case MD_BLOCK_DOC:
    case MD_BLOCK_HTML:
      break;
  }
  return Part::none;
}

Part part_of(MD_SPANTYPE span) {
  switch (span) {
    case MD_SPAN_EM:
      return Part::emphasis;
    case MD_SPAN_STRONG:
      return Part::strong;
    case MD_SPAN_A:
      return Part::link;
    case MD_SPAN_IMG:
      return Part::image;
    case MD_SPAN_CODE:
      return Part::code;
    case MD_SPAN_DEL:
      return Part::deleted;
    case MD_SPAN_WIKILINK:
      return Part::reference;
    case MD_SPAN_LATEXMATH:
    case MD_SPAN_LATEXMATH_DISPLAY:
    case MD_SPAN_U:
      break;
  }
  return Part::none;
}

// Takes md4c's calls and makes the pieces.
class Taker {
 public:
  Taker(std::string_view text, std::int64_t first_line) : text_(text), line_(first_line) {
    starts_.push_back(0);
    for (std::size_t at = 0; at < text.size(); ++at) {
      if (text[at] == '\n') starts_.push_back(at + 1);
    }
    first_line_ = first_line;
  }

  int open(MD_BLOCKTYPE block, void* detail) {
    Piece piece{Kind::open, part_of(block)};
    if (block == MD_BLOCK_H) piece.number = static_cast<MD_BLOCK_H_DETAIL*>(detail)->level;
    if (block == MD_BLOCK_OL) piece.number = static_cast<MD_BLOCK_OL_DETAIL*>(detail)->start;
    return opened(std::move(piece));
  }

  int open(MD_SPANTYPE span, void* detail) {
    Piece piece{Kind::open, part_of(span)};
    if (span == MD_SPAN_A) {
      const auto* link = static_cast<MD_SPAN_A_DETAIL*>(detail);
      piece.text = plain(link->href);
      piece.title = plain(link->title);
    } else if (span == MD_SPAN_IMG) {
      const auto* image = static_cast<MD_SPAN_IMG_DETAIL*>(detail);
      piece.text = plain(image->src);
      piece.title = plain(image->title);
    } else if (span == MD_SPAN_WIKILINK) {
      piece.text = plain(static_cast<MD_SPAN_WIKILINK_DETAIL*>(detail)->target);
    }
    return opened(std::move(piece));
  }

  int close(Part part) {
    if (part == Part::none) return 0;
    --depth_;
    if (part == Part::reference) drop_own_label();
    return add({Kind::close, part});
  }

  int text(MD_TEXTTYPE type, const MD_CHAR* letters, MD_SIZE size) {
    const std::string_view said(letters, size);
    find_line(said);
    if (type == MD_TEXT_BR) return add({Kind::line_break});
    if (type == MD_TEXT_SOFTBR) return add({Kind::text, Part::none, "\n"});
    if (type == MD_TEXT_NULLCHAR) return add({Kind::text, Part::none, "\uFFFD"});
    if (type == MD_TEXT_ENTITY) return add({Kind::text, Part::none, decoded_entity(said)});
    return add({Kind::text, Part::none, std::string(said)});
  }

  // md4c stops where it is told to, and does not say so.
  [[nodiscard]] bool is_beyond() const { return is_beyond_; }
  [[nodiscard]] MarkedText pieces() { return std::move(pieces_); }

 private:
  // md4c gives no lines, but most of what it hands over lies in the text itself.
  void find_line(std::string_view said) {
    const std::less<const char*> before;
    if (before(said.data(), text_.data()) || !before(said.data(), text_.data() + text_.size()))
      return;
    const auto at = static_cast<std::size_t>(said.data() - text_.data());
    const auto next = std::upper_bound(starts_.begin(), starts_.end(), at);
    line_ = first_line_ + static_cast<std::int64_t>(next - starts_.begin()) - 1;
  }

  std::string plain(const MD_ATTRIBUTE& attribute) {
    find_line({attribute.text, attribute.size});
    std::string out;
    for (std::size_t at = 0; attribute.size > 0 && attribute.substr_offsets[at] < attribute.size;
         ++at) {
      const MD_OFFSET from = attribute.substr_offsets[at], to = attribute.substr_offsets[at + 1];
      const std::string_view part(attribute.text + from, to - from);
      switch (attribute.substr_types[at]) {
        case MD_TEXT_ENTITY:
          out += decoded_entity(part);
          break;
        case MD_TEXT_NULLCHAR:
          out += "\uFFFD";
          break;
        default:
          out += part;
      }
    }
    return out;
  }

  // Where no label is written md4c says the target itself.
  void drop_own_label() {
    std::size_t open = pieces_.size();
    while (open > 0 &&
           !(pieces_[open - 1].kind == Kind::open && pieces_[open - 1].part == Part::reference))
      --open;
    std::string label;
    for (std::size_t at = open; at < pieces_.size(); ++at) label += pieces_[at].text;
    if (open > 0 && label == pieces_[open - 1].text) pieces_.resize(open);
  }

  int opened(Piece piece) {
    if (piece.part == Part::none) return 0;
    is_beyond_ = is_beyond_ || ++depth_ > depth_max;
    return add(std::move(piece));
  }
  int add(Piece piece) {
    piece.line = line_;
    pieces_.push_back(std::move(piece));
    is_beyond_ = is_beyond_ || pieces_.size() > pieces_max;
    return is_beyond_ ? 1 : 0;
  }

  std::string_view text_;
  std::vector<std::size_t> starts_;
  std::int64_t first_line_ = 1, line_ = 1;
  std::size_t depth_ = 0;
  bool is_beyond_ = false;
  MarkedText pieces_;
};

Taker& taker(void* user) { return *static_cast<Taker*>(user); }

MD_PARSER parser() {
  MD_PARSER calls{};
  calls.flags = MD_FLAG_NOHTML | MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_WIKILINKS;
  calls.enter_block = [](MD_BLOCKTYPE block, void* detail, void* user) {
    return taker(user).open(block, detail);
  };
  calls.leave_block = [](MD_BLOCKTYPE block, void*, void* user) {
    return taker(user).close(part_of(block));
  };
  calls.enter_span = [](MD_SPANTYPE span, void* detail, void* user) {
    return taker(user).open(span, detail);
  };
  calls.leave_span = [](MD_SPANTYPE span, void*, void* user) {
    return taker(user).close(part_of(span));
  };
  calls.text = [](MD_TEXTTYPE type, const MD_CHAR* letters, MD_SIZE size, void* user) {
    return taker(user).text(type, letters, size);
  };
  return calls;
}

}  // namespace

std::optional<MarkedText> read_markdown(std::string_view text, std::int64_t first_line) {
  Taker pieces(text, first_line);
  const MD_PARSER calls = parser();
  if (md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &calls, &pieces) != 0 ||
      pieces.is_beyond())
    return std::nullopt;
  return pieces.pieces();
}

}  // namespace sanaq::articles
