#include "sanaq/publish/log_cosignatures.h"

#include <algorithm>

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/path_kind.h"
#include "sanaq/investigation/published_places.h"

namespace sanaq::publish {
namespace {

using base::Error;
using base::Kind;
using base::message;

constexpr std::size_t key_id_bytes = 4;
constexpr std::size_t lines_max = 56;  // a note has 64 at most; some are the log's own

bool is_same_key(const log::NoteSignature& left, const log::NoteSignature& right) {
  return left.name == right.name &&
         left.bytes.substr(0, key_id_bytes) == right.bytes.substr(0, key_id_bytes);
}

bool is_by(const log::NoteSignature& line, const log::NoteKey& key) {
  return line.name == key.name && line.bytes.starts_with(key_id(key));
}

bool is_by_one_of(const log::NoteSignature& line, const std::vector<log::NoteKey>& keys) {
  return std::any_of(keys.begin(), keys.end(),
                     [&](const log::NoteKey& key) { return is_by(line, key); });
}

void judge(const std::string& note_text, const Cosignatures& given, std::size_t row,
           const log::NoteSignature& line, std::vector<base::Message>& said) {
  const auto known = std::find_if(given.witnesses.begin(), given.witnesses.end(),
                                  [&](const log::NoteKey& key) { return is_by(line, key); });
  if (known == given.witnesses.end()) {
    said.push_back(
        message("{}, row {}: nobody said which key {} has, so its line is kept and was "
                "not judged; name the key with --witness",
                given.file, row, line.name));
    return;
  }
  if (!cosigned_at({note_text, {line}}, *known))
    throw Error(
        Kind::bad_input,
        message("{}, row {}: the line of {} does not hold for the checkpoint of this site, so "
                "nothing was taken; ask the witness to look at the newest site and send the "
                "line again",
                given.file, row, line.name));
}

std::string kept_path(const std::string& investigation, std::uint64_t size) {
  return base::join(investigation, std::string(investigation::published_openings) + "/" +
                                       std::to_string(size) + ".cosignatures");
}

[[noreturn]] void refuse_kept(const std::string& path) {
  throw Error(Kind::corrupt, message("{}: this is not as sanaq has written it; put the file back "
                                     "from a copy of the folder",
                                     path));
}

}  // namespace

Cosignatures parse_cosignatures(const std::string& file, std::string_view text,
                                std::vector<log::NoteKey> witnesses) {
  Cosignatures given{file, "", {}, std::move(witnesses)};
  std::size_t row = 1;
  // Lines with an empty row between them are no note: no note begins with a signature.
  const bool has_text = !log::parse_signature_line(text.substr(0, text.find('\n')));
  if (const auto note = log::parse_note(text); note && has_text) {
    given.note = note->text;
    row += static_cast<std::size_t>(std::count(given.note.begin(), given.note.end(), '\n')) + 1;
    text.remove_prefix(given.note.size() + 1);
  }
  for (; !text.empty(); ++row) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty()) continue;
    auto signature = log::parse_signature_line(line);
    if (!signature)
      throw Error(
          Kind::bad_input,
          message("{}, row {}: this is no line of a signature as sanaq witness prints it, so "
                  "nothing was taken; copy the line again, whole",
                  file, row));
    given.lines.emplace_back(row, std::move(*signature));
  }
  if (given.lines.empty())
    throw Error(Kind::bad_input,
                message("{}: no line of a witness stands here; sanaq witness prints one", file));
  return given;
}

std::vector<log::NoteSignature> with_cosignatures(const std::string& note_text,
                                                  const std::vector<log::NoteKey>& own,
                                                  const std::vector<log::NoteSignature>& kept,
                                                  const Cosignatures& given,
                                                  std::vector<base::Message>& said) {
  std::vector<log::NoteSignature> all = kept;
  if (!given.note.empty() && given.note != note_text)
    throw Error(Kind::bad_input,
                message("{}: this is the checkpoint of another state of the site, or of another "
                        "site; ask the witness to look at the newest one",
                        given.file));
  for (const auto& [row, line] : given.lines) {
    if (is_by_one_of(line, own)) {
      if (!given.note.empty()) continue;
      throw Error(Kind::bad_input,
                  message("{}, row {}: this is a signature of the log's own key, and no witness's; "
                          "take the row out",
                          given.file, row));
    }
    judge(note_text, given, row, line, said);
    const log::NoteSignature& added = line;
    std::erase_if(all, [&](const log::NoteSignature& one) { return is_same_key(one, added); });
    all.push_back(line);
  }
  if (all.size() > lines_max)
    throw Error(Kind::bad_input, message("{}: a checkpoint has at most {} lines of witnesses",
                                         given.file, lines_max));
  return all;
}

std::vector<log::NoteSignature> read_cosignatures(const std::string& investigation,
                                                  std::uint64_t size) {
  const std::string path = kept_path(investigation, size);
  if (base::path_kind(path) == base::PathKind::nothing) return {};
  const std::string text =
      base::path_kind(path) == base::PathKind::file ? base::read_file(path) : std::string();
  std::vector<log::NoteSignature> lines;
  for (std::string_view left = text; !left.empty();) {
    const std::size_t end = std::min(left.find('\n'), left.size());
    const auto line = log::parse_signature_line(left.substr(0, end));
    if (!line || lines.size() == lines_max) refuse_kept(path);
    lines.push_back(*line);
    left.remove_prefix(std::min(end + 1, left.size()));
  }
  if (lines.empty()) refuse_kept(path);
  return lines;
}

void merge_cosignatures(const std::string& investigation, const std::string& other,
                        std::uint64_t size) {
  std::vector<log::NoteSignature> all = read_cosignatures(investigation, size);
  const std::size_t before = all.size();
  for (const log::NoteSignature& line : read_cosignatures(other, size)) {
    const bool is_new = std::none_of(all.begin(), all.end(), [&](const log::NoteSignature& one) {
      return is_same_key(one, line);
    });
    if (is_new && all.size() < lines_max) all.push_back(line);
  }
  if (all.size() > before) keep_cosignatures(investigation, size, all);
}

void keep_cosignatures(const std::string& investigation, std::uint64_t size,
                       const std::vector<log::NoteSignature>& lines) {
  std::string text;
  for (const log::NoteSignature& line : lines) text += signature_line(line) + "\n";
  const std::string path = kept_path(investigation, size);
  base::make_folder(base::parent_folder(path));
  base::write_file_whole(path, text);
}

}  // namespace sanaq::publish
