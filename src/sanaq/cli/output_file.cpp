#include "sanaq/cli/output_file.h"

#include <algorithm>

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/left_files.h"
#include "sanaq/base/path_kind.h"
#include "sanaq/investigation/own_places.h"

namespace sanaq::cli {
namespace {

using base::Error;
using base::Kind;
using base::message;
using base::PathKind;

bool is_one_file(const std::string& left, const std::string& right) {
  return base::is_same_file(left, right) || base::absolute_path(left) == base::absolute_path(right);
}

void expect_a_file(const OutputFile& file) {
  const PathKind kind = base::path_kind(file.path);
  if (kind != PathKind::file && kind != PathKind::nothing)
    throw Error(Kind::usage, message("{} {}: this is a link, a folder, a pipe or a device; name a "
                                     "file",
                                     file.option, file.path));
  const std::string folder = base::parent_folder(file.path);
  if (file.path.ends_with('/') || (!folder.empty() && !base::folder_exists(folder)))
    throw Error(Kind::not_found,
                message("{} {}: there is no such folder; make it first", file.option, file.path));
}

void expect_no_input(const OutputFile& file, const std::vector<std::string>& inputs) {
  for (const std::string& input : inputs) {
    if (!input.empty() && is_one_file(file.path, input))
      throw Error(Kind::usage, message("{} {}: this command reads the same file; name another",
                                       file.option, file.path));
  }
}

bool was_written_by(const OutputFile& file) {
  if (base::file_size(file.path) == 0) return true;
  if (file.is_ours && file.is_ours(base::MappedFile(file.path).bytes())) return true;
  return std::any_of(file.beginnings.begin(), file.beginnings.end(), [&](const std::string& begin) {
    return base::beginning_of(file.path, begin.size()) == begin;
  });
}

void expect_free_place(const std::string& path, const std::string& investigation) {
  if (!investigation.empty()) investigation::expect_free_of(investigation, path);
  if (const auto around = investigation::investigation_around(path))
    investigation::expect_free_of(*around, path);
}

void expect_free(const OutputFile& file, bool replaces) {
  if (replaces || base::path_kind(file.path) == PathKind::nothing || was_written_by(file)) return;
  throw Error(
      Kind::usage,
      message("{} {}: this file is there already, and {} did not write it; name another, or "
              "add --force to replace it",
              file.option, file.path, file.option));
}

}  // namespace

void expect_outputs(const Outputs& outputs) {
  std::vector<std::string> inputs = outputs.inputs;
  for (const OutputFile& file : outputs.files) {
    if (file.path.empty()) continue;
    expect_a_file(file);
    expect_no_input(file, inputs);
    expect_free_place(file.path, outputs.investigation);
    expect_free(file, outputs.replaces);
  }
  // The second would replace the first.
  for (std::size_t at = 0; at < outputs.files.size(); ++at) {
    for (std::size_t other = 0; other < at && !outputs.files[at].path.empty(); ++other) {
      if (!outputs.files[other].path.empty() &&
          is_one_file(outputs.files[at].path, outputs.files[other].path))
        throw Error(Kind::usage, message("{} and {} name one file; give each its own",
                                         outputs.files[other].option, outputs.files[at].option));
    }
  }
}

void clear_left_outputs(const Outputs& outputs, Context& context) {
  for (const OutputFile& file : outputs.files) {
    if (!file.path.empty()) say_removed(base::remove_left_files_of(file.path), context);
  }
}

void expect_output_folder(const std::string& option, const std::string& path,
                          const std::string& investigation) {
  const PathKind kind = base::path_kind(path);
  if (kind != PathKind::nothing && kind != PathKind::folder)
    throw Error(Kind::usage, message("{} {}: this is no folder; name one", option, path));
  expect_free_place(path, investigation);
}

void say_removed(const std::vector<std::string>& folders, Context& context) {
  for (const std::string& folder : folders)
    context.note(context.catalog.say(message("{}: an earlier run had left this unfinished; it was "
                                             "removed",
                                             folder)) +
                 "\n");
}

}  // namespace sanaq::cli
