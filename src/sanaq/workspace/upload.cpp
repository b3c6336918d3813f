#include "sanaq/workspace/upload.h"

#include <memory>
#include <optional>
#include <set>

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/investigation/incoming.h"
#include "sanaq/investigation/table_sort.h"
#include "sanaq/tables/preview.h"
#include "sanaq/text/fold.h"
#include "sanaq/workspace/page.h"

namespace sanaq::workspace {
namespace {

using base::message;

// A file that is refused is read to its end and thrown away, so that the browser hears why instead
// of a connection that breaks.
class Receiving : public http::PartSink {
 public:
  Receiving(const Visit& visit, const std::string& folder, const std::string& route)
      : visit_(visit), folder_(folder), route_(route) {}

  [[nodiscard]] bool begin(const http::PartHead& head) override {
    end_part();
    is_csrf_ = head.field == "csrf" && head.file_name.empty();
    if (head.file_name.empty()) return true;
    if (!upload.is_ours) upload.is_ours = has_right_csrf(visit_, route_, csrf_);
    if (!upload.is_ours) return false;
    attempt([&] {
      const std::string name = investigation::incoming_name(head.file_name);
      if (!names_.insert(text::fold(name)).second)
        throw base::Error(base::Kind::bad_input,
                          message("{}: two of the files have this name; rename one of them and "
                                  "send it again",
                                  name));
      arrival_ = std::make_unique<investigation::Arrival>(folder_, head.file_name);
    });
    return true;
  }

  [[nodiscard]] bool bytes(std::string_view piece) override {
    constexpr std::size_t csrf_most = 1024;
    if (is_csrf_ && csrf_.size() + piece.size() <= csrf_most) csrf_ += piece;
    if (arrival_) attempt([&] { arrival_->add(piece); });
    return true;
  }

  // Of the part before: it is whole once another begins or the body has ended.
  void end_part() {
    if (!arrival_) return;
    attempt([&] {
      const investigation::Incoming file = arrival_->finish();
      arrival_.reset();
      expect_table(file);
      ++upload.arrived;
    });
  }

  Upload upload;

 private:
  template <typename Act>
  void attempt(Act act) {
    try {
      act();
    } catch (const base::Error& error) {
      arrival_.reset();
      upload.problems.push_back(error.message());
    }
  }

  void expect_table(const investigation::Incoming& file) {
    try {
      const base::MappedFile mapped(investigation::incoming_path(folder_, file));
      (void)investigation::sort_of_table(tables::beginning_of_table(mapped.bytes()), file.name);
    } catch (const base::Error&) {
      investigation::drop_incoming(folder_, file.id);
      throw;
    }
  }

  const Visit& visit_;
  const std::string& folder_;
  const std::string& route_;
  bool is_csrf_ = false;
  std::string csrf_;
  std::set<std::string> names_;  // folded
  std::unique_ptr<investigation::Arrival> arrival_;
};

}  // namespace

Upload receive_upload(const Visit& visit, const std::string& folder, const std::string& route,
                      std::int64_t most) {
  Receiving receiving(visit, folder, route);
  visit.body->parts(receiving, most);
  receiving.end_part();
  return receiving.upload;
}

}  // namespace sanaq::workspace
