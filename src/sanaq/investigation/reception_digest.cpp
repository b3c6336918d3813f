#include "sanaq/investigation/reception_digest.h"

#include <nlohmann/json.hpp>

#include "sanaq/base/sha256.h"
#include "sanaq/ledger/canonical.h"

namespace sanaq::investigation {

std::string reception_digest(const std::vector<ledger::ModeratedComment>& comments,
                             const std::vector<ledger::IntakeKey>& keys) {
  nlohmann::json all = nlohmann::json::array();
  for (const ledger::ModeratedComment& one : comments) {
    if (one.decision == ledger::Moderation::held) continue;
    all.push_back({one.comment.envelope, one.comment.day, one.comment.page, one.comment.language,
                   one.comment.name, one.comment.reply_to, ledger::word_of(one.decision),
                   one.shown});
  }
  for (const ledger::IntakeKey& key : keys) all.push_back(key.intake);
  return all.empty() ? std::string() : base::sha256_hex(ledger::canonical(all));
}

}  // namespace sanaq::investigation
