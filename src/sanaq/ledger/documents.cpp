#include "sanaq/ledger/documents.h"

#include <algorithm>
#include <array>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "sanaq/base/error.h"
#include "sanaq/base/moves.h"
#include "sanaq/base/path_kind.h"
#include "sanaq/base/sha256.h"
#include "sanaq/base/shown.h"
#include "sanaq/ledger/body_schema.h"
#include "sanaq/ledger/reader.h"

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
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 19> types = {
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
       {".pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"},
       {".odt", "application/vnd.oasis.opendocument.text"},
       {".ods", "application/vnd.oasis.opendocument.spreadsheet"},
       {".odp", "application/vnd.oasis.opendocument.presentation"}}};
  for (const auto& [known, type] : types) {
    if (known == ending) return std::string(type);
  }
  return "application/octet-stream";
}

// The name under evidence/ that begins with the hash; empty where none does.
std::string name_by_hash(const std::string& folder, const std::string& sha256) {
  if (!base::folder_exists(folder)) return "";
  for (const std::string& name : base::list_folder(folder)) {
    if (is_evidence_file("evidence/" + name, sha256) &&
        name.find(".unfinished") == std::string::npos)
      return name;
  }
  return "";
}

bool has_hash(const std::string& path, const std::string& sha256) {
  return base::path_kind(path) == base::PathKind::file && base::sha256_of_file(path) == sha256;
}

void expect_hash(const std::string& path, const std::string& sha256) {
  if (has_hash(path, sha256)) return;
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

// Files that are put under their hash. What this put there and moved aside is undone where their
// entries could not be written: bytes that nothing tells of would stay for ever.
class EvidenceFolder {
 public:
  explicit EvidenceFolder(const std::string& investigation)
      : investigation_(investigation), folder_(base::join(investigation, "evidence")) {}
  EvidenceFolder(const EvidenceFolder&) = delete;
  EvidenceFolder& operator=(const EvidenceFolder&) = delete;
  ~EvidenceFolder() {
    if (is_entered_) return;
    try {
      for (const std::string& path : written_) base::remove_file(path);
      for (const auto& [from, to] : moved_) base::move_new(from, to);
      if (is_new_) base::remove_folder_if_empty(folder_);
    } catch (const base::Error&) {
      // The failure that led here is told; what stays is named by `sanaq documents`.
    }
  }
  void keep() { is_entered_ = true; }

  // Puts the bytes under their hash, where they are not there yet, and checks what stands there.
  // What has the name and not the bytes makes way: with it nobody could ever enter the right ones.
  AddedDocument store(const NewDocument& document) {
    AddedDocument added;
    added.sha256 = base::sha256_hex(document.bytes);
    added.size = static_cast<std::int64_t>(document.bytes.size());
    std::string name = name_by_hash(folder_, added.sha256);
    if (!name.empty() && !has_hash(base::join(folder_, name), added.sha256)) {
      added.moved_aside =
          base::move_aside(investigation_, base::join(folder_, name), "evidence/" + name);
      moved_.emplace_back(base::join(investigation_, added.moved_aside), base::join(folder_, name));
      name.clear();
    }
    added.was_known = !name.empty();
    if (name.empty()) {
      name = added.sha256 + plain_ending(document.name);
      is_new_ = is_new_ || !base::folder_exists(folder_);
      base::make_folder(folder_);
      written_.push_back(base::join(folder_, name));
      base::write_file_whole(written_.back(), document.bytes);
    }
    expect_hash(base::join(folder_, name), added.sha256);
    added.file = "evidence/" + name;
    return added;
  }

 private:
  const std::string& investigation_;
  std::string folder_;
  std::vector<std::string> written_;
  std::vector<std::pair<std::string, std::string>> moved_;  // where it is now, where it was
  bool is_new_ = false;
  bool is_entered_ = false;
};

json document_body(const NewDocument& document, const AddedDocument& added) {
  json body = {{"file", added.file},
               {"name", base::as_utf8(document.name)},
               {"obtained", custody_json(document.custody)},
               {"original", document.custody.is_original},
               {"sha256", added.sha256},
               {"size", added.size},
               {"type", media_type(plain_ending(document.name))}};
  if (!document.custody.of.empty()) body["of"] = document.custody.of;
  if (!document.custody.visibility.empty()) body["visibility"] = document.custody.visibility;
  return body;
}

constexpr std::array<std::string_view, 3> visibilities = {"public", "restricted", "sealed"};

// How strict a word is; what nobody knows (another program's word) is as strict as can be.
std::size_t strictness(std::string_view visibility) {
  const auto found = std::find(visibilities.begin(), visibilities.end(), visibility);
  return std::min<std::size_t>(static_cast<std::size_t>(found - visibilities.begin()), 2);
}

std::string visibility_of(const std::vector<CustodyEntry>& custody) {
  std::size_t strictest = 0;
  bool is_said = false;
  for (const CustodyEntry& entry : custody) {
    if (entry.custody.visibility.empty()) continue;
    is_said = true;
    strictest = std::max(strictest, strictness(entry.custody.visibility));
  }
  return std::string(is_said ? visibilities[strictest] : visibilities[1]);
}

CustodyEntry custody_of(const Entry& entry, const json& body) {
  const json obtained = body.value("obtained", json::object());
  return {{entry.writer, entry.seq},
          entry.time,
          "",
          body.value("name", ""),
          {obtained.value("when", ""), obtained.value("by", ""), obtained.value("how", ""),
           obtained.value("from", ""), body.value("original", true), body.value("of", ""),
           body.value("visibility", "")}};
}

}  // namespace

