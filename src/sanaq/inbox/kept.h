// What was collected, as far as it can be opened here: the words of witnesses and the replies to
// them. Nothing of it is written anywhere in clear.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/base/progress.h"
#include "sanaq/intake/envelope.h"
#include "sanaq/ledger/testimonies.h"

namespace sanaq::inbox {

// Opened keys of this member, and the public halves of all members to which is sealed what is kept.
struct KeepingKeys {
  std::vector<intake::KeyPair> own;
  std::vector<intake::PublicKey> of_all;  // at most intake::recipients_most
};

// Opens the keeping keys of this investigation whose secrets are here. Throws Error as
// open_secret() does, not_found where none is here.
[[nodiscard]] KeepingKeys open_keeping_keys(const std::string& investigation,
                                            const ledger::AskPassphrase& ask);

// The content of one file that is kept. Throws Error: corrupt where its bytes are not those of its
// name, not_found where it is not there, usage where none of the keys opens it.
[[nodiscard]] intake::Content open_kept(const std::string& investigation, const std::string& file,
                                        const std::string& sha256, const KeepingKeys& keys);

// The testimony that is meant: the beginning of its envelope's id, four digits at least. Throws
// Error: usage where several are meant, not_found where none is.
[[nodiscard]] const ledger::Testimony& find_testimony(const ledger::Testimonies& all,
                                                      std::string_view id);

// What the witnesses are to read: by receipt, all replies to whatever was sent under it, in their
// order; "" for one without a reply. What cannot be opened here is counted in `not_opened`.
struct Receipts {
  std::map<intake::PublicKey, std::string> replies;
  std::map<std::string, intake::PublicKey> of_envelope;
  std::map<std::string, std::string> envelope_of_content;  // content_digest(), envelope
  std::int64_t not_opened = 0;
};
[[nodiscard]] Receipts receipts_of(const std::string& investigation, const ledger::Testimonies& all,
                                   const KeepingKeys& keys, base::Progress& progress);

// By which two sendings of the same are known: SHA-256 of all that was sent but the day.
[[nodiscard]] std::string content_digest(const intake::Content& content);

// Enters a reply, sealed. Throws Error: bad_input where it is empty, no UTF-8, or longer together
// with the replies before it than intake::reply_bytes_most.
void reply_to(ledger::Writer& writer, const ledger::Testimony& testimony, const std::string& text,
              const KeepingKeys& keys, const std::string& by, base::Progress& progress);

}  // namespace sanaq::inbox
