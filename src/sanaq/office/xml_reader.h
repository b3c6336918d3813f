// XML read piece by piece: strict where a lenient reader would crash or guess, and within limits.
//
// What office programs write, and no more: UTF-8, no entities of its own, a document type without
// declarations. References are letters of Unicode; tags close in their order. Nothing is kept but
// the piece at hand and the names of the open elements.
#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/office/limits.h"
#include "sanaq/office/refusal.h"

namespace sanaq::office {

struct XmlAttribute {
  std::string_view prefix;  // "r" of r:id
  std::string_view name;
  std::string_view value;  // references replaced
};

class XmlReader {
 public:
  enum class Piece { start, end, text, done };
  // Up to `room` bytes into `into`; 0 at the end.
  using Source = std::function<std::size_t(char* into, std::size_t room)>;

  // `name` is what messages call the document.
  XmlReader(Source source, std::string name, const XmlLimits& limits);
  // Of bytes in memory, which must outlive it.
  XmlReader(std::string_view bytes, std::string name, const XmlLimits& limits);
  XmlReader(XmlReader&&) = default;  // before its first piece alone
  XmlReader(const XmlReader&) = delete;

  // The next piece; what it says stays valid until the next call. An element without content gives
  // its start and its end. Throws Refusal.
  Piece next();

  // Of a start or an end.
  [[nodiscard]] std::string_view prefix() const { return prefix_; }
  [[nodiscard]] std::string_view name() const { return name_; }
  // Of a start.
  [[nodiscard]] const std::vector<XmlAttribute>& attributes() const { return attributes_; }
  // The attribute's value; "" where there is none. Without a prefix given: of the bare name.
  [[nodiscard]] std::string_view attribute(std::string_view name,
                                           std::string_view prefix = {}) const;
  // Of a text, references replaced; a CDATA section is a text of its own.
  [[nodiscard]] std::string_view text() const { return text_; }

  [[nodiscard]] std::size_t depth() const { return ends_.size(); }        // of open elements
  [[nodiscard]] std::uint64_t position() const { return before_ + at_; }  // bytes read

 private:
  bool refill();
  [[nodiscard]] std::size_t find_from(std::string_view mark, std::size_t from, std::size_t most);
  [[nodiscard]] std::size_t end_of_tag();
  bool read_text();
  Piece read_start(std::string_view tag);
  Piece read_end(std::string_view tag);
  void read_attributes(std::string_view rest);
  bool pass_over_markup();
  void read_instruction(std::string_view instruction);
  [[nodiscard]] std::string_view replaced(std::string_view raw);
  void open(std::string_view tag_name);
  void close();
  void split_name(std::string_view tag_name);
  [[noreturn]] void damaged() const;
  [[noreturn]] void piece_too_large(std::size_t most) const;

  Source source_;
  std::string document_;
  XmlLimits limits_;
  std::string buffer_;      // of a source
  std::string_view bytes_;  // what is at hand: the buffer's, or the caller's
  std::size_t at_ = 0;
  std::uint64_t before_ = 0;  // bytes that have left the buffer
  std::string names_;         // of the open elements, one behind the other
  std::vector<std::size_t> ends_;
  std::string_view prefix_, name_, text_;
  std::vector<XmlAttribute> attributes_;
  std::string decoded_;  // what references were replaced in
  bool closes_next_ = false;
  bool has_root_ = false;
};

// Reads the document to its end, for a reader that holds all of it. Throws Refusal.
void check_xml(std::string_view bytes, const std::string& name, const XmlLimits& limits);

}  // namespace sanaq::office
