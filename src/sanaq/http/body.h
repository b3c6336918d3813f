// The body of a request, read as it comes, so that a large one never lies in memory whole.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace sanaq::http {

// A part of multipart/form-data (RFC 7578): a field, or a file if it has a name.
struct PartHead {
  std::string field, file_name, type;
};

// Takes the parts of a body in their order. Returning false ends the reading: the rest is not read
// and the connection closes.
class PartSink {
 public:
  virtual ~PartSink() = default;
  [[nodiscard]] virtual bool begin(const PartHead& head) = 0;
  [[nodiscard]] virtual bool bytes(std::string_view piece) = 0;
};

class Body {
 public:
  virtual ~Body() = default;
  // Returns all of it. Throws Error{bad_input} if it is longer than `most` bytes, or was cut.
  [[nodiscard]] virtual std::string whole(std::int64_t most) = 0;
  // Throws Error{bad_input} if it is no multipart/form-data, was cut, or is longer than `most`
  // bytes.
  virtual void parts(PartSink& sink, std::int64_t most) = 0;
  // The number of bytes that the other end says it sends; -1 if it does not say.
  [[nodiscard]] virtual std::int64_t announced() const = 0;
  // Whether reading ended because it came too slowly (ServerOptions::least_bytes_a_second).
  [[nodiscard]] virtual bool is_too_slow() const { return false; }
};

}  // namespace sanaq::http
