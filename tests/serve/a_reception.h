// A reception over an invented site, with an investigator who can open what comes.
#pragma once
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "help/scratch.h"
#include "help/server_site.h"
#include "sanaq/base/error.h"
#include "sanaq/http/body.h"
#include "sanaq/http/form.h"
#include "sanaq/http/multipart.h"
#include "sanaq/intake/number_words.h"
#include "sanaq/serve/public_door.h"

namespace sanaq::serve {

class TextBody : public http::Body {
 public:
  TextBody(std::string text, std::string type) : text_(std::move(text)), type_(std::move(type)) {}
  [[nodiscard]] std::string whole(std::int64_t most) override {
    if (std::ssize(text_) > most)
      throw base::Error(base::Kind::bad_input, base::message("too long"));
    return text_;
  }
  void parts(http::PartSink& sink, std::int64_t) override {
    const auto boundary = http::boundary_of(type_);
    if (!boundary) throw base::Error(base::Kind::bad_input, base::message("no multipart"));
    http::Multipart parts(*boundary, sink);
    for (std::size_t at = 0; at < text_.size(); at += 10000)
      parts.feed(std::string_view(text_).substr(at, 10000));
    if (parts.state() == http::Multipart::State::malformed ||
        parts.state() == http::Multipart::State::reading)
      throw base::Error(base::Kind::bad_input, base::message("cut"));
  }
  [[nodiscard]] std::int64_t announced() const override { return std::ssize(text_); }

 private:
  std::string text_, type_;
};

using Fields = std::vector<std::pair<std::string, std::string>>;

inline std::string encoded(const Fields& fields) {
  std::string text;
  for (const auto& [name, value] : fields)
    text += (text.empty() ? "" : "&") + name + "=" + http::percent_encoded(value);
  return text;
}

struct AReception {
  AReception() : AReception(std::vector<std::string>{"en", "kk", "ru"}) {}
  explicit AReception(const std::vector<std::string>& languages) {
    ReceptionOptions options;
    options.site =
        help::server_site(scratch, languages, intake::keys_file_text({investigator.public_half}));
    options.spool = scratch / "spool";
    options.seconds = [this] { return now; };
    options.disk_room = [this] { return disk; };
    reception = std::make_unique<Reception>(options);
  }

  http::Response get(const std::string& path) {
    http::Request request;
    request.method = "GET";
    request.path = path.substr(0, path.find('?'));
    if (path.find('?') != path.npos) request.query = path.substr(path.find('?') + 1);
    TextBody body("", "");
    return public_answer(*reception, request, body);
  }
  http::Response post(const std::string& path, const Fields& fields) {
    return post_text(path, encoded(fields), "application/x-www-form-urlencoded");
  }
  http::Response post_text(const std::string& path, const std::string& text,
                           const std::string& type) {
    http::Request request;
    request.method = "POST";
    request.path = path;
    request.headers = {{"Content-Type", type}, {"X-Real-IP", address}};
    TextBody body(text, type);
    return public_answer(*reception, request, body);
  }
  // A form with a file as its last part.
  http::Response post_file(const Fields& fields, const std::string& name, const std::string& file) {
    std::string text;
    for (const auto& [field, value] : fields)
      text +=
          "--B\r\nContent-Disposition: form-data; name=\"" + field + "\"\r\n\r\n" + value + "\r\n";
    text += "--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name +
            "\"\r\nContent-Type: image/jpeg\r\n\r\n" + file + "\r\n--B--\r\n";
    return post_text("/testify/files", text, "multipart/form-data; boundary=B");
  }

  // What came, opened.
  std::vector<intake::Content> contents() {
    std::vector<intake::Content> contents;
    static_cast<void>(
        intake::for_each_waiting(scratch / "spool", [&](const intake::Waiting& waiting) {
          contents.push_back(intake::opened(waiting.envelope, {&investigator}).value());
        }));
    return contents;
  }

  help::Scratch scratch;
  intake::KeyPair investigator = intake::new_key_pair();
  double now = 1000000;
  intake::DiskRoom disk{std::int64_t{90} << 30, std::int64_t{100} << 30};
  std::string address = "192.0.2.1";
  std::unique_ptr<Reception> reception;
};

// The value that the invented site shows in a place, as HTML.
inline std::string place_in(const http::Response& page, const std::string& name) {
  const std::string before = "<input name=\"" + name + "\" value=\"";
  const std::size_t at = page.body.find(before);
  if (at == page.body.npos) return "(missing)";
  const std::size_t from = at + before.size();
  return page.body.substr(from, page.body.find('"', from) - from);
}
inline bool shows(const http::Response& page, const std::string& part) {
  return page.body.find("<p id=\"" + part + "\">") != page.body.npos;
}
inline std::string header_in(const http::Response& page, const std::string& name) {
  for (const auto& [each, value] : page.headers) {
    if (each == name) return value;
  }
  return "";
}

// The answer to the sum on a page, found by trying.
inline std::string solution_of(const http::Response& page, const std::string& language) {
  const auto words_of = [](const std::string& text) {
    std::vector<std::string> words(1);
    for (const char letter : text) {
      if (letter != ' ')
        words.back() += letter;
      else if (!words.back().empty())
        words.emplace_back();
    }
    if (words.back().empty()) words.pop_back();
    return words;
  };
  for (int tried = 0; tried <= 10; ++tried) {
    const auto words = words_of(place_in(page, "sum_before") + " " + std::to_string(tried) + " " +
                                place_in(page, "sum_after"));
    const int left = intake::read_answer(words.at(0), language).value(),
              right = intake::read_answer(words.at(2), language).value(),
              result = intake::read_answer(words.at(4), language).value();
    if ((words.at(1) == "+" ? left + right : left - right) == result) return std::to_string(tried);
  }
  return "";
}

}  // namespace sanaq::serve
