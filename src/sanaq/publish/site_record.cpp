#include "sanaq/publish/site_record.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <atomic>
#include <charconv>
#include <vector>

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/path_kind.h"
#include "sanaq/publish/site_check.h"

namespace sanaq::publish {
namespace {

using base::FileStamp;
using base::join;

constexpr std::string_view record_head = "# sanaq site-record 1\n", no_inputs = "-";
constexpr std::size_t stats_at_once = 512;

std::string record_path(const SitePlace& place) {
  return join(place.investigation, ".sanaq/site-record");
}

// The first part up to a space, which is taken away; nullopt if there is none.
std::optional<std::string_view> next_part(std::string_view& line) {
  const std::size_t end = line.find(' ');
  if (end == line.npos) return std::nullopt;
  const std::string_view part = line.substr(0, end);
  line.remove_prefix(end + 1);
  return part;
}

template <typename Number>
bool take_number(std::string_view& line, Number& number) {
  const auto part = next_part(line);
  if (!part) return false;
  const auto [end, failed] = std::from_chars(part->data(), part->data() + part->size(), number);
  return failed == std::errc() && end == part->data() + part->size();
}

bool read_line(std::string_view line, SiteRecord& record) {
  const auto inputs = next_part(line);
  RecordedFile file;
  FileStamp& stamp = file.stamp;
  if (!inputs || !take_number(line, stamp.size) || !take_number(line, stamp.changed) ||
      !take_number(line, stamp.renewed) || !take_number(line, stamp.number))
    return false;
  if (*inputs != no_inputs) file.inputs = *inputs;
  record.files.emplace_hint(record.files.end(), line, std::move(file));
  return true;
}

// Of another site, or damaged: none.
std::optional<SiteRecord> read_record(const SitePlace& place, const std::string& mark) {
  const std::string path = record_path(place);
  if (base::path_kind(path) != base::PathKind::file) return std::nullopt;
  const base::MappedFile file(path);
  std::string_view text = file.bytes();
  const std::string head = std::string(record_head) + mark + " " + place.folder + "\n";
  if (!text.starts_with(head)) return std::nullopt;
  text.remove_prefix(head.size());
  SiteRecord record;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    if (end == text.npos || !read_line(text.substr(0, end), record)) return std::nullopt;
    text.remove_prefix(end + 1);
  }
  return record;
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

std::vector<const std::string*> paths_of(const SiteMark& mark) {
  std::vector<const std::string*> paths;
  paths.reserve(mark.files.size());
  for (const auto& [path, hash] : mark.files) paths.push_back(&path);
  return paths;
}

bool are_as_recorded(const SitePlace& place, const SiteMark& mark, const SiteRecord& record) {
  if (mark.files.size() != record.files.size()) return false;
  const std::vector<const std::string*> paths = paths_of(mark);
  std::atomic<bool> is_same = true;
  for_each_file(paths.size(), [&](std::size_t at) {
    if (!is_same) return;
    const auto recorded = record.files.find(*paths[at]);
    if (recorded == record.files.end() ||
        base::file_stamp(join(place.folder, *paths[at])) != recorded->second.stamp)
      is_same = false;
  });
  return is_same;
}

}  // namespace

std::optional<StandingSite> standing_as_recorded(const SitePlace& place, base::Progress& progress) {
  auto mark = read_mark(place.folder);
  if (!mark) return std::nullopt;
  auto record = standing_record(place, *mark, progress);
  if (!record) return std::nullopt;
  return StandingSite{std::move(*mark), std::move(*record)};
}

std::optional<SiteRecord> standing_record(const SitePlace& place, const SiteMark& mark,
                                          base::Progress& progress) {
  auto record = read_record(place, mark_hash(mark));
  progress.throw_if_stopped();
  const bool stands =
      record && are_as_recorded(place, mark, *record) && strangers_in(place.folder, mark).empty();
  return stands ? std::move(record) : std::nullopt;
}

Stamps stamps_of(const std::string& site, const SiteMark& mark, const KnownStamp& known) {
  const std::vector<const std::string*> paths = paths_of(mark);
  Stamps stamps(paths.size());
  for_each_file(paths.size(), [&](std::size_t at) {
    if (known) stamps[at] = known(*paths[at]);
    if (!stamps[at]) stamps[at] = base::file_stamp(join(site, *paths[at]));
  });
  return stamps;
}

void record_site(const SitePlace& place, const SiteMark& mark, const Stamps& stamps,
                 const InputsOf& inputs) {
  std::string text = std::string(record_head) + mark_hash(mark) + " " + place.folder + "\n";
  std::size_t at = 0;
  for (const auto& [path, hash] : mark.files) {
    const std::optional<FileStamp>& stamp = stamps[at++];
    if (!stamp) continue;  // the record then does not fit the mark, and is not used
    const std::string_view known = inputs(path);
    text += known.empty() ? no_inputs : known;
    for (const std::int64_t number : {stamp->size, stamp->changed, stamp->renewed})
      text.append(" ").append(std::to_string(number));
    text.append(" ").append(std::to_string(stamp->number)).append(" ").append(path).append("\n");
  }
  try {
    base::make_folder(base::parent_folder(record_path(place)));
    base::write_file_whole(record_path(place), text);
  } catch (const base::Error&) {
    // The next publication makes every page anew.
  }
}

}  // namespace sanaq::publish
