// publish_study FOLDER SCRATCH: what the step publish alone takes of a counted investigation: the
// first time, after one changed cell, and again. Of the processor, since the clock of a machine
// that others use tells nothing; the disk is that of SCRATCH, a folder that does not exist yet.
#include <fmt/format.h>
#include <sys/resource.h>

#include <chrono>
#include <filesystem>
#include <map>
#include <string>

#include "sanaq/base/catalog.h"
#include "sanaq/base/error.h"
#include "sanaq/base/file_stamp.h"
#include "sanaq/base/files.h"
#include "sanaq/base/system.h"
#include "sanaq/base/walk_tree.h"
#include "sanaq/disclose/disclose.h"
#include "sanaq/investigation/investigation.h"
#include "sanaq/publish/publish.h"

namespace {

using namespace sanaq;
using Numbers = std::map<std::string, std::uint64_t>;  // of files, by path

double seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

double processor_seconds() {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  return seconds(used.ru_utime) + seconds(used.ru_stime);
}

double most_megabytes() {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  return static_cast<double>(used.ru_maxrss) / 1e3;
}

Numbers numbers_of(const std::string& site) {
  Numbers numbers;
  if (!base::folder_exists(site)) return numbers;
  for (const base::TreeEntry& entry : base::walk_tree(site)) {
    const auto stamp = base::file_stamp(base::join(site, entry.path));
    if (stamp) numbers[entry.path] = stamp->number;
  }
  return numbers;
}

class Study {
 public:
  explicit Study(const std::string& scratch)
      : folder_(scratch + "/count"), place_{folder_, scratch + "/site", "site", {}} {
    signer_.key = {"example.org/study", log::ed25519_type, std::string(32, 'k')};
    signer_.sign = [](std::string_view) { return std::string(64, 's'); };
  }

  double publish(const investigation::Outcome& outcome, const char* what, double first) {
    base::Progress quiet;
    const auto shown = disclose::shown_register(outcome, quiet);
    const Numbers before = numbers_of(place_.folder);
    const double resting = most_megabytes(), began = processor_seconds();
    const auto clock = std::chrono::steady_clock::now();
    const publish::Report report =
        publish::publish(outcome, place_, quiet, {}, shown, {}, "", &signer_);
    const double took = processor_seconds() - began;
    const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - clock;
    std::size_t written = 0;
    for (const auto& [path, number] : numbers_of(place_.folder)) {
      const auto known = before.find(path);
      written += known == before.end() || known->second != number ? 1 : 0;
    }
    fmt::print(
        "{:<9} {:7.2f} s of processors ({:5.1f} %)  {:7.2f} s by the clock  {:7} of {} files "
        "written  {:5.0f} MB at most ({:.0f} before)\n",
        what, took, first > 0 ? 100 * took / first : 100.0, passed.count(), written, report.files,
        most_megabytes(), resting);
    return took;
  }

 private:
  std::string folder_;
  publish::SitePlace place_;
  publish::LogSigner signer_;
};

void change_a_cell(investigation::Outcome& outcome) {
  for (record::Column& column : outcome.records.columns) {
    if (column.field != record::Field::place) continue;
    for (std::size_t record = outcome.records.record_count() / 2; record < column.codes.size();
         ++record) {
      if (column.values[column.codes[record]].empty()) continue;
      column.values.emplace_back("Elsewhere");
      column.canonical.emplace_back("Elsewhere");
      column.codes[record] = static_cast<std::uint32_t>(column.values.size() - 1);
      return;
    }
  }
}

}  // namespace

int main(int count, char** words) {
  if (count != 3) {
    fmt::print(stderr, "publish_study FOLDER SCRATCH\n");
    return 64;
  }
  try {
    const std::string scratch = words[2];
    base::make_folder(scratch);
    std::filesystem::copy(words[1], scratch + "/count", std::filesystem::copy_options::recursive);
    std::filesystem::remove_all(scratch + "/count/site");
    std::filesystem::remove_all(scratch + "/count/publication");
    base::Progress quiet;
    const base::Catalog catalog("en");
    investigation::Outcome outcome =
        investigation::estimate_total(scratch + "/count", {quiet, catalog});
    outcome.today = base::today();
    Study study(scratch);
    const double first = study.publish(outcome, "first", 0);
    change_a_cell(outcome);
    (void)study.publish(outcome, "one cell", first);
    (void)study.publish(outcome, "again", first);
  } catch (const base::Error& error) {
    fmt::print(stderr, "{}\n", error.what());
    return 70;
  }
}
