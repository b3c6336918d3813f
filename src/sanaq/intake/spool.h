// The folder in which envelopes wait for the investigators (docs/formats/spool.md):
//   in/segment-N    envelopes of 16 KiB, one behind the other
//   in/big-RANDOM   one larger envelope
//   out/            replies to be read, written by `collect` alone (replies.h)
//   collected.txt   brought back by the investigators: ids of envelopes that may go
//   lock            held by the server that writes here
#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/intake/envelope.h"

namespace sanaq::intake {

// Writes a spool. May be used by any thread. One at a time has a spool.
class Spool {
 public:
  // Makes the folders that are missing, open to their owner alone, and removes what an upload left
  // that broke off. Throws Error{conflict} where another server writes there, Error{bad_input}
  // where the folder holds something else.
  explicit Spool(const std::string& folder);
  ~Spool();
  Spool(const Spool&) = delete;
  Spool& operator=(const Spool&) = delete;

  // When it returns, the envelope survives a loss of power: one sync serves all that came within
  // 5 ms. Throws Error{io} where the disk takes it not, and then nothing of it is there.
  void put(std::string_view envelope);

  // An envelope that is written as it is sealed.
  class Big {
   public:
    explicit Big(Spool& spool);
    ~Big();  // removes what was not kept
    Big(const Big&) = delete;
    Big& operator=(const Big&) = delete;
    void add(std::string_view bytes);  // throws Error{io}
    void keep();                       // as put(): in a segment where it has 16 KiB

   private:
    struct State;
    std::unique_ptr<State> state_;
  };

  // Removes what collected.txt names: a segment once it names all in it. Cheap where the file is as
  // it was. Returns how many files went.
  int remove_collected();

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

// Throws Error{not_found} where the folder has no in/, and so is neither a spool nor a copy of one.
void check_is_spool(const std::string& folder);

// One envelope as it lies in a spool.
struct Waiting {
  std::string file;  // "in/segment-3"
  std::int64_t slot = 0;
  std::string envelope;
};
// Gives each whole envelope of a spool or of a copy of one, in the order of the files' names, also
// while a server writes. Slots that hold no envelope (a loss of power, a file that is somebody
// else's) are passed over and counted. Links are not followed. Throws as check_is_spool.
struct SpoolCount {
  std::int64_t envelopes = 0, not_envelopes = 0;
};
SpoolCount for_each_waiting(const std::string& folder,
                            const std::function<void(const Waiting&)>& take);

// collected.txt: "sanaq collected 1\n", then envelope ids, sorted, one a line.
[[nodiscard]] std::string collected_text(const std::set<std::string>& ids);
// Lines that are no id say nothing; a text without the first line names none.
[[nodiscard]] std::set<std::string> read_collected(std::string_view text);

}  // namespace sanaq::intake
