#include "sanaq/http/request_head.h"

#include <algorithm>
#include <charconv>
#include <utility>
#include <vector>

#include "sanaq/base/utf8_letter.h"
#include "sanaq/http/form.h"

namespace sanaq::http {
namespace {

constexpr std::size_t path_bytes_most = 2048, query_bytes_most = 8192, ranges_most = 16;

struct Refused {
  int status;
};

// RFC 9110, 5.6.2.
bool is_token_letter(char letter) {
  return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'z') ||
         (letter >= 'A' && letter <= 'Z') ||
         std::string_view("!#$%&'*+-.^_`|~").find(letter) != std::string_view::npos;
}

bool is_control(char letter) { return static_cast<unsigned char>(letter) < 0x20 || letter == 0x7f; }

std::string_view stripped(std::string_view text) {
  while (text.starts_with(' ') || text.starts_with('\t')) text.remove_prefix(1);
  while (text.ends_with(' ') || text.ends_with('\t')) text.remove_suffix(1);
  return text;
}

std::string lower_case(std::string_view text) {
  std::string small(text);
  for (char& letter : small) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  }
  return small;
}

std::optional<std::int64_t> whole_number(std::string_view digits) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  const bool is_whole = error == std::errc() && end == digits.data() + digits.size();
  if (digits.empty() || digits.front() == '-' || !is_whole) return std::nullopt;
  return number;
}

std::string_view next_line(std::string_view& rest) {
  const std::size_t end = rest.find("\r\n");
  if (end == rest.npos) throw Refused{400};
  const std::string_view line = rest.substr(0, end);
  rest.remove_prefix(end + 2);
  for (const char letter : line) {
    if (is_control(letter) && letter != '\t') throw Refused{400};
  }
  return line;
}

void read_target(std::string_view target, Request& request) {
  const std::size_t question = target.find('?');
  const std::string_view path = target.substr(0, question);
  if (question != target.npos) request.query = target.substr(question + 1);
  if (path.size() > path_bytes_most || request.query.size() > query_bytes_most) throw Refused{414};
  request.path = percent_decoded(path, false);
  if (!path.starts_with('/') || target.find('#') != target.npos) throw Refused{400};
  if (std::ranges::any_of(request.path, is_control)) throw Refused{400};
  for (std::string_view rest = request.path; !rest.empty();) {
    const base::Utf8Letter letter = base::first_letter(rest);
    if (!letter.is_whole) throw Refused{400};
    rest.remove_prefix(letter.size);
  }
}

// Returns the version.
std::string_view read_request_line(std::string_view line, Request& request) {
  const std::size_t first = line.find(' '), last = line.rfind(' ');
  if (first == line.npos || first == last) throw Refused{400};
  const std::string_view method = line.substr(0, first);
  const std::string_view target = line.substr(first + 1, last - first - 1);
  const std::string_view version = line.substr(last + 1);
  if (method.empty() || !std::ranges::all_of(method, is_token_letter) ||
      target.find(' ') != target.npos)
    throw Refused{400};
  if (version != "HTTP/1.1" && version != "HTTP/1.0")
    throw Refused{version.starts_with("HTTP/") ? 505 : 400};
  if (method != "GET" && method != "HEAD" && method != "POST") throw Refused{405};
  request.method = method;
  read_target(target, request);
  return version;
}

void read_headers(std::string_view& rest, int headers_most, Request& request) {
  for (;;) {
    const std::string_view line = next_line(rest);
    if (line.empty()) return;
    const std::size_t colon = line.find(':');
    if (colon == line.npos || colon == 0) throw Refused{400};
    const std::string_view name = line.substr(0, colon);
    if (!std::ranges::all_of(name, is_token_letter)) throw Refused{400};
    if (std::ssize(request.headers) >= headers_most) throw Refused{400};
    request.headers.emplace_back(name, stripped(line.substr(colon + 1)));
  }
}

