#include "sanaq/publish/log_of_site.h"

#include "sanaq/log/note.h"

namespace sanaq::publish {

NextPublication next_for(const LogOf& of, const SiteMark& pages) {
  const std::string& investigation = of.place.investigation;
  const std::string& origin = of.signer->key.name;
  const LogState state = read_log_state(investigation);
  expect_continued(state, investigation, of.place.folder, origin);
  LogInput input{origin, of.outcome.addresses.secret, of.day, pages.files, {mark_file}, {}};
  input.own["log/key.txt"] = log::vkey_text(of.signer->key) + "\n";
  NextPublication next =
      next_publication(state,
                       disclose::public_forms(investigation, of.view, input.secret, origin,
                                              known_leaves(state, input.secret)),
                       input);
  if (next.is_new) write_log_state(investigation, next.state);
  return next;
}

std::string signed_checkpoint(const log::Checkpoint& checkpoint, const LogSigner& signer) {
  log::Note note{log::checkpoint_text(checkpoint), {}};
  note.signatures.push_back(log::sign_note(signer.key, note.text, signer.sign));
  return log::note_text(note);
}

void name_log(const std::optional<log::Checkpoint>& checkpoint, ledger::Publication& publication) {
  if (!checkpoint) return;
  publication.log_root = log::hex_of(checkpoint->root);
  publication.log_size = static_cast<std::int64_t>(checkpoint->size);
}

}  // namespace sanaq::publish
