#include "sanaq/workspace/job_log.h"

#include <map>
#include <nlohmann/json.hpp>
#include <string_view>

#include "sanaq/base/append_file.h"
#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/path_kind.h"

namespace sanaq::workspace {
namespace {

constexpr std::int64_t long_bytes = 1 << 18;

std::string log_path(const std::string& folder) {
  return base::join(base::join(folder, ".sanaq"), "jobs.jsonl");
}

std::string line_of_job(const Job& job) {
  const nlohmann::ordered_json json = {
      {"id", job.id},     {"verb", job.verb},   {"state", state_name(job.state)},
      {"done", job.done}, {"total", job.total}, {"what", job.what.id},
      {"code", job.code}, {"began", job.began}, {"ended", job.ended}};
  return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

std::optional<Job> job_of(std::string_view line) {
  try {
    const nlohmann::ordered_json json = nlohmann::ordered_json::parse(line);
    const auto state = state_named(json.at("state").get<std::string>());
    if (!state || json.at("id").get<std::int64_t>() <= 0) return std::nullopt;
    Job job;
    job.id = json.at("id");
    job.verb = json.at("verb");
    job.state = *state;
    job.done = json.at("done");
    job.total = json.at("total");
    job.what.id = json.at("what");
    job.code = json.at("code");
    job.began = json.at("began");
    job.ended = json.at("ended");
    return job;
  } catch (const nlohmann::ordered_json::exception&) {
    return std::nullopt;
  }
}

}  // namespace

std::vector<Job> read_jobs(const std::string& folder) {
  std::map<std::int64_t, Job> by_id;
  if (base::path_kind(log_path(folder)) == base::PathKind::file) {
    const base::MappedFile file(log_path(folder));
    std::string_view rest = file.bytes();
    while (!rest.empty()) {
      const std::size_t end = rest.find('\n');
      // A line without its end was cut off by whatever ended the server.
      if (end == std::string_view::npos) break;
      if (auto job = job_of(rest.substr(0, end))) by_id[job->id] = std::move(*job);
      rest.remove_prefix(end + 1);
    }
  }
  std::vector<Job> jobs;
  for (auto& [id, job] : by_id) jobs.push_back(std::move(job));
  return jobs;
}

void note_job(const std::string& folder, const Job& job) {
  base::make_folder(base::join(folder, ".sanaq"));
  base::AppendFile file(log_path(folder));
  const std::int64_t before = file.size();
  try {
    // What an earlier line lacks of its end must not take this one with it.
    const bool is_cut = before > 0 && base::MappedFile(file.path()).bytes().back() != '\n';
    file.append((is_cut ? "\n" : "") + line_of_job(job));
    file.sync();
  } catch (const base::Error&) {
    file.cut_to(before);
    throw;
  }
}

void shorten_jobs(const std::string& folder, std::size_t kept) {
  if (base::path_kind(log_path(folder)) != base::PathKind::file ||
      base::file_size(log_path(folder)) < long_bytes)
    return;
  std::vector<Job> jobs = read_jobs(folder);
  if (jobs.size() > kept) jobs.erase(jobs.begin(), jobs.end() - static_cast<std::ptrdiff_t>(kept));
  std::string lines;
  for (const Job& job : jobs) lines += line_of_job(job);
  base::write_file_whole(log_path(folder), lines);
}

}  // namespace sanaq::workspace
