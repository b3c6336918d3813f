// Who signs the public log: a key of its own, which one member has (docs/formats/log.md).
#pragma once
#include <vector>

#include "sanaq/log/note.h"
#include "sanaq/publish/log_cosignatures.h"

namespace sanaq::publish {

struct LogSigner {
  log::NoteKey key;  // its name is the log's origin
  log::SignBytes sign;
  // The keys before it that are here too, the newest first: they sign as well.
  std::vector<LogSigner> beside = {};
  // What witnesses sent of the checkpoint that stands, to be put into it; none: nothing.
  const Cosignatures* cosignatures = nullptr;
};

// All its keys, the newest first.
[[nodiscard]] inline std::vector<log::NoteKey> keys_of(const LogSigner& signer) {
  std::vector<log::NoteKey> keys = {signer.key};
  for (const LogSigner& one : signer.beside) keys.push_back(one.key);
  return keys;
}

}  // namespace sanaq::publish
