#include "sanaq/http/form.h"

#include <fmt/format.h>

#include <optional>

namespace sanaq::http {
namespace {

std::optional<int> hex_digit(char letter) {
  if (letter >= '0' && letter <= '9') return letter - '0';
  if (letter >= 'a' && letter <= 'f') return letter - 'a' + 10;
  if (letter >= 'A' && letter <= 'F') return letter - 'A' + 10;
  return std::nullopt;
}

bool stays(char letter) {
  return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'z') ||
         (letter >= 'A' && letter <= 'Z') || letter == '-' || letter == '.' || letter == '_' ||
         letter == '~';
}

}  // namespace

const std::string& Form::value(std::string_view name) const {
  static const std::string nothing;
  for (const auto& [field, text] : fields) {
    if (field == name) return text;
  }
  return nothing;
}

bool Form::has(std::string_view name) const {
  for (const auto& field : fields) {
    if (field.first == name) return true;
  }
  return false;
}

std::vector<std::string> Form::values(std::string_view name) const {
  std::vector<std::string> found;
  for (const auto& [field, text] : fields) {
    if (field == name) found.push_back(text);
  }
  return found;
}

Form parse_form(std::string_view encoded) {
  Form form;
  while (!encoded.empty()) {
    const std::size_t end = encoded.find('&');
    const std::string_view pair = encoded.substr(0, end);
    const std::size_t equals = pair.find('=');
    if (!pair.empty())
      form.fields.emplace_back(
          percent_decoded(pair.substr(0, equals), true),
          equals == pair.npos ? "" : percent_decoded(pair.substr(equals + 1), true));
    if (end == encoded.npos) break;
    encoded.remove_prefix(end + 1);
  }
  return form;
}

std::string percent_decoded(std::string_view text, bool plus_is_space) {
  std::string decoded;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '%' && at + 2 < text.size()) {
      const std::optional<int> high = hex_digit(text[at + 1]), low = hex_digit(text[at + 2]);
      if (high && low) {
        decoded += static_cast<char>(*high * 16 + *low);
        at += 2;
        continue;
      }
    }
    decoded += plus_is_space && text[at] == '+' ? ' ' : text[at];
  }
  return decoded;
}

std::string percent_encoded(std::string_view text) {
  std::string encoded;
  for (const char letter : text) {
    if (stays(letter))
      encoded += letter;
    else
      encoded += fmt::format("%{:02X}", static_cast<unsigned char>(letter));
  }
  return encoded;
}

}  // namespace sanaq::http
