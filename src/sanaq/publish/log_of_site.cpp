#include "sanaq/publish/log_of_site.h"

#include <algorithm>
#include <utility>

#include "embedded/sanaq_publish.h"
#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/log/note.h"
#include "sanaq/publish/log_page.h"
#include "sanaq/publish/log_site.h"
#include "sanaq/settings/config.h"

namespace sanaq::publish {
namespace {

// What [publish] keep names, and the mark, which has the hash of every other file.
std::vector<std::string> kept_paths(const LogOf& of) {
  std::vector<std::string> kept = of.outcome.config.publish.keep;
  for (const std::string& path : kept) {
    const std::string_view bare(path.data(), path.size() - (path.ends_with('/') ? 1 : 0));
    if (!log::is_plain_path(bare))
      throw base::Error(base::Kind::bad_input,
                        base::message("[publish] keep: {} is no path within the site", path));
  }
  kept.emplace_back(mark_file);
  std::sort(kept.begin(), kept.end());
  kept.erase(std::unique(kept.begin(), kept.end()), kept.end());
  return kept;
}

// None if nothing can be taken from the site: then everything is made.
std::optional<OpenedLines> opened_lines(const LogOf& of, const LogState& state,
                                        const std::string& origin) {
  const auto newest = newest_publication(state);
  const auto hash = of.standing ? of.standing->files.hash_of(opened_file) : std::nullopt;
  if (!newest || newest->origin != origin || !hash) return std::nullopt;
  return OpenedLines::read(base::join(of.place.folder, opened_file), *hash, state.open,
                           state.size());
}

}  // namespace

NextPublication next_for(const LogOf& of, log::FileHashes pages, const WriteEntries& write) {
  const std::string& investigation = of.place.investigation;
  const std::string& origin = of.signer->key.name;
  const LogState state = read_log_state(investigation);
  expect_continued(state, investigation, of.place.folder, origin);
  LogInput input{origin, of.outcome.addresses.secret, of.day, std::move(pages), kept_paths(of), {}};
  input.older_secrets = of.outcome.addresses.all;
  for (const log::NoteKey& key : keys_of(*of.signer))
    input.own["log/key.txt"] += log::vkey_text(key) + "\n";
  input.own["log/check.py"] = embedded_file("check.py");
  const std::string language = of.view.languages.empty() ? "en" : of.view.languages.front();
  input.code_page = [&](std::uint64_t size, const std::string& code) {
    return log_page(of.view.title, language, size, code);
  };
  const auto index = std::make_shared<const LeafIndex>(state.leaves);
  disclose::KnownLeaves known = known_leaves(state, input.secret, index);
  const std::optional<OpenedLines> opened = opened_lines(of, state, origin);
  if (opened) known.open_row = open_rows(state, index);
  input.opened = opened ? &*opened : nullptr;
  input.write = write;
  const disclose::PublicForms forms =
      disclose::public_forms(investigation, of.view, input.secret, origin, known, &of.outcome);
  NextPublication next = next_publication(state, forms, std::move(input), index);
  if (next.is_new && of.signer->cosignatures != nullptr)
    throw base::Error(
        base::Kind::conflict,
        base::message("{}: this publication changes the site, so what witnesses signed before does "
                      "not hold for it; publish without --cosignatures, and let them look again",
                      of.signer->cosignatures->file));
  if (next.is_new) write_log_state(investigation, next.state);
  return next;
}

std::string signed_checkpoint(const log::Checkpoint& checkpoint, const LogOf& of,
                              std::vector<base::Message>& said) {
  const LogSigner& signer = *of.signer;
  const std::string& investigation = of.place.investigation;
  log::Note note{log::checkpoint_text(checkpoint), {}};
  note.signatures.push_back(log::sign_note(signer.key, note.text, signer.sign));
  for (const LogSigner& one : signer.beside)
    note.signatures.push_back(log::sign_note(one.key, note.text, one.sign));
  std::vector<log::NoteSignature> witnessed = read_cosignatures(investigation, checkpoint.size);
  if (signer.cosignatures != nullptr) {
    witnessed =
        with_cosignatures(note.text, keys_of(signer), witnessed, *signer.cosignatures, said);
    if (!witnessed.empty()) keep_cosignatures(investigation, checkpoint.size, witnessed);
  }
  note.signatures.insert(note.signatures.end(), witnessed.begin(), witnessed.end());
  return log::note_text(note);
}

void name_log(const std::optional<log::Checkpoint>& checkpoint, ledger::Publication& publication) {
  if (!checkpoint) return;
  publication.log_root = log::hex_of(checkpoint->root);
  publication.log_size = static_cast<std::int64_t>(checkpoint->size);
}

}  // namespace sanaq::publish
