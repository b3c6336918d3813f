// The lines of witnesses that come back to the publisher: read, held against the checkpoint, and
// kept, so that the site goes on to have them.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sanaq/base/message.h"
#include "sanaq/log/note.h"

namespace sanaq::publish {

struct Cosignatures {
  std::string file;  // as it was named
  // The text of the note, if the file is a whole one, such as a witness's copy of log/checkpoint;
  // otherwise "", and the file has lines alone.
  std::string note;
  std::vector<std::pair<std::size_t, log::NoteSignature>> lines;  // with the row of each
  std::vector<log::NoteKey> witnesses;                            // whose lines can be judged
};

// Throws Error{bad_input} naming the row that is no line of a signature, and for a file without
// any. Empty rows are passed over.
[[nodiscard]] Cosignatures parse_cosignatures(const std::string& file, std::string_view text,
                                              std::vector<log::NoteKey> witnesses);

// Adds the lines to those that the checkpoint `note_text` has; of one key the new line stands in
// the place of the old one. Lines of the log's own keys are passed over in a whole note. Throws
// Error{bad_input} naming the row: of a witness who is known and whose line does not hold for this
// note; of one of the log's own keys; where a whole note is another; where there are more lines
// than a note may have. `said` gets a sentence for each line of a witness who is not known: it is
// kept, and judged by those who know the key.
[[nodiscard]] std::vector<log::NoteSignature> with_cosignatures(
    const std::string& note_text, const std::vector<log::NoteKey>& own,
    const std::vector<log::NoteSignature>& kept, const Cosignatures& given,
    std::vector<base::Message>& said);

// publication/openings/SIZE.cosignatures: what was taken for the checkpoint of that size. Returns
// none where there is no such file. Throws Error{corrupt} for one that sanaq has not written.
[[nodiscard]] std::vector<log::NoteSignature> read_cosignatures(const std::string& investigation,
                                                                std::uint64_t size);
// Takes those of another office that are of keys of which none is here.
void merge_cosignatures(const std::string& investigation, const std::string& other,
                        std::uint64_t size);
// On the disk when it returns.
void keep_cosignatures(const std::string& investigation, std::uint64_t size,
                       const std::vector<log::NoteSignature>& lines);

}  // namespace sanaq::publish
