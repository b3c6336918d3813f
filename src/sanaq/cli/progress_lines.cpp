#include "sanaq/cli/progress_lines.h"

#include <charconv>
#include <nlohmann/json.hpp>

#include "sanaq/base/error.h"
#include "sanaq/base/system.h"

namespace sanaq::cli {
namespace {

using Json = nlohmann::ordered_json;

constexpr double seconds_between_lines = 0.1;
constexpr std::string_view progress_flag = "--progress-fd", passphrase_flag = "--passphrase-fd";

Json said(const base::Message& message) {
  return {{"id", message.id}, {"arguments", message.arguments}};
}

std::string one_line(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::optional<int> number_behind(std::string_view flag, const std::vector<std::string>& arguments) {
  for (std::size_t at = 0; at + 1 < arguments.size(); ++at) {
    if (arguments[at] != flag) continue;
    const std::string& word = arguments[at + 1];
    int number = -1;
    const auto end = std::from_chars(word.data(), word.data() + word.size(), number);
    if (end.ec != std::errc() || end.ptr != word.data() + word.size())
      throw base::Error(base::Kind::usage, base::message("{} takes the number of a pipe", flag));
    return number;
  }
  return std::nullopt;
}

}  // namespace

void ProgressLines::start(const base::Message& what, std::int64_t total) {
  what_ = what;
  total_ = total;
  tell(0);
}

void ProgressLines::advance_to(std::int64_t done) {
  if (since_telling_.seconds() >= seconds_between_lines) tell(done);
}

bool ProgressLines::stop_requested() const { return base::was_interrupted(); }

void ProgressLines::tell(std::int64_t done) {
  since_telling_ = {};
  pipe_.tell(one_line({{"what", said(what_)}, {"done", done}, {"total", total_}}));
}

void ProgressLines::note(std::string_view sentence) const {
  pipe_.tell(one_line({{"note", sentence}}));
}

void ProgressLines::end(int code, const std::optional<base::Message>& says) const {
  Json end = {{"code", code}};
  if (says) end["says"] = said(*says);
  pipe_.tell(one_line(end));
}

void add_pipes(Arguments& app, std::string& words) {
  app.option(std::string(progress_flag), &words, "").hidden();
  app.option(std::string(passphrase_flag), &words, "").hidden();
}

std::optional<int> telling_pipe_of(const std::vector<std::string>& arguments) {
  return number_behind(progress_flag, arguments);
}

std::optional<std::string> passphrase_handed_over(const std::vector<std::string>& arguments) {
  const auto pipe = number_behind(passphrase_flag, arguments);
  if (!pipe) return std::nullopt;
  std::string passphrase = base::read_secret(*pipe);
  if (passphrase.empty()) return std::nullopt;
  return passphrase;
}

}  // namespace sanaq::cli
