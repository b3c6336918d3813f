// What of reviewers' decisions and of documents is public, so that the public log can open it.
#pragma once
#include <map>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>

#include "sanaq/investigation/outcome.h"
#include "sanaq/ledger/documents.h"
#include "sanaq/pages/public_view.h"

namespace sanaq::disclose {

class PublicRecords {
 public:
  // View and outcome must outlive this. Without an outcome nothing is public.
  PublicRecords(const std::string& investigation, const pages::PublicView& view,
                const investigation::Outcome* outcome);
  ~PublicRecords();

  // Of the decision of this entry, WRITER:SEQ: {"decision":…,"records":[ADDRESS,…]}, if it binds
  // records and each of them stands on a page; none otherwise.
  [[nodiscard]] std::optional<nlohmann::json> decision(const std::string& of);
  // Of the document of this entry: {"original":…,"sha256":…,"size":…,"type":…}, if it is public and
  // the entry is in force. Names of files, and how it was obtained, do not leave.
  [[nodiscard]] std::optional<nlohmann::json> document(const std::string& of);

 private:
  void know_decisions();
  void know_documents();

  std::string investigation_;
  const pages::PublicView& view_;
  const investigation::Outcome* outcome_;
  std::optional<std::map<std::string, nlohmann::json>> decisions_, documents_;  // read when asked
};

}  // namespace sanaq::disclose
