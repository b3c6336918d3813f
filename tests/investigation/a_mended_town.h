// The small invented investigation with a ledger of its own, mended and decided on for a test.
#pragma once
#include <stdlib.h>

#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "help/small_investigation.h"
#include "sanaq/base/catalog.h"
#include "sanaq/base/error.h"
#include "sanaq/investigation/investigation.h"
#include "sanaq/investigation/mend.h"
#include "sanaq/ledger/ledger.h"
#include "sanaq/persons/resolve_person.h"

namespace sanaq::investigation {

class AMendedTown {
 public:
  AMendedTown() {
    ::setenv("SANAQ_KEYS", (scratch / "keys").c_str(), 1);
    folder = help::small_investigation(scratch);
  }
  [[nodiscard]] Outcome ingested() { return ingest_lists(folder, {silent, english}); }
  [[nodiscard]] Outcome linked() { return link_records(folder, {silent, english}); }
  [[nodiscard]] MendingShown shown(const std::string& record, const std::string& column,
                                   const std::string& value,
                                   std::optional<std::string> was = std::nullopt) {
    const Outcome outcome = ingested();
    return show_mending(
        outcome, {persons::record_called(outcome, record), column, value, was, "why"}, silent);
  }
  std::string mend(const std::string& record, const std::string& column, const std::string& value) {
    const MendingShown what = shown(record, column, value);
    ledger::Writer writer(folder);
    const ledger::Entry entry = enter_mending(writer, what, "A. Tester");
    return persons::short_name({entry.writer, entry.seq});
  }
  // The cell as the lists are read now.
  [[nodiscard]] static std::string cell(const Outcome& outcome, const std::string& record,
                                        record::Field field) {
    const record::Column& column = *outcome.records.find(field);
    return column.values[column.codes[persons::record_called(outcome, record)]];
  }
  static base::Kind kind_of(const std::function<void()>& run) {
    try {
      run();
    } catch (const base::Error& error) {
      return error.kind();
    }
    return base::Kind::bug;
  }

  help::Scratch scratch;
  std::string folder;
  base::Progress silent;
  base::Catalog english;
};

}  // namespace sanaq::investigation
