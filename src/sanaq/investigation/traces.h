// The words of an entry that is erased, and which files still have them.
#pragma once
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace sanaq::investigation {

// What leads back to an entry: its texts of two words and more (in pieces if they are long), and
// each of its words, numbers and hashes that is nowhere else in what stays public. They are looked
// for as written, in any case and normalisation, and in Latin letters; in the text of a page and in
// its markup, behind entities and escapes, in the name of a file, and in zipped parts.
class Traces {
 public:
  // Returns which of these words are elsewhere in what stays public.
  using Elsewhere = std::function<std::set<std::string>(const std::set<std::string>& words)>;
  // `body` is the entry's, as JSON. Codes (visibility, language, kind of file, …) and the words of
  // sanaq's own sentences are not looked for, since they are not about anybody.
  Traces(std::string_view body, const Elsewhere& stand_elsewhere);

  [[nodiscard]] bool is_empty() const { return needles_.empty(); }
  // Returns true if a file has one of them. Files packed otherwise than as zip are not searched;
  // see is_packed.
  [[nodiscard]] bool are_in(std::string_view name, std::string_view bytes) const;

 private:
  struct Needle {
    bool has_borders = true;  // only whole words match; false in scripts without spaces
    std::string folded, latin;
  };
  std::vector<Needle> needles_;

  void add(std::string_view text);
  void add_pieces(const std::vector<std::string>& words);
  [[nodiscard]] bool is_in(std::string_view text) const;
  [[nodiscard]] bool is_within(std::string_view bytes, int depth) const;
};

// Returns true if the bytes are packed otherwise than as zip, so that their content is unknown.
[[nodiscard]] bool is_packed(std::string_view bytes);

}  // namespace sanaq::investigation
