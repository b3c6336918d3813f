// A key for notes that tests sign with.
#pragma once
#include <string>
#include <string_view>

#include "sanaq/log/note.h"

namespace sanaq::help {

struct NoteSigner {
  // Keys of different numbers are different; the same number gives the same key.
  NoteSigner(std::string name, std::uint8_t type, int number);
  log::NoteKey key;
  log::SignBytes sign;
};

}  // namespace sanaq::help
