#include "sanaq/evidence/fact.h"

#include <algorithm>
#include <array>
#include <utility>

#include "sanaq/text/encoding.h"

namespace sanaq::evidence {
namespace {

using base::message;

struct Rule {
  std::string_view word;  // lower case, anywhere in the key
  Betrays betrays;
};

// The first that fits counts; a word too many seals a harmless fact, a word too few betrays
// somebody.
constexpr std::array rules = {
    Rule{"gps", Betrays::place},
    Rule{"subjectlocation", Betrays::nothing},  // a point in the picture
    Rule{"creatortool", Betrays::nothing},      // a program that thousands have
    Rule{"pdf.creator", Betrays::nothing},      // the same: in a PDF no person
    Rule{"thumbnail", Betrays::thumbnail},
    Rule{"trackedchanges", Betrays::history},
    Rule{"history", Betrays::history},
    Rule{"derivedfrom", Betrays::history},
    Rule{"ingredients", Betrays::history},
    Rule{"editing", Betrays::history},
    Rule{"revision", Betrays::history},
    Rule{"earlier", Betrays::history},
    Rule{"pieceinfo", Betrays::history},
    Rule{"comment", Betrays::comments},
    Rule{"serial", Betrays::serial},
    Rule{"uniqueid", Betrays::serial},
    Rule{"documentid", Betrays::serial},
    Rule{"instanceid", Betrays::serial},
    Rule{"uuid", Betrays::serial},
    Rule{"rsid", Betrays::serial},
    Rule{"enclosed", Betrays::enclosed},
    Rule{"city", Betrays::place},
    Rule{"location", Betrays::place},
    Rule{"province", Betrays::place},
    Rule{"country", Betrays::place},
    Rule{"sublocation", Betrays::place},
    Rule{"artist", Betrays::person},
    Rule{"author", Betrays::person},
    Rule{"owner", Betrays::person},
    Rule{"byline", Betrays::person},
    Rule{"writer", Betrays::person},
    Rule{"contact", Betrays::person},
    Rule{"email", Betrays::person},
    Rule{"modifiedby", Betrays::person},
    Rule{"printed-by", Betrays::person},
    Rule{"creator", Betrays::person},
    Rule{"photographer", Betrays::person},
    Rule{"manager", Betrays::person},
    Rule{"company", Betrays::person},
    Rule{"credit", Betrays::person},
    Rule{"copyright", Betrays::person},
    Rule{"rights", Betrays::person},
    Rule{"person", Betrays::person},
    Rule{"signature", Betrays::person},
    Rule{"username", Betrays::person},
    Rule{".source", Betrays::person},
    Rule{"custom.",
         Betrays::person},  // fields that somebody named himself: nobody knows what is in them
    Rule{"user-defined", Betrays::person},
    Rule{".make", Betrays::device},
    Rule{"makernote", Betrays::device},
    Rule{"model", Betrays::device},
    Rule{"lens", Betrays::device},
    Rule{"hostcomputer", Betrays::device},
    Rule{"software", Betrays::device},
    Rule{"printer", Betrays::device},
    Rule{"path", Betrays::device},
    Rule{"hyperlinkbase", Betrays::device},
};

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), [](char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
  });
  return out;
}

// "C:\\Users\\…", "file:///home/…": a folder is often called after the person.
bool is_path(std::string_view value) {
  const bool has_drive =
      value.size() > 2 && value[1] == ':' && (value[2] == '\\' || value[2] == '/');
  return has_drive || value.starts_with("file:") || value.starts_with("\\\\") ||
         value.starts_with("/home/") || value.starts_with("/Users/");
}

// At most so many bytes, cut before a character, never within one.
std::string cut(std::string text) {
  if (text.size() <= value_bytes_max) return text;
  const std::size_t size = text.size();
  std::size_t end = value_bytes_max;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end) + "… (" + std::to_string(size) + " bytes)";
}

}  // namespace

Betrays betrays_by_key(std::string_view key) {
  const std::string words = lower(key);
  const auto rule = std::find_if(rules.begin(), rules.end(), [&](const Rule& each) {
    return words.find(each.word) != std::string::npos;
  });
  return rule == rules.end() ? Betrays::nothing : rule->betrays;
}

Fact fact(std::string key, std::string_view value, std::string where) {
  for (char& letter : key) {
    if (letter < '!' || letter > '~') letter = '_';
  }
  std::string text = text::is_valid_utf8(value)
                         ? std::string(value)
                         : text::to_utf8(value, text::detect_encoding(value));
  std::erase(text, '\0');
  if (text.empty()) text = "present";
  Betrays betrays = betrays_by_key(key);
  if (betrays == Betrays::nothing && is_path(text)) betrays = Betrays::device;
  return {std::move(key), cut(std::move(text)), std::move(where), betrays};
}

base::Message in_words(Betrays betrays) {
  switch (betrays) {
    case Betrays::place:
      return message("the place where it was made (GPS or names of places)");
    case Betrays::person:
      return message("a name or a way to reach somebody (author, owner, who saved it last)");
    case Betrays::serial:
      return message("a number that only this device or this file has (serial number, identifier)");
    case Betrays::device:
      return message("the device, the program or a folder of the computer that it was made with");
    case Betrays::thumbnail:
      return message(
          "a small picture of it (thumbnail), which may show what was cut away or covered later");
    case Betrays::history:
      return message("its editing history (earlier versions, tracked changes)");
    case Betrays::comments:
      return message("comments");
    case Betrays::enclosed:
      return message("other files within it");
    case Betrays::nothing:
      break;
  }
  return message("nothing that betrays anybody");
}

}  // namespace sanaq::evidence
