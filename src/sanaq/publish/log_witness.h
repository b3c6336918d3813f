// Witnesses: somebody who looks at a log now and then and signs that what it shows continues what
// it showed before. With enough of them it cannot show two readers two things.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "sanaq/log/note.h"
#include "sanaq/publish/verify_log.h"

namespace sanaq::publish {

// A witness's own key, kept in one file: PRIVATE+KEY+NAME+8 hex digits+base64(0x04 || seed).
struct WitnessKey {
  log::NoteKey key;
  log::SignBytes sign;
};
[[nodiscard]] std::string witness_key_text(const std::string& name, const std::string& seed_hex);
// Throws Error{bad_input} for any other text.
[[nodiscard]] WitnessKey parse_witness_key(std::string_view text);

// What a witness last saw of each log: a line "SIZE ROOT ORIGIN" for each, by origin.
using WitnessState = std::map<std::string, log::Checkpoint>;
[[nodiscard]] std::string witness_state_text(const WitnessState& state);
// Throws Error{bad_input}: without knowing what was seen nothing must be signed.
[[nodiscard]] WitnessState parse_witness_state(std::string_view text);

// The cosignature of a site that verify_log has found whole, made at `time` (seconds since 1970);
// `state` moves on. Throws Error{corrupt}, and nothing is signed, where the site is not whole, its
// log is shorter than the witness saw it, or another one.
[[nodiscard]] log::NoteSignature witness_site(const std::string& site, const CheckedLog& checked,
                                              const WitnessKey& key, std::int64_t time,
                                              WitnessState& state);

// Adds UNWITNESSED where fewer than `quorum` of the witnesses signed the checkpoint.
void check_witnesses(const std::vector<log::NoteKey>& witnesses, std::size_t quorum,
                     CheckedLog& checked);

}  // namespace sanaq::publish
