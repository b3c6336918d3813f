#include "sanaq/publish/log_witness.h"

#include <fmt/format.h>

#include <charconv>
#include <memory>

#include "sanaq/base/error.h"
#include "sanaq/ledger/keys.h"
#include "sanaq/log/base64.h"

namespace sanaq::publish {
namespace {

using base::Error;
using base::Kind;
using base::message;

constexpr std::string_view private_begin = "PRIVATE+KEY+";

WitnessKey key_of_seed(const std::string& name, const std::string& seed_hex) {
  const auto signer = std::make_shared<ledger::Signer>(seed_hex);
  return {{name, log::cosignature_type, log::bytes_of(log::hash_of_hex(signer->writer()).value())},
          [signer](std::string_view text) { return log::from_base64(signer->sign(text)).value(); }};
}

// NAME+8 hex digits+, as in the public key.
std::string name_and_id(const log::NoteKey& key) {
  const std::string vkey = vkey_text(key);
  return vkey.substr(0, vkey.find('+', key.name.size() + 1) + 1);
}

[[noreturn]] void refuse_key() {
  throw Error(Kind::bad_input, message("this is no key of a witness; make one with --new NAME"));
}

[[noreturn]] void refuse_state() {
  throw Error(Kind::bad_input,
              message("the file of what this witness has seen is damaged; put its backup in place, "
                      "since without it nothing can be witnessed"));
}

}  // namespace

std::string witness_key_text(const std::string& name, const std::string& seed_hex) {
  const WitnessKey key = key_of_seed(name, seed_hex);
  const auto seed = log::hash_of_hex(seed_hex);
  if (!seed || !log::is_key_name(name))
    throw Error(Kind::usage, message("{}: a witness's name has no spaces and no +; use for example "
                                     "witness.example.org",
                                     name));
  return std::string(private_begin) + name_and_id(key.key) +
         log::to_base64(static_cast<char>(log::cosignature_type) + log::bytes_of(*seed)) + "\n";
}

WitnessKey parse_witness_key(std::string_view text) {
  const std::size_t name_end = text.find('+', private_begin.size());
  const std::size_t id_end = name_end == text.npos ? name_end : text.find('+', name_end + 1);
  if (!text.starts_with(private_begin) || id_end == text.npos || !text.ends_with('\n'))
    refuse_key();
  const auto bytes = log::from_base64(text.substr(id_end + 1, text.size() - id_end - 2));
  if (!bytes || bytes->size() != 33 || (*bytes)[0] != static_cast<char>(log::cosignature_type))
    refuse_key();
  const std::string name(text.substr(private_begin.size(), name_end - private_begin.size()));
  const std::string seed_hex = log::hex_of(log::hash_of(bytes->substr(1)));
  if (!log::is_key_name(name) || witness_key_text(name, seed_hex) != text) refuse_key();
  return key_of_seed(name, seed_hex);
}

std::string witness_state_text(const WitnessState& state) {
  std::string text;
  for (const auto& [origin, seen] : state)
    text += fmt::format("{} {} {}\n", seen.size, log::to_base64(log::bytes_of(seen.root)), origin);
  return text;
}

WitnessState parse_witness_state(std::string_view text) {
  WitnessState state;
  for (std::string_view left = text; !left.empty();) {
    const std::size_t end = left.find('\n');
    const std::string_view line = left.substr(0, end);
    const std::size_t first = line.find(' '), second = line.find(' ', first + 1);
    if (end == left.npos || first == line.npos || second == line.npos) refuse_state();
    log::Checkpoint seen{std::string(line.substr(second + 1)), 0, {}, {}};
    std::from_chars(line.data(), line.data() + first, seen.size);
    const auto root = log::from_base64(line.substr(first + 1, second - first - 1));
    if (!root || root->size() != sizeof(log::Hash)) refuse_state();
    seen.root = log::hash_of(*root);
    state[seen.origin] = seen;
    left.remove_prefix(end + 1);
  }
  if (witness_state_text(state) != text) refuse_state();
  return state;
}

log::NoteSignature witness_site(const std::string& site, const CheckedLog& checked,
                                const WitnessKey& key, std::int64_t time, WitnessState& state) {
  if (!checked.report.is_whole())
    throw Error(Kind::corrupt,
                message("{}: the site is not whole, so nothing was witnessed; sanaq verify names "
                        "the places",
                        site));
  const log::Checkpoint& now = checked.seen.checkpoint.checkpoint;
  const auto before = state.find(now.origin);
  if (before != state.end()) {
    const log::Checkpoint& old = before->second;
    log::TileReader tiles(read_files_of(site), now.size);
    if (old.size > now.size ||
        !log::consistency_holds(old.size, old.root, now.size, now.root,
                                log::consistency_proof(old.size, now.size, tiles.reader())))
      throw Error(Kind::corrupt,
                  message("{}: this log had {} leaves when this witness saw it, and what it shows "
                          "now does not continue them; nothing was witnessed. Keep both copies and "
                          "tell others",
                          site, old.size));
  }
  state[now.origin] = now;
  return cosign_note(key.key, checked.seen.checkpoint.note.text, time, key.sign);
}

void check_witnesses(const std::vector<log::NoteKey>& witnesses, std::size_t quorum,
                     CheckedLog& checked) {
  std::size_t signatures = 0;
  for (const log::NoteKey& witness : witnesses)
    if (cosigned_at(checked.seen.checkpoint.note, witness)) ++signatures;
  if (signatures < quorum)
    checked.report.add(LogWord::unwitnessed, log_checkpoint_file,
                       message("witnesses who signed this: {}, asked for: {}", signatures, quorum));
}

}  // namespace sanaq::publish
