#include "sanaq/desk/open_ledger.h"

#include <vector>

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/investigation/erase.h"
#include "sanaq/investigation/leftovers.h"
#include "sanaq/investigation/own_places.h"
#include "sanaq/ledger/chain_files.h"
#include "sanaq/ledger/keys.h"
#include "sanaq/ledger/secrets.h"
#include "sanaq/publish/publish.h"
#include "sanaq/publish/remove_words.h"
#include "sanaq/settings/config.h"
#include "sanaq/settings/read_config.h"

namespace sanaq::desk {
namespace {

void hear_each(const std::vector<base::Message>& sentences, Hears& hears) {
  for (const base::Message& sentence : sentences) hears.hear(sentence);
}

// Of a command that was killed, and of other offices. A ledger that cannot be read is no reason not
// to write into it: verify says what is wrong.
std::vector<base::Message> erasures_carried_out(ledger::Writer& writer) {
  try {
    return investigation::carry_out_erasures(writer, publish::remove_words_from_site);
  } catch (const base::Error& error) {
    if (error.kind() != base::Kind::corrupt) throw;
    return {error.message()};
  }
}

// Of the site in its own place; one that stands elsewhere waits for the next publication there.
std::vector<base::Message> publications_finished(const std::string& folder,
                                                 base::Progress& progress) {
  const std::string settings = base::join(folder, std::string(settings::settings_file));
  if (!base::file_exists(settings)) return {};
  try {
    const settings::Config config = settings::parse_config(base::read_file(settings), settings);
    return publish::finish_publication(publish::site_place(folder, config, ""), progress);
  } catch (const base::Error& error) {
    // What is wrong with the settings or the place is said by the command that needs them.
    if (error.kind() == base::Kind::io) throw;
    return {};
  }
}

}  // namespace

ledger::Writer open_ledger(const std::string& folder, const ledger::WriterOptions& options,
                           Hears& hears, base::Progress& progress) {
  if (!base::file_exists(base::join(folder, "investigation.toml")) &&
      !base::folder_exists(ledger::ledger_folder(folder))) {
    throw base::Error(base::Kind::not_found,
                      base::message("{}: this is no investigation; make one with `sanaq new {}`",
                                    folder, folder));
  }
  investigation::expect_real_rooms(folder);
  clear_leftovers(folder, hears, progress);
  ledger::Writer writer(folder, options);
  hear_what_opening_did(writer, hears);
  return writer;
}

void hear_what_opening_did(ledger::Writer& writer, Hears& hears) {
  // First of all: it stands nowhere else, and what follows may fail.
  if (writer.founding()) hears.hear_founding(*writer.founding());
  if (writer.believes_for_the_first_time()) hears.hear_first_time(writer);
  hear_each(writer.recovered(), hears);
  hear_each(erasures_carried_out(writer), hears);
  if (writer.began_chain())
    hears.hear(base::message(
        "your entries in this ledger are signed by a new key in {}; keep a copy of it",
        ledger::keys_folder()));
  if (!ledger::has_secret(writer.investigation())) writer.enter_secret();
}

void clear_leftovers(const std::string& folder, Hears& hears, base::Progress& progress) {
  hear_each(investigation::remove_leftovers(folder), hears);
  hear_each(publications_finished(folder, progress), hears);
}

}  // namespace sanaq::desk
