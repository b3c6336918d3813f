// The name of an article's file, a line ----, and the file.
#include "sanaq/articles/article.h"

#include <string>
#include <vector>

#include "input.h"
#include "sanaq/text/encoding.h"

namespace {

using namespace sanaq;
using articles::Piece;

void expect_whole(const articles::MarkedText& text) {
  std::vector<articles::Part> open;
  for (const Piece& piece : text) {
    fuzz::expect(piece.line >= 1, "a piece stands on a line");
    fuzz::expect(text::is_valid_utf8(piece.text), "a piece is UTF-8");
    if (piece.kind == Piece::Kind::open) open.push_back(piece.part);
    if (piece.kind != Piece::Kind::close) continue;
    fuzz::expect(!open.empty() && open.back() == piece.part, "what is closed was opened last");
    open.pop_back();
  }
  fuzz::expect(open.empty(), "what is opened is closed");
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto parts = fuzz::pieces_of(fuzz::bytes_of(data, size), 2);
  return fuzz::answered_in_words([&] {
    const articles::Article article = articles::read_article(std::string(parts[0]), parts[1]);
    expect_whole(article.text);
    if (!article.problems.empty()) return;
    fuzz::expect(articles::is_slug(article.slug), "an article without problems has an address");
    fuzz::expect(text::is_valid_utf8(article.title), "and a title in UTF-8");
  });
}
