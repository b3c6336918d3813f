#include "sanaq/investigation/corrected_records.h"

#include <map>
#include <optional>
#include <unordered_map>

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/ledger/list_versions.h"
#include "sanaq/record/record_table.h"
#include "sanaq/tables/ingest.h"
#include "sanaq/tables/ingested_list.h"

namespace sanaq::investigation {
namespace {

using Words = std::map<std::string_view, std::string_view>;

// What the cells of a record say, by header, whatever the order of the columns; some of them as
// the file has them.
std::string words_of(const record::RecordTable& table, std::size_t record,
                     const Words& in_the_file = {}) {
  Words words;
  for (const record::Column& column : table.columns) {
    if (column.codes[record] != 0)
      words.emplace(column.header, column.values[column.codes[record]]);
  }
  for (const auto& [header, cell] : in_the_file) {
    words.erase(header);
    if (!cell.empty()) words.emplace(header, cell);
  }
  std::string all;
  for (const auto& [header, cell] : words)
    all.append(header).append(1, '\0').append(cell).append(1, '\0');
  return all;
}

std::optional<tables::IngestedList> version_before(const persons::ListHistory& history,
                                                   const tables::ListSource& source,
                                                   const std::string& folder,
                                                   base::Progress& progress) {
  const persons::ListVersion& before = history.versions[history.versions.size() - 2];
  const std::size_t point = before.file.rfind('.');
  const std::string ending = point == std::string::npos ? "" : before.file.substr(point);
  tables::ListSource old = source;
  old.path =
      base::join(base::join(folder, std::string(ledger::versions_folder)), before.version + ending);
  if (!base::file_exists(old.path)) return std::nullopt;
  try {
    return tables::ingest(old, progress);
  } catch (const base::Error& error) {
    if (error.kind() == base::Kind::stopped) throw;
    return std::nullopt;  // the settings are those of the new version
  }
}

}  // namespace

void count_corrected(persons::VersionChange& change, const persons::ListHistory& history,
                     const tables::ListSource& source, const std::string& folder,
                     const record::RecordTable& now,
                     const std::vector<persons::MendingHeld>& mended, base::Progress& progress) {
  if (!change.is_new || change.is_first || history.versions.size() < 2 || change.unchanged == 0 ||
      now.find(record::Field::id) == nullptr)
    return;
  const auto before = version_before(history, source, folder, progress);
  if (!before) return;
  std::unordered_map<std::string, std::size_t> place;
  const record::RecordTable& old = before->records;
  for (std::size_t record = 0; record < old.identities.size(); ++record)
    place.emplace(old.identities[record], record);
  std::map<std::size_t, Words> in_the_file;
  for (const persons::MendingHeld& held : mended) in_the_file[held.record][held.header] = held.was;
  std::int64_t corrected = 0;
  for (std::size_t record = 0; record < now.identities.size(); ++record) {
    const auto found = place.find(now.identities[record]);
    if (found != place.end() &&
        words_of(old, found->second) != words_of(now, record, in_the_file[record]))
      ++corrected;
  }
  change.unchanged -= corrected;
  change.changed += corrected;
}

}  // namespace sanaq::investigation
