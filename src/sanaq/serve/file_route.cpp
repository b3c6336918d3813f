#include "sanaq/serve/file_route.h"

#include <memory>
#include <optional>
#include <utility>

#include "sanaq/base/error.h"
#include "sanaq/base/system.h"
#include "sanaq/intake/receipt_words.h"
#include "sanaq/serve/asked.h"
#include "sanaq/serve/return_routes.h"
#include "sanaq/serve/sent_form.h"
#include "sanaq/serve/witness_words.h"

namespace sanaq::serve {
namespace {

constexpr std::size_t field_bytes_most = 4096, file_name_letters_most = 200;

// One of the uploads that come at once, for as long as this lives.
class UploadPlace {
 public:
  explicit UploadPlace(Reception& reception) : reception_(reception) {
    is_taken_ = ++reception_.uploads <= uploads_most;
  }
  ~UploadPlace() { --reception_.uploads; }
  UploadPlace(const UploadPlace&) = delete;
  UploadPlace& operator=(const UploadPlace&) = delete;
  [[nodiscard]] bool is_taken() const { return is_taken_; }

 private:
  Reception& reception_;
  bool is_taken_ = false;
};

// Takes the fields, and the first file that has a byte straight into an envelope.
class SealedUpload : public http::PartSink {
 public:
  explicit SealedUpload(Reception& reception) : reception_(reception) {}

  [[nodiscard]] bool begin(const http::PartHead& head) override {
    is_in_file_ = head.field == "file";
    if (!is_in_file_) {
      form.fields.emplace_back(head.field, "");
      return form.fields.size() < 20;
    }
    if (envelope_) return false;
    words = intake::normalised_words(cleaned_text(form.value("words")));
    if (words.empty()) return false;
    head_ = head;
    return true;
  }

  [[nodiscard]] bool bytes(std::string_view piece) override {
    if (!is_in_file_) {
      form.fields.back().second += piece;
      return form.fields.back().second.size() <= field_bytes_most;
    }
    if (!envelope_ && !piece.empty()) begin_envelope();
    size_ += std::ssize(piece);
    if (size_ > intake::file_bytes_most) {
      is_too_large = true;
      return false;
    }
    if (envelope_) sealer_->add_file(piece);
    return true;
  }

  // Whether a file came.
  [[nodiscard]] bool has_file() const { return envelope_.has_value(); }
  void keep() {
    sealer_->finish();
    envelope_->keep();
  }

  http::Form form;
  std::string words;
  bool is_too_large = false;

 private:
  void begin_envelope() {
    const auto pages = reception_.pages();
    const intake::Content head{
        intake::ContentKind::file,
        {{"receipt", intake::key_text(intake::receipt_keys(words).public_half)},
         {"lang", pages->language(form.value("lang"))},
         {"name", one_line(head_.file_name, file_name_letters_most)},
         {"type", one_line(head_.type, file_name_letters_most)},
         {"day", base::today()}},
        ""};
    envelope_.emplace(reception_.spool());
    sealer_ = std::make_unique<intake::Sealer>(
        pages->keys(), head, [this](std::string_view sealed) { envelope_->add(sealed); });
  }

  Reception& reception_;
  http::PartHead head_;
  bool is_in_file_ = false;
  std::int64_t size_ = 0;
  std::optional<intake::Spool::Big> envelope_;
  std::unique_ptr<intake::Sealer> sealer_;
};

http::Response file_page(Reception& reception, const Asked& asked, const std::string& words,
                         std::string_view part, int status) {
  Filling filling;
  filling.parts.emplace(part);
  if (asked.form.value("from") == "return")
    return return_page(reception, asked, words, std::move(filling), status);
  fill_words(filling, words, reception);
  return asked.page("receipt", std::move(filling), status);
}

}  // namespace

http::Response take_file(Reception& reception, const http::Request& request, http::Body& body) {
  const auto nothing_sent = [&] { return asked_of(request, {}, reception.pages()); };
  const UploadPlace place(reception);
  if (!place.is_taken()) {
    reception.counts.count(&DayCount::full);
    return nothing_sent().error("busy", 503);
  }
  if (!reception.has_room(intake::Coming::file)) {
    reception.counts.count(&DayCount::full);
    return nothing_sent().error("full", 503);
  }
  SealedUpload upload(reception);
  bool is_full = false;
  try {
    body.parts(upload, upload_bytes_most);
    if (upload.has_file() && !upload.is_too_large) upload.keep();
  } catch (const base::Error& error) {
    if (error.kind() != base::Kind::io) throw;
    is_full = true;
    reception.counts.count(&DayCount::full);
  }
  const Asked asked = asked_of(request, upload.form, reception.pages());
  if (upload.words.empty()) return asked.error("bad_form", 400);
  if (is_full) return file_page(reception, asked, upload.words, "full", 503);
  if (upload.is_too_large) return file_page(reception, asked, upload.words, "file_too_large", 413);
  if (!upload.has_file()) return file_page(reception, asked, upload.words, "no_file", 200);
  reception.arrivals.note(upload.words, reception.now());
  return file_page(reception, asked, upload.words, "file_arrived", 200);
}

}  // namespace sanaq::serve
