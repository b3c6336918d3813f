// multipart/form-data (RFC 7578), read in pieces of any size.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "sanaq/http/body.h"

namespace sanaq::http {

// Returns the boundary that a Content-Type names; nullopt if it is no multipart/form-data.
[[nodiscard]] std::optional<std::string> boundary_of(std::string_view content_type);

class Multipart {
 public:
  enum class State { reading, ended, stopped, malformed };  // stopped: by the sink

  // The sink must outlive it.
  Multipart(const std::string& boundary, PartSink& sink);
  // Takes the next bytes of the body. Once it is no longer reading, it takes no more. More than
  // 1,000 parts and a head of more than 16 KiB are malformed.
  State feed(std::string_view bytes);
  [[nodiscard]] State state() const { return state_; }

 private:
  // Each returns false if it needs more bytes or is done.
  bool take_content();
  bool take_head();
  void give(std::size_t size);

  std::string delimiter_;  // CR LF, two dashes, the boundary
  PartSink& sink_;
  std::string left_;
  State state_ = State::reading;
  bool is_in_head_ = false, is_in_part_ = false;
  int parts_ = 0;
};

}  // namespace sanaq::http
