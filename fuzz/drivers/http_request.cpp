// A request as it came: its head, its form, and a form with files in pieces of any size.
#include "input.h"
#include "sanaq/http/form.h"
#include "sanaq/http/multipart.h"
#include "sanaq/http/request_head.h"

namespace {

struct Counted : sanaq::http::PartSink {
  std::size_t size = 0, parts = 0;
  bool begin(const sanaq::http::PartHead&) override {
    ++parts;
    return true;
  }
  bool bytes(std::string_view piece) override {
    size += piece.size();
    return true;
  }
};

std::size_t content_in_pieces(std::string_view bytes, std::size_t piece) {
  Counted counted;
  sanaq::http::Multipart parts("B", counted);
  for (std::size_t at = 0; at < bytes.size(); at += piece) parts.feed(bytes.substr(at, piece));
  return parts.state() == sanaq::http::Multipart::State::ended ? counted.size : 0;
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = sanaq::fuzz::bytes_of(data, size);
  const sanaq::http::RequestHead head = sanaq::http::read_head(bytes, 100);
  sanaq::fuzz::expect(head.refusal != 0 || head.request.path.starts_with('/'),
                      "what is not refused has a path");
  static_cast<void>(sanaq::http::parse_form(bytes));
  static_cast<void>(sanaq::http::boundary_of(bytes));
  sanaq::fuzz::expect(content_in_pieces(bytes, 1) == content_in_pieces(bytes, 1 << 20),
                      "pieces change nothing");
  return 0;
}
