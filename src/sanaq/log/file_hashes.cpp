#include "sanaq/log/file_hashes.h"

#include <tbb/parallel_sort.h>

#include <algorithm>
#include <limits>
#include <numeric>

#include "sanaq/base/check.h"

namespace sanaq::log {
namespace {

constexpr std::size_t hash_digits = 64, before_path = hash_digits + 2;  // of a line

std::string_view line_from(std::string_view text, const std::vector<std::size_t>& starts,
                           std::size_t at) {
  const std::size_t end = at + 1 < starts.size() ? starts[at + 1] : text.size();
  return text.substr(starts[at], end - starts[at] - 1);
}

void append_line(std::string& text, std::string_view path, std::string_view hash) {
  base::check(hash.size() == hash_digits, "a SHA-256 has 64 hex digits");
  text.append(hash).append("  ").append(path).append("\n");
}

}  // namespace

FileHashes::FileHashes(std::initializer_list<File> files) {
  for (const File& file : files) set(file.path, file.hash);
}

FileHashes::File FileHashes::operator[](std::size_t at) const {
  const std::string_view line = line_from(text_, starts_, at);
  return {line.substr(before_path), line.substr(0, hash_digits)};
}

std::size_t FileHashes::first_from(std::string_view path) const {
  std::size_t from = 0, to = size();
  while (from < to) {
    const std::size_t middle = from + (to - from) / 2;
    if ((*this)[middle].path < path)
      from = middle + 1;
    else
      to = middle;
  }
  return from;
}

std::optional<std::size_t> FileHashes::place_of(std::string_view path) const {
  const std::size_t at = first_from(path);
  if (at == size() || (*this)[at].path != path) return std::nullopt;
  return at;
}

std::optional<std::string_view> FileHashes::hash_of(std::string_view path) const {
  const auto at = place_of(path);
  if (!at) return std::nullopt;
  return (*this)[*at].hash;
}

bool FileHashes::append(std::string_view path, std::string_view hash) {
  if (!empty() && (*this)[size() - 1].path >= path) return false;
  starts_.push_back(text_.size());
  append_line(text_, path, hash);
  return true;
}

void FileHashes::set(std::string_view path, std::string_view hash) {
  FileHashes one;
  one.append(path, hash);
  *this = joined(*this, one);
}

void FileHashes::erase(std::string_view path) {
  const auto place = place_of(path);
  if (!place) return;
  const std::size_t length = line_from(text_, starts_, *place).size() + 1;
  text_.erase(starts_[*place], length);
  starts_.erase(starts_.begin() + static_cast<std::ptrdiff_t>(*place));
  for (std::size_t at = *place; at < starts_.size(); ++at) starts_[at] -= length;
}

void FileHashes::reserve(std::size_t files, std::size_t bytes_of_paths) {
  starts_.reserve(files);
  text_.reserve(files * (before_path + 1) + bytes_of_paths);
}

FileHashes joined(const FileHashes& files, const FileHashes& over) {
  FileHashes all;
  const std::size_t count = files.size() + over.size();
  const std::size_t bytes = files.text().size() + over.text().size();
  all.reserve(count, bytes - count * (before_path + 1));
  std::size_t left = 0, right = 0;
  while (left < files.size() || right < over.size()) {
    const bool is_over =
        left == files.size() || (right < over.size() && over[right].path <= files[left].path);
    const FileHashes::File next = is_over ? over[right] : files[left];
    if (is_over && left < files.size() && files[left].path == next.path) ++left;
    ++(is_over ? right : left);
    all.append(next.path, next.hash);
  }
  return all;
}

std::size_t GatheredFiles::add(std::string_view path, std::string_view hash) {
  base::check(starts_.size() < std::numeric_limits<std::uint32_t>::max(),
              "a site has fewer than four thousand million files");
  starts_.push_back(text_.size());
  append_line(text_, path, hash);
  return starts_.size() - 1;
}

std::vector<std::string> GatheredFiles::paths() const {
  std::vector<std::string> paths;
  for (std::size_t at = 0; at < size(); ++at)
    paths.emplace_back(line_from(text_, starts_, at).substr(before_path));
  return paths;
}

FileHashes GatheredFiles::sorted(Places* places) const {
  const auto line = [&](std::size_t at) { return line_from(text_, starts_, at); };
  std::vector<std::uint32_t> order(size());
  std::iota(order.begin(), order.end(), 0U);
  tbb::parallel_sort(order, [&](std::uint32_t left, std::uint32_t right) {
    const int compared = line(left).substr(before_path).compare(line(right).substr(before_path));
    return compared != 0 ? compared < 0 : left < right;
  });
  FileHashes files;
  files.reserve(size(), text_.size() - size() * (before_path + 1));
  if (places != nullptr) places->assign(size(), 0);
  for (std::size_t at = 0; at < order.size(); ++at) {
    const std::string_view here = line(order[at]);
    const bool is_last = at + 1 == order.size() ||
                         line(order[at + 1]).substr(before_path) != here.substr(before_path);
    if (places != nullptr) (*places)[order[at]] = static_cast<std::uint32_t>(files.size());
    if (is_last) files.append(here.substr(before_path), here.substr(0, hash_digits));
  }
  return files;
}

}  // namespace sanaq::log