std::vector<std::string_view> all_of_name(const Request& request, std::string_view name) {
  std::vector<std::string_view> values;
  for (const auto& [header, value] : request.headers) {
    if (lower_case(header) == name) values.push_back(value);
  }
  return values;
}

void read_length(RequestHead& head) {
  const std::vector<std::string_view> lengths = all_of_name(head.request, "content-length");
  const std::vector<std::string_view> codings = all_of_name(head.request, "transfer-encoding");
  if (lengths.size() > 1 || codings.size() > 1 || (!lengths.empty() && !codings.empty()))
    throw Refused{400};
  if (!codings.empty()) {
    if (lower_case(codings[0]) != "chunked") throw Refused{501};
    if (head.request.method != "POST") throw Refused{400};
    head.content_length = std::nullopt;
    return;
  }
  if (lengths.empty()) {
    if (head.request.method == "POST") throw Refused{411};
    return;
  }
  head.content_length = whole_number(lengths[0]);
  if (!head.content_length) throw Refused{400};
  if (head.request.method != "POST" && *head.content_length > 0) throw Refused{400};
}

// "0-9", "5-", "-5": as first and last byte.
std::pair<std::int64_t, std::int64_t> range_of(std::string_view text) {
  constexpr std::int64_t open = INT64_MAX;
  const std::size_t dash = text.find('-');
  if (dash == text.npos) throw Refused{416};
  const std::string_view from = text.substr(0, dash), to = text.substr(dash + 1);
  const std::optional<std::int64_t> first = whole_number(from), last = whole_number(to);
  if ((!from.empty() && !first) || (!to.empty() && !last) || (!first && !last)) throw Refused{416};
  // What counts from the end may overlap with anything, so it stands alone.
  if (!first) return {0, open};
  if (last && *last < *first) throw Refused{416};
  return {*first, last.value_or(open)};
}

void expect_honest_ranges(const Request& request) {
  const std::vector<std::string_view> headers = all_of_name(request, "range");
  if (headers.empty()) return;
  if (headers.size() > 1 || !lower_case(headers[0]).starts_with("bytes=")) throw Refused{416};
  std::string_view rest = headers[0].substr(6);
  std::vector<std::pair<std::int64_t, std::int64_t>> ranges;
  for (;;) {
    const std::size_t comma = rest.find(',');
    ranges.push_back(range_of(stripped(rest.substr(0, comma))));
    if (ranges.size() > ranges_most) throw Refused{416};
    if (comma == rest.npos) break;
    rest.remove_prefix(comma + 1);
  }
  std::ranges::sort(ranges);
  for (std::size_t at = 1; at < ranges.size(); ++at) {
    if (ranges[at].first <= ranges[at - 1].second) throw Refused{416};
  }
}

void read_connection(std::string_view version, RequestHead& head) {
  std::string wishes;
  for (const std::string_view value : all_of_name(head.request, "connection"))
    wishes += "," + lower_case(value);
  head.keeps_open = version == "HTTP/1.1" ? wishes.find("close") == wishes.npos
                                          : wishes.find("keep-alive") != wishes.npos;
  for (const std::string_view expected : all_of_name(head.request, "expect")) {
    if (lower_case(expected) != "100-continue") throw Refused{417};
    head.wants_continue = true;
  }
}

}  // namespace

RequestHead read_head(std::string_view bytes, int headers_most) {
  RequestHead head;
  try {
    const std::string_view version = read_request_line(next_line(bytes), head.request);
    read_headers(bytes, headers_most, head.request);
    if (!bytes.empty() || all_of_name(head.request, "host").size() > 1) throw Refused{400};
    read_length(head);
    const std::vector<std::string_view> codings = all_of_name(head.request, "content-encoding");
    if (!codings.empty() && (codings.size() > 1 || lower_case(codings[0]) != "identity"))
      throw Refused{415};
    expect_honest_ranges(head.request);
    read_connection(version, head);
  } catch (const Refused& refused) {
    head.refusal = refused.status;
  }
  return head;
}

}  // namespace sanaq::http
