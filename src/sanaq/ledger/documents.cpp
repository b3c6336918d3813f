#include "sanaq/ledger/documents.h"

#include <array>
#include <nlohmann/json.hpp>
#include <utility>

#include "sanaq/base/error.h"
#include "sanaq/base/sha256.h"

namespace sanaq::ledger {
namespace {

using base::message;
using nlohmann::json;

// ".jpg" of "Photo 1.JPG"; none for endings that are no plain word.
std::string plain_ending(const std::string& path) {
  const std::string name = base::file_name(path);
  const std::size_t point = name.rfind('.');
  if (point == std::string::npos || point == 0 || name.size() - point > 9) return "";
  std::string ending = ".";
  for (std::size_t at = point + 1; at < name.size(); ++at) {
    const char letter =
        name[at] >= 'A' && name[at] <= 'Z' ? static_cast<char>(name[at] - 'A' + 'a') : name[at];
    if (!((letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9'))) return "";
    ending += letter;
  }
  return ending.size() > 1 ? ending : "";
}

std::string media_type(std::string_view ending) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 16> types = {
      {{".jpg", "image/jpeg"},
       {".jpeg", "image/jpeg"},
       {".png", "image/png"},
       {".tif", "image/tiff"},
       {".heic", "image/heic"},
       {".pdf", "application/pdf"},
       {".mp4", "video/mp4"},
       {".mov", "video/quicktime"},
       {".mp3", "audio/mpeg"},
       {".wav", "audio/wav"},
       {".txt", "text/plain"},
       {".html", "text/html"},
       {".csv", "text/csv"},
       {".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
       {".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
       {".odt", "application/vnd.oasis.opendocument.text"}}};
  for (const auto& [known, type] : types) {
    if (known == ending) return std::string(type);
  }
  return "application/octet-stream";
}

// The name under evidence/ that begins with the hash; empty where none does.
std::string name_by_hash(const std::string& folder, const std::string& sha256) {
  if (!base::folder_exists(folder)) return "";
  for (const std::string& name : base::list_folder(folder)) {
    if (name.starts_with(sha256) && name.find(".unfinished") == std::string::npos) return name;
  }
  return "";
}

void expect_hash(const std::string& path, const std::string& sha256) {
  if (base::sha256_of_file(path) == sha256) return;
  throw base::Error(base::Kind::corrupt, message("{}: the bytes are not those of its name; put the "
                                                 "file back from another copy, nothing was entered",
                                                 path));
}

json custody_json(const Custody& custody) {
  json obtained = json::object();
  for (const auto& [key, value] : {std::pair<const char*, const std::string&>{"by", custody.by},
                                   {"from", custody.from},
                                   {"how", custody.how},
                                   {"when", custody.when}}) {
    if (!value.empty()) obtained[key] = value;
  }
  return obtained;
}

}  // namespace

AddedDocument add_document(Writer& writer, const std::string& source_path, const Custody& custody) {
  const base::MappedFile source(source_path);
  AddedDocument added;
  added.sha256 = base::sha256_hex(source.bytes());
  added.size = static_cast<std::int64_t>(source.bytes().size());
  const std::string evidence = base::join(writer.investigation(), "evidence");
  std::string name = name_by_hash(evidence, added.sha256);
  added.was_known = !name.empty();
  if (name.empty()) {
    name = added.sha256 + plain_ending(source_path);
    base::make_folder(evidence);
    base::write_file_whole(base::join(evidence, name), source.bytes());
  }
  expect_hash(base::join(evidence, name), added.sha256);
  added.file = "evidence/" + name;
  json body = {{"file", added.file},
               {"name", base::file_name(source_path)},
               {"obtained", custody_json(custody)},
               {"original", custody.is_original},
               {"sha256", added.sha256},
               {"size", added.size},
               {"type", media_type(plain_ending(source_path))}};
  if (!custody.of.empty()) body["of"] = custody.of;
  added.entry = writer.append("document", body);
  return added;
}

}  // namespace sanaq::ledger
