#include "sanaq/cli/witness_command.h"

#include <charconv>
#include <chrono>

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/path_kind.h"
#include "sanaq/base/system.h"
#include "sanaq/cli/verify_logged_site.h"
#include "sanaq/ledger/keys.h"
#include "sanaq/publish/log_witness.h"

namespace sanaq::cli {
namespace {

using base::Error;
using base::Kind;
using base::message;

struct Flags {
  std::string site, key, new_name;
};

// Of a time as base::now_utc gives it: seconds since 1970.
std::int64_t seconds_of(std::string_view utc) {
  const auto number = [&](std::size_t at, std::size_t digits) {
    int value = 0;
    std::from_chars(utc.data() + at, utc.data() + at + digits, value);
    return value;
  };
  const std::chrono::sys_days day{std::chrono::year{number(0, 4)} /
                                  std::chrono::month{static_cast<unsigned>(number(5, 2))} /
                                  std::chrono::day{static_cast<unsigned>(number(8, 2))}};
  const auto days = std::chrono::duration_cast<std::chrono::seconds>(day.time_since_epoch());
  const auto time = std::chrono::hours(number(11, 2)) + std::chrono::minutes(number(14, 2)) +
                    std::chrono::seconds(number(17, 2));
  return (days + time).count();
}

void make_witness_key(const Flags& flags, Context& context) {
  if (base::path_kind(flags.key) != base::PathKind::nothing)
    throw Error(
        Kind::conflict,
        message("{}: this is there already; a new key is written to a new file", flags.key));
  const std::string text = publish::witness_key_text(flags.new_name, ledger::random_salt());
  base::write_private_file_whole(flags.key, text);
  context.print(vkey_text(publish::parse_witness_key(text).key) + "\n");
  context.note(context.catalog.say("This is the public key: give it to those who are to rely on "
                                   "you. The file with the private key stays with you.") +
               "\n");
}

void witness(const Flags& flags, Context& context) {
  if (!flags.new_name.empty()) make_witness_key(flags, context);
  if (flags.site.empty()) {
    if (!flags.new_name.empty()) return;
    throw Error(Kind::usage, message("name the site that is to be witnessed"));
  }
  const auto key = publish::parse_witness_key(base::read_file(flags.key));
  const std::string state_file = flags.key + ".state";
  auto state = publish::parse_witness_state(
      base::file_exists(state_file) ? base::read_file(state_file) : std::string());
  publish::CheckedLog checked = whole_logged_site(flags.site, context);
  const auto line =
      publish::witness_site(flags.site, checked, key, seconds_of(base::now_utc()), state);
  // First remembered, then signed: what is signed is never forgotten.
  base::write_private_file_whole(state_file, publish::witness_state_text(state));
  log::Note note = checked.seen.checkpoint.note;
  const std::string id = key_id(key.key);
  std::erase_if(note.signatures, [&](const log::NoteSignature& one) {
    return one.name == key.key.name && one.bytes.starts_with(id);
  });
  note.signatures.push_back(line);
  base::write_file_whole(base::join(flags.site, publish::log_checkpoint_file), note_text(note));
  context.print(signature_line(line) + "\n");
}

}  // namespace

void add_witness(Arguments& app, Context& context) {
  const auto flags = std::make_shared<Flags>();
  const base::Catalog& catalog = context.catalog;
  Arguments command = app.command(
      "witness", catalog.say("Sign that the log of a site continues what it showed you before; "
                             "the signature is printed and put into the copy's log/checkpoint"));
  command.option("SITE", &flags->site, catalog.say("A copy of the published site"));
  command
      .option("--key", &flags->key,
              catalog.say("The file with your key as a witness; beside it FILE.state remembers "
                          "what you saw"))
      .required();
  command.option("--new", &flags->new_name,
                 catalog.say("First make the key, under this name, and print its public half"));
  command.example({"sanaq witness --key witness.key --new witness.example.org",
                   "sanaq witness my-count/site --key witness.key"});
  command.runs([flags, &context] { witness(*flags, context); });
}

}  // namespace sanaq::cli
