// Whoever is told what was found and done when an investigation was opened: a terminal prints it, a
// page shows it.
#pragma once
#include "sanaq/base/message.h"
#include "sanaq/ledger/writer.h"

namespace sanaq::desk {

class Hears {
 public:
  virtual ~Hears() = default;
  virtual void hear(const base::Message& sentence) = 0;
  // The investigation was founded: what is in `founding` is to be shown now or never.
  virtual void hear_founding(const ledger::Founding& founding) = 0;
  // It was never believed from here before.
  virtual void hear_first_time(const ledger::Writer& writer) = 0;
};

}  // namespace sanaq::desk
