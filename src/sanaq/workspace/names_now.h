// The index of names that belongs to lists that are held, or how far it is.
#pragma once
#include <memory>
#include <optional>

#include "sanaq/investigation/records_index.h"
#include "sanaq/workspace/held.h"

namespace sanaq::workspace {

struct NamesNow {
  HeldNow held;                                              // the lists that it was made from
  std::shared_ptr<const investigation::RecordsIndex> index;  // nullptr until it is whole
  Reading making;                                            // how far it is until then
  std::optional<base::Message> why_not;                      // it could not be made
};

}  // namespace sanaq::workspace
