#include "sanaq/publish/site_record.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <atomic>
#include <cstring>
#include <map>
#include <type_traits>

#include "sanaq/base/error.h"
#include "sanaq/base/path_kind.h"
#include "sanaq/base/sha256.h"
#include "sanaq/base/version.h"
#include "sanaq/publish/site_check.h"

namespace sanaq::publish {
namespace {

using base::FileStamp;
using base::join;

// The file: 64 digits that say of which site it is, then every file of its mark as it lies in
// memory, since it is read by the program that wrote it, on the machine that wrote it.
constexpr std::string_view record_format = "sanaq site-record 2";
constexpr std::size_t head_size = 64, stats_at_once = 512;
static_assert(std::is_trivially_copyable_v<RecordedFile> && sizeof(RecordedFile) == 64);

std::string record_path(const SitePlace& place) {
  return join(place.investigation, ".sanaq/site-record");
}

// Of a program of another version or byte order it is another.
std::string head_of(const SitePlace& place, const std::string& mark) {
  const std::uint32_t order = 1;
  std::string bytes(sizeof order, 0);
  std::memcpy(bytes.data(), &order, sizeof order);
  return base::sha256_hex(std::string(record_format) + "\n" + std::string(base::program_version()) +
                          "\n" + mark + "\n" + place.folder + "\n" + bytes);
}

// Of another site, or cut: none.
std::optional<SiteRecord> read_record(const SitePlace& place, const SiteMark& mark,
                                      const std::string& hash) {
  const std::string path = record_path(place);
  if (base::path_kind(path) != base::PathKind::file) return std::nullopt;
  base::MappedFile file(path);
  const bool is_of_it = file.bytes().starts_with(head_of(place, hash)) &&
                        file.bytes().size() == head_size + mark.files.size() * sizeof(RecordedFile);
  return is_of_it ? std::optional<SiteRecord>(std::move(file)) : std::nullopt;
}

// Calls visit(index) for all files, on all processors.
template <typename Visit>
void for_each_file(std::size_t count, const Visit& visit) {
  tbb::parallel_for(std::size_t{0}, (count + stats_at_once - 1) / stats_at_once,
                    [&](std::size_t part) {
                      const std::size_t end = std::min(count, (part + 1) * stats_at_once);
                      for (std::size_t at = part * stats_at_once; at < end; ++at) visit(at);
                    });
}

std::optional<FileStamp> stamp_in(const std::string& site, std::string_view path) {
  thread_local std::string whole;
  whole.assign(site).append("/").append(path);
  return base::file_stamp(whole);
}

bool are_as_recorded(const SitePlace& place, const SiteMark& mark, const SiteRecord& record) {
  std::atomic<bool> is_same = true;
  for_each_file(mark.files.size(), [&](std::size_t at) {
    if (is_same && stamp_in(place.folder, mark.files[at].path) != record[at].stamp) is_same = false;
  });
  return is_same;
}

using Names = std::map<std::string, std::size_t, std::less<>>;  // by folder, how many

// A folder that is seen first is a name in the folder above it.
std::size_t& names_in(std::string_view folder, Names& names) {
  const auto known = names.find(folder);
  if (known != names.end()) return known->second;
  if (!folder.empty()) ++names_in(folder_in(folder), names);
  return names[std::string(folder)];
}

// How many names each folder of the site has: its files, and folders with files.
Names names_by_folder(const SiteMark& mark) {
  Names names;
  names[""] = 1;  // the mark
  std::size_t* last = &names[""];
  std::string_view last_folder;
  for (const auto& [path, hash] : mark.files) {
    if (const std::string_view folder = folder_in(path); folder != last_folder) {
      last = &names_in(folder, names);
      last_folder = folder;
    }
    ++*last;
  }
  return names;
}

// Where every file of the mark stands, what nobody published is told by how many names there are.
bool has_strangers(const SitePlace& place, const SiteMark& mark) {
  const auto names = names_by_folder(mark);
  return std::any_of(names.begin(), names.end(), [&](const auto& folder) {
    const std::string path = join(place.folder, folder.first);
    return base::path_kind(path) != base::PathKind::folder ||
           base::count_in_folder(path) != folder.second;
  });
}

}  // namespace

SiteRecord::SiteRecord(base::MappedFile file) : file_(std::move(file)) {}

std::size_t SiteRecord::size() const {
  return (file_.bytes().size() - head_size) / sizeof(RecordedFile);
}

RecordedFile SiteRecord::operator[](std::size_t at) const {
  RecordedFile file;
  std::memcpy(&file, file_.bytes().data() + head_size + at * sizeof(RecordedFile), sizeof file);
  return file;
}

std::optional<StandingSite> standing_as_recorded(const SitePlace& place, base::Progress& progress) {
  auto mark = read_mark(place.folder);
  if (!mark) return std::nullopt;
  auto record = standing_record(place, *mark, mark_hash(*mark), progress);
  if (!record) return std::nullopt;
  return StandingSite{std::move(*mark), std::move(*record)};
}

std::optional<SiteRecord> standing_record(const SitePlace& place, const SiteMark& mark,
                                          const std::string& hash, base::Progress& progress) {
  auto record = read_record(place, mark, hash);
  progress.throw_if_stopped();
  const bool stands =
      record && are_as_recorded(place, mark, *record) && !has_strangers(place, mark);
  return stands ? std::move(record) : std::nullopt;
}

Stamps stamps_of(const std::string& site, const SiteMark& mark, const KnownStamp& known) {
  Stamps stamps(mark.files.size());
  for_each_file(stamps.size(), [&](std::size_t at) {
    if (known) stamps[at] = known(at);
    if (!stamps[at]) stamps[at] = stamp_in(site, mark.files[at].path);
  });
  return stamps;
}

void record_site(const SitePlace& place, const SiteMark& mark, const std::string& hash,
                 const Stamps& stamps, const std::vector<log::Hash>& inputs) {
  std::string bytes = head_of(place, hash);
  bytes.reserve(head_size + stamps.size() * sizeof(RecordedFile));
  for (std::size_t at = 0; at < mark.files.size(); ++at) {
    if (!stamps[at]) continue;  // the record then does not fit the mark, and is not used
    const RecordedFile file{inputs.at(at), *stamps[at]};
    bytes.append(reinterpret_cast<const char*>(&file), sizeof file);
  }
  try {
    base::make_folder(base::parent_folder(record_path(place)));
    base::write_file_whole(record_path(place), bytes);
  } catch (const base::Error&) {
    // The next publication makes every page anew.
  }
}

}  // namespace sanaq::publish
