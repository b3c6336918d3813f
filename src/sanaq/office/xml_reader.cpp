#include "sanaq/office/xml_reader.h"

#include <algorithm>

#include "sanaq/office/xml_text.h"

namespace sanaq::office {
namespace {

using base::message;

constexpr std::size_t piece_bytes = std::size_t{256} << 10;

bool is_blank(char letter) {
  return letter == ' ' || letter == '\t' || letter == '\n' || letter == '\r';
}

bool is_blank_text(std::string_view text) {
  return std::all_of(text.begin(), text.end(), is_blank);
}

// Letters, digits and what XML's names have beside; beyond ASCII anything.
bool is_name_letter(char letter) {
  return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
         (letter >= '0' && letter <= '9') || letter == ':' || letter == '_' || letter == '-' ||
         letter == '.' || static_cast<unsigned char>(letter) >= 0x80;
}

std::string_view without_blanks(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  return text;
}

std::string_view name_at_start(std::string_view text) {
  std::size_t length = 0;
  while (length < text.size() && is_name_letter(text[length])) ++length;
  return text.substr(0, length);
}

}  // namespace

XmlReader::XmlReader(Source source, std::string name, const XmlLimits& limits)
    : source_(std::move(source)), document_(std::move(name)), limits_(limits) {}

XmlReader::XmlReader(std::string_view bytes, std::string name, const XmlLimits& limits)
    : document_(std::move(name)), limits_(limits), bytes_(bytes) {}

void XmlReader::damaged() const {
  throw Refusal(
      Trouble::damaged,
      message("{}: the XML in it is damaged; open it in the program that it was made with, and "
              "save it again",
              document_));
}

void XmlReader::piece_too_large(std::size_t most) const {
  throw Refusal(
      Trouble::too_large,
      message("{}: a tag, a text or a remark in its XML has more than {} MB; open it in an "
              "office program and save anew what counts",
              document_, most >> 20));
}

// What is left at hand moves to the front, and the next bytes come behind it.
bool XmlReader::refill() {
  if (!source_) return false;
  buffer_.erase(0, at_);
  before_ += at_;
  at_ = 0;
  const std::size_t kept = buffer_.size();
  buffer_.resize(kept + piece_bytes);
  const std::size_t got = source_(buffer_.data() + kept, piece_bytes);
  buffer_.resize(kept + got);
  bytes_ = buffer_;
  return got > 0;
}

// Where `mark` begins, counted from at_; it is looked for from at_ + from on. npos: nowhere.
std::size_t XmlReader::find_from(std::string_view mark, std::size_t from, std::size_t most) {
  for (;;) {
    const std::size_t found = bytes_.find(mark, at_ + from);
    const std::size_t passed = std::min(found, bytes_.size()) - at_;
    if (passed > most) piece_too_large(most);
    if (found != bytes_.npos) return passed;
    from = std::max(from, passed - std::min(passed, mark.size() - 1));
    if (!refill()) return bytes_.npos;
  }
}

// A tag ends at the first > that stands in no attribute.
std::size_t XmlReader::end_of_tag() {
  char quote = '\0';
  for (std::size_t length = 1;; ++length) {
    if (length > limits_.markup) piece_too_large(limits_.markup);
    if (at_ + length == bytes_.size() && !refill()) damaged();
    const char letter = bytes_[at_ + length];
    if (quote != '\0') {
      if (letter == quote) quote = '\0';
    } else if (letter == '>') {
      return length;
    } else if (letter == '"' || letter == '\'') {
      quote = letter;
    } else if (letter == '<') {
      damaged();
    }
  }
}

std::string_view XmlReader::replaced(std::string_view raw) {
  if (raw.find('&') == raw.npos) return raw;
  const std::size_t start = decoded_.size();
  for (std::size_t at = 0; at < raw.size();) {
    const std::size_t next = std::min(raw.find('&', at), raw.size());
    decoded_ += raw.substr(at, next - at);
    if (next == raw.size()) break;
    // No reference that we know is longer; what is longer is not looked through to the end.
    constexpr std::size_t reference_max = 32;
    const std::size_t end = raw.substr(next, reference_max).find(';');
    if (end == raw.npos) damaged();
    const auto text = referred_text(raw.substr(next + 1, end - 1));
    if (!text) damaged();
    decoded_ += *text;
    at = next + end + 1;
  }
  return std::string_view(decoded_).substr(start);
}

void XmlReader::split_name(std::string_view tag_name) {
  const std::size_t colon = tag_name.find(':');
  prefix_ = colon == tag_name.npos ? std::string_view() : tag_name.substr(0, colon);
  name_ = colon == tag_name.npos ? tag_name : tag_name.substr(colon + 1);
}

void XmlReader::open(std::string_view tag_name) {
  if (ends_.size() >= limits_.depth) {
    throw Refusal(Trouble::too_large,
                  message("{}: the elements of its XML stand one within another more than {} deep, "
                          "as no office program writes them; ask where it comes from",
                          document_, limits_.depth));
  }
  if (ends_.empty() && has_root_) damaged();
  has_root_ = true;
  names_ += tag_name;
  ends_.push_back(names_.size());
}

void XmlReader::close() {
  ends_.pop_back();
  names_.resize(ends_.empty() ? 0 : ends_.back());
}

void XmlReader::read_attributes(std::string_view rest) {
  attributes_.clear();
  decoded_.clear();
  decoded_.reserve(rest.size());  // so that no value that points into it moves
  for (;;) {
    const std::string_view from = without_blanks(rest);
    if (from.empty()) return;
    const std::string_view whole = name_at_start(from);
    if (whole.empty() || from.size() == rest.size()) damaged();
    std::string_view after = without_blanks(from.substr(whole.size()));
    if (!after.starts_with('=')) damaged();
    after = without_blanks(after.substr(1));
    const char quote = after.empty() ? '\0' : after.front();
    if (quote != '"' && quote != '\'') damaged();
    const std::size_t end = after.find(quote, 1);
    if (end == after.npos) damaged();
    const std::string_view raw = after.substr(1, end - 1);
    if (!is_xml_text(raw) || raw.find('<') != raw.npos) damaged();
    if (attributes_.size() == limits_.attributes) {
      throw Refusal(
          Trouble::too_large,
          message("{}: a tag of its XML has more than {} attributes, as no office program "
                  "writes them; ask where it comes from",
                  document_, limits_.attributes));
    }
    const std::size_t colon = whole.find(':');
    attributes_.push_back({colon == whole.npos ? std::string_view() : whole.substr(0, colon),
                           colon == whole.npos ? whole : whole.substr(colon + 1), replaced(raw)});
    rest = after.substr(end + 1);
  }
}

XmlReader::Piece XmlReader::read_start(std::string_view tag) {
  closes_next_ = tag.ends_with('/');
  if (closes_next_) tag.remove_suffix(1);
  const std::string_view whole = name_at_start(tag);
  if (whole.empty() || !is_xml_text(whole)) damaged();
  open(whole);
  read_attributes(tag.substr(whole.size()));
  split_name(whole);
  return Piece::start;
}

XmlReader::Piece XmlReader::read_end(std::string_view tag) {
  const std::string_view whole = name_at_start(tag);
  if (ends_.empty() || !is_blank_text(tag.substr(whole.size()))) damaged();
  const std::size_t start = ends_.size() > 1 ? ends_[ends_.size() - 2] : 0;
  if (std::string_view(names_).substr(start) != whole) damaged();
  close();
  split_name(whole);
  return Piece::end;
}

// Only what an XML declaration says of the encoding counts.
void XmlReader::read_instruction(std::string_view instruction) {
  if (!instruction.starts_with("xml") || instruction.size() < 4 || !is_blank(instruction[3]))
    return;
  const std::size_t said = instruction.find("encoding");
  if (said == instruction.npos) return;
  std::string encoding(instruction.substr(said + 8));
  std::erase_if(encoding, [](char letter) { return is_blank(letter) || letter == '='; });
  std::transform(encoding.begin(), encoding.end(), encoding.begin(), [](char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
  });
  if (encoding.empty()) damaged();
  encoding = encoding.substr(1, encoding.find(encoding[0], 1) - 1);
  // UTF-16 that came here was turned into UTF-8 before.
  if (encoding != "utf-8" && encoding != "utf8" && encoding != "us-ascii" && encoding != "utf-16")
    throw Refusal(Trouble::damaged, message("{}: the XML in it is in the encoding {}; save the "
                                            "file again in an office program, which writes UTF-8",
                                            document_, encoding));
}

// Comments, instructions, the document type. False: it is none of them.
bool XmlReader::pass_over_markup() {
  const auto begins = [&](std::string_view mark) {
    while (bytes_.size() - at_ < mark.size() && refill()) continue;
    return bytes_.substr(at_).starts_with(mark);
  };
  const auto pass = [&](std::string_view opening, std::string_view closing) {
    const std::size_t end = find_from(closing, opening.size(), limits_.markup);
    if (end == bytes_.npos) damaged();
    const std::string_view inside = bytes_.substr(at_ + opening.size(), end - opening.size());
    at_ += end + closing.size();
    return inside;
  };
  if (begins("<!--")) {
    (void)pass("<!--", "-->");
    return true;
  }
  if (begins("<?")) {
    read_instruction(pass("<?", "?>"));
    return true;
  }
  if (!begins("<!DOCTYPE")) return false;
  // Declarations in it could make entities of their own.
  if (has_root_ || pass("<!DOCTYPE", ">").find('[') != bytes_.npos) damaged();
  return true;
}

// False: there is no text before the next tag.
bool XmlReader::read_text() {
  std::size_t length = find_from("<", 0, limits_.text);
  if (length == bytes_.npos) {
    length = bytes_.size() - at_;
    if (!ends_.empty()) damaged();
  }
  const std::string_view raw = bytes_.substr(at_, length);
  at_ += length;
  if (raw.empty()) return false;
  if (ends_.empty()) {
    if (is_blank_text(raw)) return false;
    damaged();
  }
  if (!is_xml_text(raw)) damaged();
  decoded_.clear();
  text_ = replaced(raw);
  return true;
}

XmlReader::Piece XmlReader::next() {
  if (closes_next_) {
    closes_next_ = false;
    close();  // the name at hand is still the start's
    return Piece::end;
  }
  for (;;) {
    if (at_ == bytes_.size() && !refill()) {
      if (!ends_.empty() || !has_root_) damaged();
      return Piece::done;
    }
    if (before_ + at_ == 0 && !has_root_) {
      while (bytes_.size() < 3 && refill()) continue;
      if (bytes_.starts_with("\xEF\xBB\xBF")) {
        at_ += 3;
        continue;  // there may be nothing behind it
      }
    }
    if (bytes_[at_] != '<') {
      if (read_text()) return Piece::text;
      continue;
    }
    if (at_ + 1 == bytes_.size()) (void)refill();
    const char second = at_ + 1 < bytes_.size() ? bytes_[at_ + 1] : '\0';
    if (second == '!' || second == '?') {
      if (pass_over_markup()) continue;
      const std::size_t end = find_from("]]>", 0, limits_.text);
      constexpr std::string_view opening = "<![CDATA[";
      if (end == bytes_.npos || end < opening.size() || ends_.empty() ||
          !bytes_.substr(at_).starts_with(opening))
        damaged();
      text_ = bytes_.substr(at_ + opening.size(), end - opening.size());
      if (!is_xml_text(text_)) damaged();
      at_ += end + 3;
      return Piece::text;
    }
    const std::size_t length = end_of_tag();
    const std::string_view tag = bytes_.substr(at_ + 1, length - 1);
    at_ += length + 1;
    return tag.starts_with('/') ? read_end(tag.substr(1)) : read_start(tag);
  }
}

std::string_view XmlReader::attribute(std::string_view name, std::string_view prefix) const {
  for (const XmlAttribute& one : attributes_) {
    if (one.name == name && one.prefix == prefix) return one.value;
  }
  return {};
}

void check_xml(std::string_view bytes, const std::string& name, const XmlLimits& limits) {
  XmlReader reader(bytes, name, limits);
  std::size_t nodes = 0;
  for (XmlReader::Piece piece = reader.next(); piece != XmlReader::Piece::done;
       piece = reader.next()) {
    if (piece == XmlReader::Piece::end) continue;
    nodes += 1 + (piece == XmlReader::Piece::start ? reader.attributes().size() : 0);
    if (limits.nodes != 0 && nodes > limits.nodes) {
      throw Refusal(Trouble::too_large,
                    message("{}: its XML has more than {} million elements, attributes and texts; "
                            "open it in an office program and save anew what counts",
                            name, limits.nodes / 1'000'000));
    }
  }
}

}  // namespace sanaq::office
