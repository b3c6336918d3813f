#include "sanaq/ledger/make_checkpoint.h"

#include <nlohmann/json.hpp>

#include "sanaq/ledger/checkpoint.h"

namespace sanaq::ledger {

Checkpoint make_checkpoint(Writer& writer) {
  const Heads heads = writer.heads();
  nlohmann::json named = nlohmann::json::object();
  for (const auto& [id, head] : heads) named[id] = {{"self", head.second}, {"seq", head.first}};
  Checkpoint checkpoint;
  checkpoint.entry = writer.append(
      "checkpoint", {{"heads", named}, {"signature", writer.sign(checkpoint_text(heads))}});
  checkpoint.code = code_text(entry_count(heads) + 1, checkpoint.entry.self);
  return checkpoint;
}

}  // namespace sanaq::ledger
