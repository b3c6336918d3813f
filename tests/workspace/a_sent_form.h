// The body of a form with files, given to a screen without a server.
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "sanaq/base/error.h"
#include "sanaq/http/body.h"

namespace sanaq::workspace {

struct SentPart {
  std::string field, file_name, bytes;
};

class ASentForm : public http::Body {
 public:
  explicit ASentForm(std::vector<SentPart> parts, bool is_cut = false)
      : parts_(std::move(parts)), is_cut_(is_cut) {}
  [[nodiscard]] std::string whole(std::int64_t /*most*/) override { return ""; }
  void parts(http::PartSink& sink, std::int64_t /*most*/) override {
    for (const SentPart& part : parts_) {
      if (!sink.begin({part.field, part.file_name, ""})) return;
      constexpr std::size_t at_once = 7;
      for (std::size_t at = 0; at < part.bytes.size(); at += at_once) {
        if (!sink.bytes(std::string_view(part.bytes).substr(at, at_once))) return;
      }
    }
    if (is_cut_)
      throw base::Error(base::Kind::bad_input, base::message("the request was cut short"));
  }
  [[nodiscard]] std::int64_t announced() const override { return -1; }

 private:
  std::vector<SentPart> parts_;
  bool is_cut_;
};

}  // namespace sanaq::workspace
