// The queue of doubts as it is written down (kept_queue.h), for whoever asks them one by one.
//
// One line a task, no cell of any list:
// {"task":"pair|person|setback","records":[IDENTITY…],"gain","why"}; a setback also has "entry".
// Setbacks come first, then by gain, ties by identity; what somebody was unsure of comes last. The
// step `link` writes it with the first term of the gain (doubtful_pairs.h), the step `estimate`
// with both.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/investigation/review_queue.h"

namespace sanaq::investigation {

enum class QueueKind { setback, pair, person };

struct QueueTask {
  QueueKind kind = QueueKind::pair;
  // Two, or three to six; of a setback all that its decision names and that a list still has, or
  // all that it names if none has any.
  std::vector<std::string> records;  // identities
  double gain = 0;                   // 0 for a setback
  // "doubt", "unsure"; of a setback "changed", "removed", "unknown", "overruled".
  std::string why;
  std::string entry;  // of a setback: the decision, "3f9a0c12:7"
};

// Returns the setbacks, pairs and groups of a queue; rows and cells that were not read are no
// doubts.
[[nodiscard]] std::vector<QueueTask> queue_of(const Outcome& outcome,
                                              const std::vector<ReviewTask>& tasks);

[[nodiscard]] std::string queue_text(const std::vector<QueueTask>& queue);
// Reverses it; nullopt for a text that is not of this form.
[[nodiscard]] std::optional<std::vector<QueueTask>> read_queue_text(std::string_view text);
// The same of one line, without its end.
[[nodiscard]] std::optional<QueueTask> read_queue_line(std::string_view line);

}  // namespace sanaq::investigation
