#include "sanaq/cli/log_key.h"

#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/cli/ledger_session.h"
#include "sanaq/ledger/chain_files.h"
#include "sanaq/ledger/reader.h"
#include "sanaq/log/base64.h"

namespace sanaq::cli {
namespace {

using base::message;

constexpr std::size_t origin_digits = 16, shown_digits = 8, older_keys_max = 4;

// What the entries that count say of the log's key.
struct EnteredKey {
  std::string open, origin;  // the public half of the newest, hex; "" before the first
  std::string publisher;     // the writer to whom it was handed over since; "" for nobody
  std::vector<std::string> before = {};  // the public halves of the keys before it, newest first
};

EnteredKey entered_key(const std::string& folder) {
  EnteredKey newest;
  if (!base::folder_exists(ledger::ledger_folder(folder))) return newest;
  ledger::for_each_entry(folder, [&](const ledger::Entry& entry) {
    if (entry.kind != "key" || !entry.body) return;
    const auto body = nlohmann::json::parse(*entry.body);
    const std::string event = body.value("event", "");
    if (event == "log") {
      std::vector<std::string> before = std::move(newest.before);
      if (!newest.open.empty()) before.insert(before.begin(), newest.open);
      newest = {body.value("public", ""), body.value("origin", ""), "", std::move(before)};
    }
    if (event == "publisher") newest.publisher = body.value("public", "");
  });
  return newest;
}

// Whether the member writes in this folder, and not in a copy of it.
bool is_of_folder(const std::string& folder, const std::string& writer) {
  const auto key = ledger::find_key(folder, {writer});
  return key && !key->is_retired();
}

// A key belongs to one folder. A copy of the folder does not sign beside it.
std::optional<ledger::Key> key_of_folder(const std::string& folder, const std::string& open) {
  const std::vector<ledger::Key> all = ledger::all_keys();
  const auto found = std::find_if(all.begin(), all.end(), [&](const ledger::Key& key) {
    return key.writer() == open && !key.is_retired();
  });
  if (found == all.end()) return std::nullopt;
  const bool is_elsewhere = found->folder() != base::absolute_path(folder) &&
                            base::folder_exists(ledger::ledger_folder(found->folder()));
  if (is_elsewhere) return std::nullopt;
  return ledger::find_key(folder, {open});
}

publish::LogSigner signer_of(const ledger::Key& key, const std::string& origin) {
  std::string bytes;
  for (std::size_t at = 0; at + 1 < key.writer().size(); at += 2)
    bytes += static_cast<char>(std::stoi(key.writer().substr(at, 2), nullptr, 16));
  const auto open =
      std::make_shared<const ledger::Signer>(key.open([] { return std::optional<std::string>(); }));
  return {{origin, log::ed25519_type, bytes}, [open](std::string_view text) {
            return log::from_base64(open->sign(text)).value_or("");
          }};
}

// The same with the keys before it that are not lost: both sign, so that whoever knows the old one
// alone still finds its signature.
publish::LogSigner with_older_keys(publish::LogSigner signer, const std::string& folder,
                                   const std::vector<std::string>& before) {
  for (const std::string& open : before) {
    const auto key = key_of_folder(folder, open);
    const bool is_one_more = key && signer.beside.size() < older_keys_max;
    if (is_one_more) signer.beside.push_back(signer_of(*key, signer.key.name));
  }
  return signer;
}

publish::LogSigner make_log_key(const std::string& folder, const std::string& origin,
                                Context& context) {
  if (!origin.empty() && !log::is_key_name(origin))
    throw base::Error(base::Kind::usage,
                      message("[publish] origin: {} has a space or a plus sign; write it as "
                              "example.org/name",
                              origin));
  ledger::Writer writer = open_ledger(folder, "", context);
  const ledger::Key key = ledger::make_key(folder, "public log", std::nullopt);
  const std::string name =
      origin.empty() ? "sanaq/" + key.writer().substr(0, origin_digits) : origin;
  writer.append("key", {{"event", "log"},
                        {"investigation", writer.investigation_id()},
                        {"origin", name},
                        {"public", key.writer()}});
  return signer_of(key, name);
}

}  // namespace

std::optional<publish::LogSigner> log_signer(const std::string& folder, const std::string& origin,
                                             Context& context) {
  const EnteredKey entered = entered_key(folder);
  if (!entered.publisher.empty()) {
    if (is_of_folder(folder, entered.publisher)) {
      std::vector<std::string> before = entered.before;
      before.insert(before.begin(), entered.open);
      return with_older_keys(make_log_key(folder, entered.origin, context), folder, before);
    }
    throw base::Error(base::Kind::conflict,
                      message("the public log was handed over to the writer {}, who publishes from "
                              "now on",
                              entered.publisher.substr(0, shown_digits)));
  }
  if (!entered.open.empty()) {
    const auto key = key_of_folder(folder, entered.open);
    if (key) return with_older_keys(signer_of(*key, entered.origin), folder, entered.before);
    throw base::Error(
        base::Kind::conflict,
        message("the key that signs the public log is not here: another member publishes, or this "
                "folder is a copy. Publish where it was published before; or let a member hand the "
                "log over, also where that key is lost: sanaq key {} --publisher CODE, the code of "
                "him who is to publish",
                folder));
  }
  try {
    return make_log_key(folder, origin, context);
  } catch (const base::Error& error) {
    if (error.kind() == base::Kind::stopped || error.kind() == base::Kind::usage) throw;
    context.note(context.catalog.say(message("the site has no public log, since no key for it can "
                                             "be entered: {}",
                                             context.catalog.say(error.message()))) +
                 "\n");
    return std::nullopt;
  }
}

}  // namespace sanaq::cli
