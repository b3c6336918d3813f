#include "sanaq/cli/ledger_session.h"

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/system.h"

namespace sanaq::cli {

ledger::Writer open_ledger(const std::string& folder, const std::string& by, Context& context) {
  if (!base::file_exists(base::join(folder, "investigation.toml")) &&
      !base::folder_exists(ledger::ledger_folder(folder))) {
    throw base::Error(base::Kind::not_found,
                      base::message("{}: this is no investigation; make one with `sanaq new {}`",
                                    folder, folder));
  }
  ledger::Writer writer(folder, {by, base::environment("SANAQ_PASSPHRASE"), {}});
  for (const base::Message& said : writer.recovered())
    context.note(context.catalog.say(said) + "\n");
  return writer;
}

std::string short_place(const ledger::Entry& entry) {
  return entry.writer.substr(0, 8) + ":" + std::to_string(entry.seq);
}

}  // namespace sanaq::cli
