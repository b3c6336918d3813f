#include "sanaq/workspace/waiting_files.h"

#include <algorithm>

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/sha256.h"
#include "sanaq/investigation/suggested_lists.h"
#include "sanaq/settings/read_config.h"
#include "sanaq/tables/ingest.h"
#include "sanaq/tables/preview.h"

namespace sanaq::workspace {
namespace {

constexpr std::int64_t rows_compared = 20'000;

void look_at(const std::string& path, const HeldNow& held, WaitingFile& file) {
  try {
    const base::MappedFile mapped(path);
    const std::string_view bytes = tables::beginning_of_table(mapped.bytes());
    file.sort = investigation::sort_of_table(bytes, file.file.name);
    if (file.sort.kind != investigation::list_sort || held == nullptr) return;
    base::Progress progress;
    tables::IngestedList list = tables::ingest_bytes({.name = file.file.name,
                                                      .path = file.file.name,
                                                      .with_identities = false,
                                                      .rows_most = rows_compared},
                                                     bytes, progress);
    list.records.lists.at(0).version = file.file.sha256;
    file.resembles = investigation::resembling_lists(list.records, held->outcome.records);
  } catch (const base::Error& error) {
    file.refused = error.message();
  }
}

}  // namespace

std::vector<WaitingFile> waiting_files(const std::string& folder, const HeldNow& held) {
  std::vector<WaitingFile> all;
  for (investigation::Incoming& file : investigation::incoming_files(folder)) {
    const std::string path = investigation::incoming_path(folder, file);
    all.push_back({std::move(file), false, {}, {}, {}});
    look_at(path, held, all.back());
  }
  const settings::Config config = settings::read_config(folder);
  for (const std::string& name : investigation::files_without_a_list(folder, config)) {
    const std::string path = base::join(base::join(folder, "lists"), name);
    WaitingFile file;
    file.is_in_lists = true;
    file.file = {base::sha256_hex(name).substr(0, 16), name, "", base::file_size(path)};
    look_at(path, held, file);
    all.push_back(std::move(file));
  }
  return all;
}

}  // namespace sanaq::workspace
