// A request as it came: its head, its form, the boundary that a head names.
#include "input.h"
#include "sanaq/http/form.h"
#include "sanaq/http/multipart.h"
#include "sanaq/http/request_head.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = sanaq::fuzz::bytes_of(data, size);
  const sanaq::http::RequestHead head = sanaq::http::read_head(bytes, 100);
  sanaq::fuzz::expect(head.refusal != 0 || head.request.path.starts_with('/'),
                      "what is not refused has a path");
  static_cast<void>(sanaq::http::parse_form(bytes));
  static_cast<void>(sanaq::http::boundary_of(bytes));
  return 0;
}
