// Files with their hashes, as the mark of a site and the manifest of its log list them. A large
// site has a million files: all lie in one block of memory, as the lines that are written.
#pragma once
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sanaq::log {

// Sorted by path (its bytes), each path once. What is returned points into this object, until it is
// changed.
class FileHashes {
 public:
  struct File {
    std::string_view path, hash;  // from the site's root; SHA-256, 64 hex digits
    bool operator==(const File&) const = default;
  };
  class Iterator {
   public:
    Iterator(const FileHashes& files, std::size_t at) : files_(&files), at_(at) {}
    File operator*() const { return (*files_)[at_]; }
    Iterator& operator++() {
      ++at_;
      return *this;
    }
    bool operator==(const Iterator& other) const { return at_ == other.at_; }

   private:
    const FileHashes* files_;
    std::size_t at_;
  };

  FileHashes() = default;
  FileHashes(std::initializer_list<File> files);  // in any order

  [[nodiscard]] std::size_t size() const { return starts_.size(); }
  [[nodiscard]] bool empty() const { return starts_.empty(); }
  [[nodiscard]] File operator[](std::size_t at) const;
  [[nodiscard]] Iterator begin() const { return {*this, 0}; }
  [[nodiscard]] Iterator end() const { return {*this, size()}; }

  // Returns the number of the first file whose path is not before this one.
  [[nodiscard]] std::size_t first_from(std::string_view path) const;
  [[nodiscard]] std::optional<std::size_t> place_of(std::string_view path) const;
  [[nodiscard]] std::optional<std::string_view> hash_of(std::string_view path) const;
  [[nodiscard]] bool contains(std::string_view path) const { return place_of(path).has_value(); }

  // Adds a file behind the last one; returns false, and adds nothing, if its path is not behind it.
  bool append(std::string_view path, std::string_view hash);
  // Both take a while in a large site.
  void set(std::string_view path, std::string_view hash);
  void erase(std::string_view path);
  void reserve(std::size_t files, std::size_t bytes_of_paths);

  // "HASH  PATH" for each file, as sha256sum prints it, ended by LF.
  [[nodiscard]] std::string_view text() const { return text_; }
  bool operator==(const FileHashes& other) const { return text_ == other.text_; }

 private:
  std::string text_;
  std::vector<std::size_t> starts_;  // of each line
};

// Returns the files of both; of one that both have, as `over` has it.
[[nodiscard]] FileHashes joined(const FileHashes& files, const FileHashes& over);

// Gathers files in any order.
class GatheredFiles {
 public:
  // Returns the file's number. One whose path was added before takes its place.
  std::size_t add(std::string_view path, std::string_view hash);
  [[nodiscard]] std::size_t size() const { return starts_.size(); }

  [[nodiscard]] std::vector<std::string> paths() const;  // in the order of adding

  // Where each file stands in sorted(), by the number that add() returned.
  using Places = std::vector<std::uint32_t>;
  [[nodiscard]] FileHashes sorted(Places* places = nullptr) const;

 private:
  std::string text_;
  std::vector<std::size_t> starts_;
};

}  // namespace sanaq::log
