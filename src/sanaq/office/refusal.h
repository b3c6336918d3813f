// An office file that cannot be read: damaged, or beyond the limits.
#pragma once
#include "sanaq/base/error.h"

namespace sanaq::office {

enum class Trouble { damaged, too_large, locked };

// Its message begins with the name that the reader was given. Kind bad_input.
class Refusal : public base::Error {
 public:
  Refusal(Trouble trouble, base::Message message)
      : base::Error(base::Kind::bad_input, std::move(message)), trouble_(trouble) {}
  [[nodiscard]] Trouble trouble() const { return trouble_; }

 private:
  Trouble trouble_;
};

}  // namespace sanaq::office
