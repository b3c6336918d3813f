#include "sanaq/ledger/reader.h"

#include <algorithm>
#include <limits>
#include <memory>
#include <tuple>
#include <vector>

#include "sanaq/base/error.h"
#include "sanaq/ledger/body_scan.h"
#include "sanaq/ledger/chain_files.h"
#include "sanaq/ledger/key_events.h"
#include "sanaq/ledger/recovery.h"

namespace sanaq::ledger {
namespace {

using base::message;

[[noreturn]] void refuse(const std::string& path, std::int64_t line, const base::Problem& problem) {
  throw base::Error(base::Kind::corrupt,
                    message("{}, line {}: {}; run `sanaq verify` to see everything that is wrong",
                            path, line, problem.reason.english()));
}

// One chain, entry by entry.
class Cursor {
 public:
  Cursor(const ChainFile& file, std::int64_t end_seq)
      : file_(file),
        end_seq_(end_seq),
        chain_(file.chain_path),
        bodies_(file.bodies_path),
        lines_(chain_.bytes()),
        body_lines_(bodies_.bytes()),
        is_unfinished_(has_unfinished(file)) {
    next_body();
    next();
  }

  [[nodiscard]] bool is_at_end() const { return is_at_end_; }
  [[nodiscard]] const Entry& entry() const { return entry_; }
  [[nodiscard]] bool comes_before(const Cursor& other) const {
    return std::tie(entry_.clock, entry_.writer, entry_.seq) <
           std::tie(other.entry_.clock, other.entry_.writer, other.entry_.seq);
  }

  void next() {
    Line line;
    if (!lines_.next(line)) return end();
    if (!line.is_ended && is_unfinished_) return end();
    auto parsed = parse_chain_line(line.text);
    if (!parsed) refuse(file_.chain_path, line.number, parsed.error());
    if (parsed->seq >= end_seq_) return end();
    entry_ = std::move(*parsed);
    while (has_body_ && body_.seq < entry_.seq) next_body();
    if (!has_body_ || body_.seq != entry_.seq) return;
    if (commit(body_.salt, body_.body) != entry_.commitment) {
      refuse(file_.bodies_path, body_line_,
             {message("the body is not what the chain committed to"), {}});
    }
    if (fit_of(entry_.kind, body_.body) != Fit::misfit) {
      entry_.body = std::move(body_.body);
      entry_.salt = std::move(body_.salt);
    }
    next_body();
  }

 private:
  ChainFile file_;
  std::int64_t end_seq_;
  MappedIfThere chain_, bodies_;
  Lines lines_, body_lines_;
  bool is_unfinished_;
  bool is_at_end_ = false;
  bool has_body_ = false;
  Entry entry_;
  Body body_;
  std::int64_t body_line_ = 0;

  void end() { is_at_end_ = true; }

  void next_body() {
    Line line;
    has_body_ = body_lines_.next(line);
    if (!has_body_) return;
    auto parsed = parse_body_line(line.text);
    if (!parsed && !line.is_ended && is_unfinished_) {
      has_body_ = false;
      return;
    }
    if (!parsed) refuse(file_.bodies_path, line.number, parsed.error());
    body_ = std::move(*parsed);
    body_line_ = line.number;
  }
};

}  // namespace

std::map<std::string, std::int64_t> fork_points(const std::string& investigation) {
  std::map<std::string, std::int64_t> points;
  for (const ChainFile& file : chain_files(investigation)) {
    if (file.fork.empty()) continue;
    const MappedIfThere main(chain_file(investigation, file.writer).chain_path),
        fork(file.chain_path);
    const std::string_view left = main.bytes(), right = fork.bytes();
    const auto parting =
        std::mismatch(left.begin(), left.end(), right.begin(), right.end()).first - left.begin();
    const std::int64_t point = std::count(left.begin(), left.begin() + parting, '\n') + 1;
    const auto [at, is_new] = points.emplace(file.writer, point);
    if (!is_new) at->second = std::min(at->second, point);
  }
  return points;
}

void for_each_entry(const std::string& investigation,
                    const std::function<void(const Entry&)>& visit) {
  const auto forks = fork_points(investigation);
  const auto ends = believed_up_to(key_events(investigation));
  std::vector<std::unique_ptr<Cursor>> cursors;
  for (const ChainFile& file : chain_files(investigation)) {
    if (!file.fork.empty()) continue;
    std::int64_t end_seq = std::numeric_limits<std::int64_t>::max();
    if (const auto fork = forks.find(file.writer); fork != forks.end()) end_seq = fork->second;
    if (const auto end = ends.find(file.writer); end != ends.end())
      end_seq = std::min(end_seq, end->second + 1);
    cursors.push_back(std::make_unique<Cursor>(file, end_seq));
  }
  for (;;) {
    std::erase_if(cursors, [](const auto& cursor) { return cursor->is_at_end(); });
    if (cursors.empty()) return;
    const auto first = std::min_element(
        cursors.begin(), cursors.end(),
        [](const auto& left, const auto& right) { return left->comes_before(*right); });
    visit((*first)->entry());
    (*first)->next();
  }
}

}  // namespace sanaq::ledger
