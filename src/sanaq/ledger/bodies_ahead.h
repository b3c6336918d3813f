// The body lines of a chain, read and hashed on a thread of their own while the chain is checked.
#pragma once
#include <array>
#include <cstdint>
#include <future>
#include <string_view>
#include <vector>

#include "sanaq/base/result.h"
#include "sanaq/ledger/chain_files.h"
#include "sanaq/ledger/entry.h"

namespace sanaq::ledger {

struct ReadBody {
  Line line;  // as in the file; a CR that a mailer put there is not part of what was parsed
  base::Result<BodyView> body = BodyView{};  // parts of the bytes
  std::array<char, 64> commitment{};         // of the body, hex; zeros where it could not be parsed
};

// Lines come in their order, whatever the threads do. The bytes must outlive it.
class BodiesAhead {
 public:
  explicit BodiesAhead(std::string_view bytes);
  bool next(ReadBody& body);

 private:
  using Batch = std::vector<ReadBody>;
  static Batch read(Lines& lines);
  void start();

  Lines lines_;
  Batch batch_;
  std::size_t at_ = 0;
  std::future<Batch> coming_;
};

}  // namespace sanaq::ledger
