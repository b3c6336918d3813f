#include "sanaq/publish/log_proof.h"

#include "sanaq/base/error.h"

namespace sanaq::publish {
namespace {

using base::Error;
using base::Kind;
using base::message;

}  // namespace

std::vector<PageProof> prove_page(const std::string& site, const std::string& page,
                                  const CheckedLog& checked) {
  if (!checked.report.is_whole())
    throw Error(Kind::corrupt,
                message("{}: the site is not whole, so nothing can be proved; sanaq verify names "
                        "the places",
                        site));
  const log::ReadFile read_file = read_files_of(site);
  const auto text = read_file(page + ".entries.json");
  if (!text)
    throw Error(Kind::not_found,
                message("{}: the site has no such page, or nothing of it is in the log; give it as "
                        "person/ID",
                        page));
  const SignedCheckpoint& signed_now = checked.seen.checkpoint;
  log::TileReader tiles(read_file, signed_now.checkpoint.size);
  std::vector<PageProof> proofs;
  for (const auto& [index, leaf] : checked.seen.open) {
    // verify_log has found every line of the file among the open leaves.
    const std::string line = opened_line(leaf);
    if (text->find("\n" + line) == text->npos) continue;
    proofs.push_back(
        {index,
         log::tlog_proof_text(
             {line, index, log::inclusion_proof(index, signed_now.checkpoint.size, tiles.reader()),
              note_text(signed_now.note)})});
  }
  return proofs;
}

}  // namespace sanaq::publish
