#include "sanaq/disclose/public_text.h"

#include <algorithm>

#include "sanaq/base/files.h"
#include "sanaq/disclose/list_names.h"
#include "sanaq/draw/markup.h"
#include "sanaq/pages/public_case.h"
#include "sanaq/persons/case_names.h"

namespace sanaq::disclose {
namespace {

constexpr std::size_t hash_digits = 64, address_digits = 16;

bool is_letter_or_digit(char byte) {
  return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
         (byte >= 'A' && byte <= 'Z') || (static_cast<unsigned char>(byte) & 0x80U) != 0;
}

// The end of the run of letters and digits that begins at `from`.
std::size_t end_of_run(std::string_view text, std::size_t from) {
  while (from < text.size() && is_letter_or_digit(text[from])) ++from;
  return from;
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& letter : out) {
    if (letter >= 'A' && letter <= 'F') letter = static_cast<char>(letter - 'A' + 'a');
  }
  return out;
}

bool is_hex(std::string_view text) {
  return text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

}  // namespace

PublicText::PublicText(const investigation::Outcome& outcome,
                       const investigation::OpenPeople& people, const HiddenNames* hidden)
    : outcome_(outcome), people_(people), hidden_(hidden), open_hashes_(outcome.public_documents) {
  for (const auto& list : outcome.config.lists) {
    files_.insert({list.file, base::join("lists", list.file)});
    if (!list.publish_hash) continue;
    for (const auto& report : outcome.lists) {
      if (report.name == list.name) open_hashes_.insert(report.version);
    }
  }
  for (const auto& table : outcome.config.tables) {
    files_.insert({table.file, base::file_name(table.file)});
    for (const auto& [path, sha256] : outcome.provenance.inputs) {
      if (table.publish_hash && path == table.file) open_hashes_.insert(sha256);
    }
  }
}

std::string PublicText::hash(std::string_view digits) const {
  const std::string sha256 = lower(digits);
  if (open_hashes_.contains(sha256)) return std::string(digits);
  if (!outcome_.addresses.has_secret()) return std::string(pages::closed_reference);
  return persons::commitment_to(outcome_.addresses.secret, "document", sha256).commitment;
}

bool PublicText::is_known(std::string_view address) const {
  if (!known_) known_.emplace(outcome_);
  return known_->record(address).has_value();
}

std::string PublicText::cleaned(const std::string& text) const {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = end_of_run(text, at);
    const std::string run = text.substr(at, std::max<std::size_t>(end - at, 1));
    at += run.size();
    const std::string digits = lower(run);
    if (run.size() == hash_digits && is_hex(digits)) {
      out += hash(run);
    } else if (run.size() == address_digits && is_hex(digits) && is_known(digits)) {
      const std::string page = people_.page(digits);
      out += page.empty() ? std::string(pages::closed_reference) : page;
    } else {
      out += run;
    }
  }
  return hidden_ == nullptr ? draw::harmless(out) : hidden_->without(draw::harmless(out));
}

std::string PublicText::cleaned_source(const std::string& text) const {
  for (const auto& list : outcome_.config.lists) {
    if (persons::is_record_reference(text, outcome_.config) && text.starts_with(list.name + ":"))
      return ListNames(outcome_.config).of(list.name);
  }
  const bool is_file = std::any_of(files_.begin(), files_.end(), [&](const std::string& file) {
    return text == file || text.starts_with(file + ":");
  });
  return is_file ? std::string() : cleaned(text);
}

}  // namespace sanaq::disclose
