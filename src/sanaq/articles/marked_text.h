// A text with its marks (headings, lists, links, …) as pieces in their order, without any HTML.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

namespace sanaq::articles {

// What a piece opens or closes.
enum class Part {
  none,
  paragraph,
  heading,
  quote,
  bullets,
  numbers,
  item,
  code_block,
  rule,
  table,
  table_head,
  table_body,
  table_row,
  head_cell,
  cell,
  emphasis,
  strong,
  deleted,
  code,
  link,
  image,      // what it encloses is shown where the picture cannot be
  reference,  // [[person:ID]]; what it encloses is the label, if it has one
};

struct Piece {
  enum class Kind { open, close, text, line_break };
  Kind kind = Kind::text;
  Part part = Part::none;   // of open and close
  std::string text = {};    // UTF-8; of an open link, image or reference its target
  std::string title = {};   // of an open link or image
  std::int64_t number = 0;  // of a heading its level, 1 to 6; of numbers the first
  std::int64_t line = 0;    // of the file, from 1; the nearest that is known
  bool operator==(const Piece&) const = default;
};

// Every piece that opens a part is followed, in the proper order, by one that closes it.
using MarkedText = std::vector<Piece>;

}  // namespace sanaq::articles
