#include "sanaq/ledger/bodies_ahead.h"

#include <utility>

namespace sanaq::ledger {
namespace {

constexpr std::size_t batch_lines = 2048;  // half a megabyte: a thread costs less than its work

ReadBody read_body(const Line& line) {
  ReadBody read;
  read.line = line;
  std::string_view text = line.text;
  if (text.ends_with('\r')) text.remove_suffix(1);
  read.body = view_body_line(text);
  if (read.body) commit(read.body->salt, read.body->body, read.commitment.data());
  return read;
}

}  // namespace

BodiesAhead::BodiesAhead(std::string_view bytes) : lines_(bytes) { start(); }

BodiesAhead::Batch BodiesAhead::read(Lines& lines) {
  Batch batch;
  Line line;
  while (batch.size() < batch_lines && lines.next(line)) batch.push_back(read_body(line));
  return batch;
}

void BodiesAhead::start() {
  coming_ = std::async(std::launch::async, [this] { return read(lines_); });
}

bool BodiesAhead::next(ReadBody& body) {
  if (at_ == batch_.size()) {
    if (!coming_.valid()) return false;
    batch_ = coming_.get();
    at_ = 0;
    if (batch_.empty()) return false;
    start();
  }
  body = std::move(batch_[at_++]);
  return true;
}

}  // namespace sanaq::ledger
