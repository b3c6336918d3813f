#include "sanaq/workspace/posted_file.h"

#include "sanaq/base/check.h"
#include "sanaq/workspace/page.h"

namespace sanaq::workspace {
namespace {

class OneFile : public http::PartSink {
 public:
  OneFile(const Visit& visit, const std::string& route) : visit_(visit), route_(route) {}

  [[nodiscard]] bool begin(const http::PartHead& head) override {
    is_file_ = head.field == "file";
    if (!is_file_) {
      posted_.fields.fields.emplace_back(head.field, "");
      return true;
    }
    posted_.file_name = head.file_name;
    return is_ours();
  }
  [[nodiscard]] bool bytes(std::string_view piece) override {
    std::string& into = is_file_ ? posted_.bytes : posted_.fields.fields.back().second;
    into += piece;
    return true;
  }
  [[nodiscard]] bool is_ours() const {
    return has_right_csrf(visit_, route_, posted_.fields.value("csrf"));
  }
  [[nodiscard]] PostedFile take() { return std::move(posted_); }

 private:
  const Visit& visit_;
  const std::string& route_;
  bool is_file_ = false;
  PostedFile posted_;
};

}  // namespace

std::optional<PostedFile> read_posted_file(const Visit& visit, const std::string& route,
                                           std::int64_t most) {
  base::check(visit.body != nullptr, "the route reads its body itself");
  OneFile file(visit, route);
  visit.body->parts(file, most);
  if (!file.is_ours()) return std::nullopt;
  return file.take();
}

}  // namespace sanaq::workspace
