// The texts of a public log, as a stranger's site has them: what is read is written again as it
// stood.
#include "input.h"
#include "sanaq/log/bundles.h"
#include "sanaq/log/log_checkpoint.h"
#include "sanaq/log/log_entry.h"
#include "sanaq/log/log_manifest.h"
#include "sanaq/log/log_publication.h"
#include "sanaq/log/note.h"
#include "sanaq/log/open_lists.h"
#include "sanaq/log/tiles.h"
#include "sanaq/log/tlog_proof.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sanaq;
  const std::string_view text = fuzz::bytes_of(data, size);
  return fuzz::answered_in_words([&] {
    const auto same = [&](const std::string& again) {
      fuzz::expect(again == text, "written again");
    };
    if (const auto note = log::parse_note(text)) {
      same(note_text(*note));
      if (const auto checkpoint = log::parse_checkpoint(note->text))
        fuzz::expect(checkpoint_text(*checkpoint) == note->text, "a checkpoint is written again");
      (void)signed_by(*note, {"example.org/count", log::ed25519_type, std::string(32, 'k')});
      (void)cosigned_at(*note, {"example.org/count", log::cosignature_type, std::string(32, 'k')});
    }
    if (const auto key = log::parse_vkey(text)) same(vkey_text(*key));
    if (const auto bundle = log::parse_bundle(text)) same(log::bundle_text(*bundle));
    if (const auto proof = log::parse_tlog_proof(text)) same(tlog_proof_text(*proof));
    if (const auto leaf = log::parse_opened_line(text)) {
      same(opened_line(*leaf));
      (void)log::parse_publication(leaf->body);
    }
    if (const auto manifest = log::parse_manifest(text)) same(manifest_text(*manifest));
    if (const auto list = log::parse_open_list(text, 1000)) same(open_list_text(*list));
    if (const auto tile = log::parse_tile_path(text)) same(tile_path(*tile));
  });
}
