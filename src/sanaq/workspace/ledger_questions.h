// What must be asked before the ledger can be written: the request stops, the question is shown on
// a page that carries everything that was posted, and with the answer it is done again.
#pragma once
#include <utility>

#include "sanaq/base/error.h"
#include "sanaq/ledger/writer_options.h"

namespace sanaq::workspace {

// The key that signs entries has a passphrase, and it is not in hand.
class NeedsPassphrase : public base::Error {
 public:
  using base::Error::Error;
};

// Whether what stands in one's own chain of format 1 is one's own.
class NeedsOwnEnd : public base::Error {
 public:
  explicit NeedsOwnEnd(ledger::Unvouched chain)
      : base::Error(base::Kind::usage,
                    base::message("it must be said first whether you wrote your own entries")),
        chain_(std::move(chain)) {}
  [[nodiscard]] const ledger::Unvouched& chain() const { return chain_; }

 private:
  ledger::Unvouched chain_;
};

}  // namespace sanaq::workspace
