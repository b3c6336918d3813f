// A page with named places, as a site brings it (docs/formats/server-pages.md).
#pragma once
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace sanaq::serve {

// The names that a page may use.
struct PageNames {
  std::set<std::string, std::less<>> places, parts;
};

// What goes into the places, unescaped, and which parts are shown. A place without a text is empty.
struct Filling {
  std::map<std::string, std::string, std::less<>> places;
  std::set<std::string, std::less<>> parts;
};

class PageText {
 public:
  // Throws Error{bad_input} naming `path` and the line where a name is unknown, or where parts do
  // not end in the order in which they began.
  PageText(std::string_view page, const PageNames& names, const std::string& path);
  // Texts are escaped for HTML and never looked at again.
  [[nodiscard]] std::string filled(const Filling& filling) const;

 private:
  enum class Kind { text, place, part, part_not, end };
  struct Piece {
    Kind kind = Kind::text;
    std::string text;     // or the name
    std::size_t end = 0;  // of a part: the piece that ends it
  };
  [[nodiscard]] static Piece piece_of(std::string_view tag);
  std::vector<Piece> pieces_;
};

// With & < > " ' as references.
[[nodiscard]] std::string escaped(std::string_view text);

}  // namespace sanaq::serve
