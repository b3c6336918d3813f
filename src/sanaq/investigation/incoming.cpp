#include "sanaq/investigation/incoming.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "sanaq/base/append_file.h"
#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/path_kind.h"
#include "sanaq/base/replace_file.h"
#include "sanaq/base/shown.h"
#include "sanaq/base/system.h"
#include "sanaq/investigation/own_places.h"
#include "sanaq/text/letters.h"

namespace sanaq::investigation {
namespace {

using base::Error;
using base::Kind;
using base::message;
using Json = nlohmann::json;

constexpr std::size_t id_digits = 16;

std::string place(const std::string& folder) {
  return base::join(folder, std::string(incoming_folder));
}

bool is_id(std::string_view id) {
  return id.size() == id_digits && id.find_first_not_of("0123456789abcdef") == id.npos;
}

// Not secret, only new.
std::string new_id() {
  static std::atomic<std::int64_t> count = 0;
  return base::sha256_hex(fmt::format("{} {} {} {}", base::process_id(), base::now_utc(),
                                      base::steady_seconds(), ++count))
      .substr(0, id_digits);
}

std::string incoming_about_path(const std::string& folder, const std::string& id) {
  return base::join(place(folder), id + ".json");
}
std::string whole_path(const std::string& folder, const std::string& id) {
  return base::join(place(folder), id + ".file");
}

void expect_place(const std::string& folder) {
  expect_real_rooms(folder);
  if (base::path_kind(place(folder)) == base::PathKind::link)
    throw Error(Kind::bad_input, message("{}: this is a symbolic link; files that arrive would be "
                                         "written elsewhere; remove it",
                                         incoming_folder));
  base::make_private_folder(place(folder));
}

std::optional<Incoming> read_about(const std::string& folder, const std::string& id) {
  if (!is_id(id) || !base::file_exists(whole_path(folder, id)) ||
      !base::file_exists(incoming_about_path(folder, id)))
    return std::nullopt;
  const Json about = Json::parse(base::read_file(incoming_about_path(folder, id)), nullptr, false);
  if (!about.is_object()) return std::nullopt;
  const auto text = [&](const char* key) {
    const auto found = about.find(key);
    return found != about.end() && found->is_string() ? found->get<std::string>() : std::string();
  };
  // What stands there may have been written by somebody else.
  Incoming file{id, base::portable_file_name(base::file_name(text("name"))), text("sha256"),
                base::file_size(whole_path(folder, id))};
  if (file.name.empty() || file.name.starts_with('.')) return std::nullopt;
  return file;
}

// "0123456789abcdef.4711.part" -> 4711; 0 for another name.
std::int64_t process_of_part(const std::string& name) {
  if (!name.ends_with(".part") || name.size() <= id_digits + 1 || name[id_digits] != '.' ||
      !is_id(name.substr(0, id_digits)))
    return 0;
  const std::string digits =
      name.substr(id_digits + 1, name.size() - id_digits - 1 - std::string_view(".part").size());
  constexpr std::size_t digits_max = 10;
  if (digits.empty() || digits.size() > digits_max ||
      digits.find_first_not_of("0123456789") != digits.npos)
    return 0;
  return std::stoll(digits);
}

}  // namespace

std::string incoming_name(std::string_view sent) {
  const std::size_t slash = sent.find_last_of("/\\");
  if (slash != sent.npos) sent.remove_prefix(slash + 1);
  while (!sent.empty() && (sent.front() == '.' || sent.front() == ' ')) sent.remove_prefix(1);
  if (sent.starts_with("~$"))
    throw Error(Kind::bad_input,
                message("{}: this is what Excel keeps beside a file that is open, not the file "
                        "itself; choose the one without ~$",
                        base::shown(sent)));
  if (sent.empty()) return "list";
  const std::string name = base::portable_file_name(base::as_utf8(sent));
  const std::size_t letters = text::to_utf32(name).size();
  // A name of a file has at most 255 bytes.
  constexpr std::size_t bytes_max = 240;
  if (letters > file_name_letters_max || name.size() > bytes_max)
    throw Error(Kind::bad_input,
                message("a file's name has {} letters; give it a shorter one, of at most {}, and "
                        "send it again",
                        letters, file_name_letters_max));
  return name;
}

struct Arrival::Inside {
  std::string folder, id, part;
  Incoming file;
  base::Sha256 hash;
  std::optional<base::AppendFile> bytes;
};

Arrival::Arrival(const std::string& folder, std::string_view name)
    : inside_(std::make_unique<Inside>()) {
  inside_->file.name = incoming_name(name);
  expect_place(folder);
  inside_->folder = folder;
  inside_->file.id = new_id();
  inside_->part =
      base::join(place(folder), fmt::format("{}.{}.part", inside_->file.id, base::process_id()));
  inside_->bytes.emplace(inside_->part);
}

Arrival::~Arrival() {
  if (!inside_->bytes) return;
  inside_->bytes.reset();
  try {
    base::remove_file(inside_->part);
  } catch (const base::Error&) {
    // The next command that writes removes it (drop_cut_arrivals).
  }
}

void Arrival::add(std::string_view bytes) {
  inside_->file.bytes += static_cast<std::int64_t>(bytes.size());
  if (inside_->file.bytes > incoming_bytes_max)
    throw Error(Kind::bad_input,
                message("{}: a file of more than {} MB is not taken in here; part it, or put it "
                        "into the folder lists/ yourself",
                        inside_->file.name, incoming_bytes_max >> 20));
  inside_->hash.add(bytes);
  inside_->bytes->append(bytes);
}

Incoming Arrival::finish() {
  Incoming& file = inside_->file;
  if (file.bytes == 0) throw Error(Kind::bad_input, message("{}: the file is empty", file.name));
  inside_->bytes->sync();
  file.sha256 = inside_->hash.hex();
  base::write_private_file_whole(
      incoming_about_path(inside_->folder, file.id),
      Json({{"name", file.name}, {"sha256", file.sha256}}).dump() + "\n");
  base::replace_file(inside_->part, whole_path(inside_->folder, file.id));
  inside_->bytes.reset();
  base::sync_folder(place(inside_->folder));
  return file;
}

std::vector<Incoming> incoming_files(const std::string& folder) {
  std::vector<Incoming> files;
  if (base::path_kind(place(folder)) != base::PathKind::folder) return files;
  for (const std::string& name : base::list_folder(place(folder))) {
    if (!name.ends_with(".file")) continue;
    if (auto file = read_about(folder, base::file_stem(name))) files.push_back(std::move(*file));
  }
  std::stable_sort(files.begin(), files.end(), [](const Incoming& left, const Incoming& right) {
    return left.name < right.name;
  });
  return files;
}

Incoming incoming_file(const std::string& folder, const std::string& id) {
  if (auto file = read_about(folder, id)) return *file;
  throw Error(Kind::not_found,
              message("this file is no longer waiting: it was taken in or left out meanwhile"));
}

std::string incoming_path(const std::string& folder, const Incoming& file) {
  return whole_path(folder, file.id);
}

void drop_incoming(const std::string& folder, const std::string& id) {
  if (!is_id(id) || base::path_kind(place(folder)) != base::PathKind::folder) return;
  base::remove_file(whole_path(folder, id));
  base::remove_file(incoming_about_path(folder, id));
}

std::vector<base::Message> drop_cut_arrivals(const std::string& folder) {
  std::vector<base::Message> said;
  if (base::path_kind(place(folder)) != base::PathKind::folder) return said;
  for (const std::string& name : base::list_folder(place(folder))) {
    const std::int64_t process = process_of_part(name);
    if (process == 0 || base::is_process_alive(process)) continue;
    base::remove_file(base::join(place(folder), name));
    said.push_back(message("{}: a file had arrived only in part; what there was of it was removed",
                           base::join(std::string(incoming_folder), name)));
  }
  return said;
}

}  // namespace sanaq::investigation
