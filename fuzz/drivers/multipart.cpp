// A form with files: its boundary in the first line, then the body, in pieces of any size.
#include "sanaq/http/multipart.h"

#include <string>

#include "input.h"

namespace {

// Everything that is told, so that two ways of reading can be compared.
struct Told : sanaq::http::PartSink {
  std::string told;
  bool begin(const sanaq::http::PartHead& part) override {
    told += "\n[" + part.field + "|" + part.file_name + "]";
    return told.size() < 100'000;
  }
  bool bytes(std::string_view piece) override {
    told += piece;
    return true;
  }
};

std::string read_in_pieces(const std::string& boundary, std::string_view body, std::size_t piece) {
  Told told;
  sanaq::http::Multipart parts(boundary, told);
  for (std::size_t at = 0; at < body.size(); at += piece) parts.feed(body.substr(at, piece));
  return parts.state() == sanaq::http::Multipart::State::ended ? told.told : "not whole";
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = sanaq::fuzz::bytes_of(data, size);
  const std::size_t line = bytes.find('\n');
  if (line == 0 || line == bytes.npos || line > 70) return 0;
  const std::string boundary(bytes.substr(0, line));
  const std::string_view body = bytes.substr(line + 1);
  const std::string whole = read_in_pieces(boundary, body, 1 << 20);
  for (const std::size_t piece : {1, 7, 4096})
    sanaq::fuzz::expect(read_in_pieces(boundary, body, piece) == whole, "pieces change nothing");
  return 0;
}
