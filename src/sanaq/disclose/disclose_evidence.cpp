#include "sanaq/disclose/disclose_evidence.h"

#include "sanaq/text/fold.h"

namespace sanaq::disclose {
namespace {

std::string day_of(const std::string& time) { return time.substr(0, 10); }

bool may_leave(const std::string& visibility, const EvidencePermission& permission) {
  if (visibility == "public") return true;
  if (visibility == "restricted") return permission.with_restricted;
  return permission.with_sealed;
}

std::vector<PublicCustody> custody_of(const ledger::Document& document) {
  std::vector<PublicCustody> told;
  for (const ledger::CustodyEntry& entry : document.custody)
    told.push_back({day_of(entry.time), entry.author, entry.custody.when, entry.custody.by,
                    entry.custody.how, entry.custody.from});
  return told;
}

}  // namespace

bool is_among(const ledger::Document& document, const std::set<std::string>& ids) {
  return ids.contains(document.sha256) || ids.contains(text::fold(document.file)) ||
         ids.contains(text::fold(document.first().name));
}

PublicEvidence disclose_evidence(const std::vector<ledger::Document>& documents,
                                 const std::vector<ledger::FixityCheck>& checks,
                                 std::int64_t unlisted, const EvidencePermission& permission,
                                 const std::set<std::string>& without_consent) {
  const auto visibility_of = [&](const ledger::Document& document) -> std::string {
    return is_among(document, without_consent) ? "sealed" : document.visibility;
  };
  PublicEvidence evidence;
  evidence.unlisted = unlisted;
  evidence.tells_custody = permission.with_custody;
  std::set<std::string> leaving;
  for (const ledger::Document& document : documents) {
    if (may_leave(visibility_of(document), permission)) leaving.insert(document.sha256);
  }
  for (const ledger::Document& document : documents) {
    if (!leaving.contains(document.sha256)) {
      ++(visibility_of(document) == "restricted" ? evidence.withheld_restricted
                                                 : evidence.withheld_sealed);
      continue;
    }
    const ledger::CustodyEntry& first = document.first();
    evidence.documents.push_back(
        {document.sha256, document.file, first.name, document.type, visibility_of(document),
         document.size, first.custody.is_original,
         leaving.contains(first.custody.of) ? first.custody.of : "", day_of(first.time),
         day_of(history_of(document, checks).last_good),
         permission.with_custody ? custody_of(document) : std::vector<PublicCustody>()});
  }
  return evidence;
}

}  // namespace sanaq::disclose
