// Who signs the public log: a key of its own, which one member has (docs/formats/log.md).
#pragma once
#include "sanaq/log/note.h"

namespace sanaq::publish {

struct LogSigner {
  log::NoteKey key;  // its name is the log's origin
  log::SignBytes sign;
};

}  // namespace sanaq::publish
