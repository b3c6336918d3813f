#include "sanaq/investigation/history_files.h"

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/sha256.h"
#include "sanaq/ledger/opening.h"

namespace sanaq::investigation {

persons::ListHistory read_history(const std::string& folder, const std::string& list,
                                  const std::string& version, const ledger::KnownMaps& known) {
  const auto named = known.newest(list, version);
  const std::string path =
      base::join(folder, named ? ledger::map_file(named->history) : ledger::unnamed_map_file(list));
  persons::ListHistory history;
  history.list = list;
  if (!named && !base::file_exists(path)) return history;
  const std::string text = base::file_exists(path) ? base::read_file(path) : "";
  const std::string sha256 = base::sha256_hex(text);
  if (named && sha256 != named->history) {
    throw base::Error(
        base::Kind::corrupt,
        base::message("{}: this file, which says which record of a list became which, is missing "
                      "or not what it was when it was entered; put it back from another copy, or "
                      "retract the entry that names it: the list is then what it was before",
                      path));
  }
  history = persons::history_from_text(text, list, path);
  if (named) history.read_from = sha256;
  return history;
}

void keep_history(const std::string& folder, const persons::ListHistory& history) {
  const std::string text = persons::history_text(history), sha256 = base::sha256_hex(text);
  const std::string path = base::join(folder, ledger::map_file(sha256));
  if (base::file_exists(path) && base::sha256_of_file(path) == sha256) return;
  base::make_folder(base::parent_folder(path));
  base::write_file_whole(path, text);
}

void keep_version(const std::string& folder, const std::string& path, const std::string& version) {
  const std::string name = base::file_name(path);
  const std::size_t point = name.rfind('.');
  const std::string ending = point == std::string::npos ? "" : name.substr(point);
  const std::string kept =
      base::join(base::join(folder, std::string(ledger::versions_folder)), version + ending);
  if (base::file_exists(kept)) return;
  const base::MappedFile file(path);
  if (base::sha256_hex(file.bytes()) != version) {
    throw base::Error(base::Kind::conflict,
                      base::message("{}: this file was changed while it was read; run the command "
                                    "again once nobody writes to it",
                                    path));
  }
  // Versions without a ledger will look as if the ledger had been emptied, to a key store that
  // knows another investigation at this path.
  (void)ledger::forget_if_gone(folder);
  base::make_folder(base::parent_folder(kept));
  base::write_file_whole(kept, file.bytes());
}

}  // namespace sanaq::investigation