std::string document_subject(std::string_view sha256) { return "document:" + std::string(sha256); }

std::vector<AddedDocument> add_documents(Writer& writer,
                                         const std::vector<NewDocument>& documents) {
  std::vector<AddedDocument> added;
  std::vector<std::pair<std::string, json>> entries;
  std::vector<std::size_t> places;  // of each document among the entries
  EvidenceFolder folder(writer.investigation());
  for (const NewDocument& document : documents) {
    added.push_back(folder.store(document));
    places.push_back(entries.size());
    entries.emplace_back("document", document_body(document, added.back()));
    for (Statement statement : document.statements) {
      statement.subject = document_subject(added.back().sha256);
      entries.emplace_back("statement", body_of(statement));
    }
  }
  const std::vector<Entry> written = writer.append_all(entries);
  folder.keep();
  for (std::size_t at = 0; at < added.size(); ++at) added[at].entry = written[places[at]];
  return added;
}

AddedDocument add_document(Writer& writer, const std::string& source_path, const Custody& custody) {
  const base::MappedFile source(source_path);
  return add_documents(writer, {{source.bytes(), base::file_name(source_path), custody}}).front();
}

std::vector<Document> documents(const std::string& investigation) {
  std::vector<Document> found;
  std::map<std::string, std::size_t> places;
  visit_in_force(investigation, "document", [&](const Entry& entry, const json& body) {
    const std::string sha256 = body.value("sha256", "");
    const auto [place, is_new] = places.emplace(sha256, found.size());
    if (is_new)
      found.push_back({sha256,
                       body.value("file", ""),
                       body.value("type", ""),
                       body.value("size", std::int64_t(0)),
                       "",
                       {}});
    found[place->second].custody.push_back(custody_of(entry, body));
  });
  if (found.empty()) return found;
  const FolderFacts folder = gather_facts(investigation);
  const std::map<std::string, std::string> names =
      names_of_writers(folder, standing_here(investigation, folder));
  for (Document& document : found) {
    document.visibility = visibility_of(document.custody);
    for (CustodyEntry& entry : document.custody) {
      const auto name = names.find(entry.place.writer);
      entry.author = name == names.end() || name->second.empty() ? entry.place.writer.substr(0, 8)
                                                                 : name->second;
    }
  }
  return found;
}

std::vector<std::string> unlisted_files(const std::string& investigation,
                                        const std::vector<Document>& documents) {
  const std::string evidence = base::join(investigation, "evidence");
  if (!base::folder_exists(evidence)) return {};
  std::set<std::string> listed;
  for (const Document& document : documents) listed.insert(base::file_name(document.file));
  visit_in_force(investigation, "testimony", [&](const Entry&, const json& body) {
    listed.insert(base::file_name(body.value("file", "")));
  });
  std::vector<std::string> names = base::list_folder(evidence);
  std::erase_if(names, [&](const std::string& name) { return listed.contains(name); });
  return names;
}

}  // namespace sanaq::ledger
