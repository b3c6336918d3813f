#include "sanaq/workspace/row_pages.h"

#include <algorithm>
#include <charconv>

namespace sanaq::workspace {

using base::message;

RowPages pages_of_rows(const Visit& visit, std::size_t row_count) {
  RowPages found;
  found.pages = std::max<std::size_t>(1, (row_count + rows_of_a_page - 1) / rows_of_a_page);
  const std::string& wanted = visit.query.value("page");
  std::size_t number = 1;
  const auto read = std::from_chars(wanted.data(), wanted.data() + wanted.size(), number);
  if (read.ec != std::errc()) number = 1;
  found.number = std::clamp<std::size_t>(number, 1, found.pages);
  found.first = std::min(row_count, (found.number - 1) * rows_of_a_page);
  found.last = std::min(row_count, found.first + rows_of_a_page);
  return found;
}

std::string links_to_pages(const Visit& visit, const RowPages& pages, std::size_t row_count,
                           const std::string& path) {
  if (pages.pages == 1) return "";
  const auto number = [&](std::size_t value) {
    return visit.voice.number(static_cast<std::int64_t>(value));
  };
  const auto address = [&](std::size_t page_number) {
    const char* joint = path.find('?') == path.npos ? "?" : "&";
    return path + joint + "page=" + std::to_string(page_number);
  };
  Data data;
  data.set("where", visit.voice.say(message("Rows {} to {} of {}", number(pages.first + 1),
                                            number(pages.last), number(row_count))));
  if (pages.number > 1) data.set("before", address(pages.number - 1));
  if (pages.number < pages.pages) data.set("after", address(pages.number + 1));
  return piece(visit, "row_pages", data);
}

}  // namespace sanaq::workspace
