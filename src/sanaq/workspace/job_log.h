// .sanaq/jobs.jsonl: every change of a job's state, one JSON object a line, with codes, counts and
// places and never a cell. The last line about a job holds.
//
//     {"id":3,"verb":"count","state":"done","done":1200,"total":1200,"what":"reading {}","code":0,
//      "began":"2026-11-30T09:25:11Z","ended":"2026-11-30T09:25:40Z"}
#pragma once
#include <string>
#include <vector>

#include "sanaq/workspace/job.h"

namespace sanaq::workspace {

// Returns the jobs by id. A line that is damaged or not of this form says nothing.
[[nodiscard]] std::vector<Job> read_jobs(const std::string& folder);

// Adds a line; when it returns, the line survives a loss of power. Throws what a disk that refuses
// throws; the log is then as it was.
void note_job(const std::string& folder, const Job& job);

// Leaves the newest `kept` jobs, one line each, where the log has become long.
void shorten_jobs(const std::string& folder, std::size_t kept);

}  // namespace sanaq::workspace
