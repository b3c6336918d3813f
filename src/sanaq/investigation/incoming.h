// Files that arrive in pieces, before anybody has said what they are. They wait in lists/.incoming/
// and are no lists: nothing reads them until they are taken in (take_in.h).
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/base/message.h"
#include "sanaq/base/sha256.h"

namespace sanaq::investigation {

inline constexpr std::string_view incoming_folder = "lists/.incoming";
inline constexpr std::int64_t incoming_bytes_max = std::int64_t{512} << 20;
inline constexpr std::size_t file_name_letters_max = 100;

struct Incoming {
  std::string id;    // 16 hex digits
  std::string name;  // of the file, as it would stand in lists/
  std::string sha256;
  std::int64_t bytes = 0;
};

// Returns the name under which a file that somebody calls so may stand in lists/: what follows the
// last slash or backslash, without signs that some file system does not take and without points at
// its beginning. Throws Error{bad_input} for more than file_name_letters_max letters and for what a
// spreadsheet program keeps beside an open file ("~$list.xlsx"), saying what to do.
[[nodiscard]] std::string incoming_name(std::string_view sent);

// One file that is arriving. Its bytes are written as they come; destroyed before finish(), it
// leaves nothing.
class Arrival {
 public:
  // Throws what incoming_name() throws, Error{bad_input} if lists/ is no real folder, Error{io}.
  Arrival(const std::string& folder, std::string_view name);
  ~Arrival();
  Arrival(const Arrival&) = delete;
  Arrival& operator=(const Arrival&) = delete;
  // Throws Error{bad_input} beyond incoming_bytes_max, Error{io} if the disk is full.
  void add(std::string_view bytes);
  // When it returns, the file is whole, synced and among incoming_files(). Throws Error{bad_input}
  // if it is empty.
  Incoming finish();

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

// Those that are whole, in the order of their names.
[[nodiscard]] std::vector<Incoming> incoming_files(const std::string& folder);
// Throws Error{not_found} if there is none of this id: it may have been taken in meanwhile.
[[nodiscard]] Incoming incoming_file(const std::string& folder, const std::string& id);
[[nodiscard]] std::string incoming_path(const std::string& folder, const Incoming& file);
// Does nothing if it is gone.
void drop_incoming(const std::string& folder, const std::string& id);

// Removes what processes that have ended left half-received, and says so.
[[nodiscard]] std::vector<base::Message> drop_cut_arrivals(const std::string& folder);

}  // namespace sanaq::investigation
