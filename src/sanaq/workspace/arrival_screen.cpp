#include "sanaq/workspace/arrival_screen.h"

#include <vector>

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/moves.h"
#include "sanaq/investigation/empty_table.h"
#include "sanaq/investigation/take_in.h"
#include "sanaq/workspace/lists_screen.h"
#include "sanaq/workspace/upload.h"
#include "sanaq/workspace/waiting_files.h"

namespace sanaq::workspace {
namespace {

using base::Error;
using base::Kind;
using base::message;

constexpr std::string_view newer_mark = "newer:";

bool is_known_kind(const std::string& kind) {
  for (const std::string& one : investigation::table_sorts()) {
    if (one == kind) return true;
  }
  return false;
}

void leave_out(const std::string& folder, const WaitingFile& waiting) {
  if (!waiting.is_in_lists) return investigation::drop_incoming(folder, waiting.file.id);
  (void)base::move_aside(folder, base::join(base::join(folder, "lists"), waiting.file.name),
                         "lists/" + waiting.file.name);
}

// A file that lies in lists/ already goes the same way as one that has arrived.
investigation::Incoming as_arrived(const std::string& folder, const WaitingFile& waiting) {
  if (!waiting.is_in_lists) return waiting.file;
  const std::string path = base::join(base::join(folder, "lists"), waiting.file.name);
  investigation::Arrival arrival(folder, waiting.file.name);
  {
    const base::MappedFile mapped(path);
    arrival.add(mapped.bytes());
  }
  investigation::Incoming file = arrival.finish();
  base::remove_file(path);
  return file;
}

void take_waiting(const std::string& folder, const WaitingFile& waiting, const std::string& what,
                  const std::string& name) {
  if (what == "out") return leave_out(folder, waiting);
  if (waiting.refused) throw Error(Kind::bad_input, *waiting.refused);
  if (what.starts_with(newer_mark))
    return investigation::take_as_newer(folder, as_arrived(folder, waiting),
                                        what.substr(newer_mark.size()));
  if (what == investigation::list_sort) {
    (void)(waiting.is_in_lists ? investigation::name_list(folder, waiting.file.name, name)
                               : investigation::take_as_list(folder, waiting.file, name));
    return;
  }
  if (!is_known_kind(what))
    throw Error(Kind::bad_input, message("{}: say what this file is", waiting.file.name));
  (void)investigation::take_as_table(folder, as_arrived(folder, waiting), what);
}

}  // namespace

http::Response take_upload(const Visit& visit, Bench& bench) {
  Upload upload = receive_upload(visit, bench.folder(), "/lists", upload_bytes_most);
  if (!upload.is_ours && upload.arrived == 0 && upload.problems.empty())
    upload.problems.push_back(message(
        "No file came. Choose one or more spreadsheets, or drop them on the field, and send them"));
  if (upload.problems.empty()) return http::see_other("/lists");
  return show_lists_with(visit, bench, upload.problems);
}

http::Response decide_incoming(const Visit& visit, Bench& bench) {
  const std::string folder = bench.folder();
  std::vector<base::Message> problems;
  bool has_taken = false;
  for (const WaitingFile& waiting : waiting_files(folder, nullptr)) {
    const std::string& id = waiting.file.id;
    if (!visit.form.has("what-" + id)) continue;
    try {
      take_waiting(folder, waiting, visit.form.value("what-" + id), visit.form.value("name-" + id));
      has_taken = true;
    } catch (const Error& error) {
      problems.push_back(error.message());
    }
  }
  if (has_taken) bench.read_again();
  if (problems.empty()) return http::see_other("/lists");
  return show_lists_with(visit, bench, problems);
}

}  // namespace sanaq::workspace
