// Writes many files first and syncs them together, which is far quicker than a sync after each.
#pragma once
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace sanaq::base {

// For a folder that counts only once it is whole (WholeFolder): until sync() has returned, nothing
// in it is sure to survive a loss of power. All functions throw Error{io} with the path.
class LateSync {
 public:
  // Its folders are made as needed. Several threads may write at once, each another file.
  void write(const std::string& path, std::string_view bytes);
  // Of many files the whole disk is synced at once, where the system tells what could not be
  // written then (Linux 5.8); else file by file.
  void sync();

 private:
  class Open;
  void make_folder_of(const std::string& path);
  void know_disk_of(const std::string& folder);
  [[nodiscard]] bool sync_disks() const;

  std::mutex alone_;  // of all that follows
  std::vector<std::string> files_;
  std::vector<std::string> folders_;  // sorted, distinct
  // By device: a folder there, open since before the first file was written, so that syncfs() tells
  // every failure since.
  std::map<std::uint64_t, std::shared_ptr<const Open>> disks_;
};

}  // namespace sanaq::base
