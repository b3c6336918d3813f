#include "sanaq/ledger/verify_signatures.h"

#include <algorithm>
#include <future>
#include <utility>
#include <vector>

#include "sanaq/base/system.h"
#include "sanaq/ledger/chain_files.h"
#include "sanaq/ledger/keys.h"
#include "sanaq/ledger/verify_report.h"
#include "sanaq/ledger/verify_standing.h"

namespace sanaq::ledger {
namespace {

using base::message;

constexpr std::size_t batch_lines = 16384;  // some 0.8 s of one processor

bool holds(const ScannedChain& chain, std::string_view line) {
  const auto entry = parse_chain_line(line);
  if (!entry) return false;
  const bool is_founding =
      entry->seq == chain.first_signed && chain.opening->kind == KeyEventKind::founded;
  return signature_holds(signed_text(is_founding ? no_id : chain.id, *entry), entry->sig,
                         chain.file.writer);
}

// The numbers of those lines whose signature does not hold, sorted.
std::vector<std::int64_t> bad_lines(const ScannedChain& chain, const std::vector<Line>& lines) {
  const std::size_t parts = std::min(static_cast<std::size_t>(std::max(1, base::processor_count())),
                                     lines.size() / 64 + 1);
  std::vector<std::future<std::vector<std::int64_t>>> running;
  for (std::size_t part = 0; part < parts; ++part) {
    running.push_back(std::async(std::launch::async, [&, part] {
      std::vector<std::int64_t> bad;
      for (std::size_t at = part; at < lines.size(); at += parts) {
        if (!holds(chain, lines[at].text)) bad.push_back(lines[at].number);
      }
      return bad;
    }));
  }
  std::vector<std::int64_t> bad;
  for (auto& part : running) {
    const std::vector<std::int64_t> found = part.get();
    bad.insert(bad.end(), found.begin(), found.end());
  }
  std::sort(bad.begin(), bad.end());
  return bad;
}

class SignatureCheckOfChain {
 public:
  SignatureCheckOfChain(const std::string& investigation, const ScannedChain& chain,
                        VerifyReport& report)
      : name_(finding_name(investigation, chain.file)),
        chain_(chain),
        file_(chain.file.chain_path),
        report_(report) {}

  void all(base::Progress& progress) {
    Lines lines(file_.bytes().substr(0, chain_.end_offset));
    std::vector<Line> batch;
    Line line;
    while (lines.next(line)) {
      if (line.number >= chain_.first_signed) batch.push_back(line);
      if (batch.size() < batch_lines) continue;
      progress.throw_if_stopped();
      name(std::exchange(batch, {}));
    }
    name(batch);
  }

  void some(const std::set<std::int64_t>& seqs) {
    const std::vector<std::int64_t> numbers(seqs.lower_bound(chain_.first_signed),
                                            seqs.upper_bound(chain_.end));
    std::vector<Line> lines;
    for (const auto& [number, text] : lines_numbered(file_.bytes(), numbers))
      lines.push_back({text, number, true});
    name(lines);
  }

 private:
  std::string name_;
  const ScannedChain& chain_;
  MappedIfThere file_;
  VerifyReport& report_;

  void name(const std::vector<Line>& lines) {
    report_.signatures += static_cast<std::int64_t>(lines.size());
    for (const std::int64_t number : bad_lines(chain_, lines))
      report_.findings.push_back(
          {Weight::damage, name_, number,
           message("the signature of this line does not hold, and those after it do"),
           message("only the holder of the key can have written it so; ask the writer")});
  }
};

}  // namespace

void check_signatures(const std::string& investigation, const FolderFacts& folder,
                      const LinesLeanedOn& lines, bool checks_all, VerifyReport& report,
                      base::Progress& progress) {
  for (const ScannedChain& chain : folder.chains) {
    if (chain.first_signed == 0) continue;
    ++report.signatures;  // of the last line, by the scan
    SignatureCheckOfChain check(investigation, chain, report);
    const auto leaned_on = lines.find(chain.file.writer);
    if (checks_all) {
      check.all(progress);
    } else if (leaned_on != lines.end()) {
      check.some(leaned_on->second);
    }
  }
}

}  // namespace sanaq::ledger
