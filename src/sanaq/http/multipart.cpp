#include "sanaq/http/multipart.h"

#include <algorithm>
#include <array>
#include <utility>

namespace sanaq::http {
namespace {

constexpr std::size_t head_bytes_most = 16384, padding_bytes_most = 1024;
constexpr int parts_most = 1000;

std::string in_small_letters(std::string_view text) {
  std::string small(text);
  for (char& letter : small) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  }
  return small;
}

void skip_spaces(std::string_view& rest) {
  while (rest.starts_with(' ') || rest.starts_with('\t')) rest.remove_prefix(1);
}

// A quoted text: browsers write a quotation mark in it as %22, other programs as \".
std::string quoted(std::string_view& rest) {
  std::string text;
  rest.remove_prefix(1);
  while (!rest.empty() && rest.front() != '"') {
    if (rest.starts_with("\\\"")) rest.remove_prefix(1);
    text += rest.front();
    rest.remove_prefix(1);
  }
  if (!rest.empty()) rest.remove_prefix(1);
  return text;
}

// What browsers encode in a name, and nothing else: another % is one that somebody wrote.
std::string as_written(std::string text) {
  constexpr std::array<std::pair<std::string_view, char>, 3> codes = {
      {{"%22", '"'}, {"%0D", '\r'}, {"%0A", '\n'}}};
  for (const auto& [code, letter] : codes) {
    for (std::size_t at = text.find(code); at != text.npos; at = text.find(code, at + 1))
      text.replace(at, code.size(), 1, letter);
  }
  return text;
}

// The value of one parameter behind the first ';' of a header.
std::optional<std::string> parameter(std::string_view rest, std::string_view name) {
  for (;;) {
    while (!rest.empty() && rest.front() != ';' && rest.front() != '"') rest.remove_prefix(1);
    if (rest.empty()) return std::nullopt;
    if (rest.front() == '"') {
      static_cast<void>(quoted(rest));
      continue;
    }
    rest.remove_prefix(1);
    skip_spaces(rest);
    const std::size_t equals = rest.find('=');
    if (equals == rest.npos) return std::nullopt;
    const std::string key = in_small_letters(rest.substr(0, equals));
    if (key.find_first_of(";\" ") != key.npos) continue;
    rest.remove_prefix(equals + 1);
    const std::string value =
        rest.starts_with('"') ? quoted(rest) : std::string(rest.substr(0, rest.find(';')));
    if (key == name) return value;
  }
}

// nullopt if it is the head of no field.
std::optional<PartHead> part_head(std::string_view text) {
  PartHead head;
  bool has_name = false;
  while (!text.empty()) {
    const std::size_t end = text.find("\r\n");
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end == text.npos ? text.size() : end + 2);
    const std::size_t colon = line.find(':');
    if (colon == line.npos) return std::nullopt;
    const std::string name = in_small_letters(line.substr(0, colon));
    std::string_view value = line.substr(colon + 1);
    skip_spaces(value);
    if (name == "content-type") head.type = value;
    if (name != "content-disposition") continue;
    if (!in_small_letters(value).starts_with("form-data")) return std::nullopt;
    const auto field = parameter(value, "name");
    if (!field) return std::nullopt;
    has_name = true;
    head.field = as_written(*field);
    head.file_name = as_written(parameter(value, "filename").value_or(""));
  }
  return has_name ? std::optional(head) : std::nullopt;
}

}  // namespace

std::optional<std::string> boundary_of(std::string_view content_type) {
  if (!in_small_letters(content_type).starts_with("multipart/form-data")) return std::nullopt;
  const auto boundary = parameter(content_type, "boundary");
  if (!boundary || boundary->empty() || boundary->size() > 200) return std::nullopt;
  return boundary;
}

// The first delimiter may stand at the very beginning: as if a line had ended before it.
Multipart::Multipart(const std::string& boundary, PartSink& sink)
    : delimiter_("\r\n--" + boundary), sink_(sink), left_("\r\n") {}

Multipart::State Multipart::feed(std::string_view bytes) {
  if (state_ != State::reading) return state_;
  left_ += bytes;
  while (state_ == State::reading && (is_in_head_ ? take_head() : take_content())) {
  }
  if (state_ != State::reading) left_.clear();
  return state_;
}

void Multipart::give(std::size_t size) {
  if (is_in_part_ && size > 0 && !sink_.bytes(std::string_view(left_).substr(0, size)))
    state_ = State::stopped;
  left_.erase(0, size);
}

bool Multipart::take_content() {
  const std::size_t found = left_.find(delimiter_);
  if (found == left_.npos) {
    if (left_.size() >= delimiter_.size()) give(left_.size() - delimiter_.size() + 1);
    return false;
  }
  const std::size_t behind = found + delimiter_.size();
  const std::size_t sign = std::min(left_.find_first_not_of(" \t", behind), left_.size());
  if (sign - behind > padding_bytes_most) state_ = State::malformed;
  if (state_ != State::reading || sign + 2 > left_.size()) return false;
  const std::string_view two = std::string_view(left_).substr(sign, 2);
  if (two != "--" && two != "\r\n") {
    // The content only begins like a delimiter.
    give(found + 2);
    return state_ == State::reading;
  }
  const bool is_last = two == "--";
  const std::size_t rest = left_.size() - (sign + 2);
  give(found);
  left_.erase(0, left_.size() - rest);
  is_in_part_ = false;
  if (state_ == State::reading && is_last) state_ = State::ended;
  is_in_head_ = true;
  return state_ == State::reading;
}

bool Multipart::take_head() {
  const std::size_t end = left_.find("\r\n\r\n");
  if (end == left_.npos || end > head_bytes_most) {
    // The end of a head that is just short enough may be here only in part.
    if (end != left_.npos || left_.size() >= head_bytes_most + 4) state_ = State::malformed;
    return false;
  }
  const auto head = part_head(std::string_view(left_).substr(0, end));
  left_.erase(0, end + 4);
  if (!head || ++parts_ > parts_most) {
    state_ = State::malformed;
    return false;
  }
  if (!sink_.begin(*head)) state_ = State::stopped;
  is_in_head_ = false;
  is_in_part_ = true;
  return state_ == State::reading;
}

}  // namespace sanaq::http
