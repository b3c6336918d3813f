#include "sanaq/inbox/kept.h"

#include <algorithm>
#include <set>

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/sha256.h"
#include "sanaq/base/shown.h"
#include "sanaq/inbox/secret_store.h"
#include "sanaq/intake/replies.h"
#include "sanaq/ledger/envelope_digits.h"

namespace sanaq::inbox {

using base::message;

namespace {

constexpr std::string_view between_replies = "\n\n* * *\n\n";
constexpr std::string_view reply_field = "reply";

std::vector<const intake::KeyPair*> pointers_to(const std::vector<intake::KeyPair>& pairs) {
  std::vector<const intake::KeyPair*> pointers;
  for (const intake::KeyPair& pair : pairs) pointers.push_back(&pair);
  return pointers;
}

std::string sha256_in(const std::string& file) { return base::file_stem(file); }

// Appended to what there is already.
void add_reply(std::string& replies, const std::string& text) {
  if (!replies.empty()) replies += between_replies;
  replies += text;
}

void take_kept(const std::string& investigation, const ledger::Testimony& one,
               const KeepingKeys& keys, Receipts& receipts) {
  try {
    const intake::Content content = open_kept(investigation, one.file, one.sha256, keys);
    receipts.envelope_of_content.emplace(content_digest(content), one.envelope);
    const auto receipt = intake::key_of(content.value("receipt"));
    if (!receipt) return;
    receipts.replies.emplace(*receipt, "");
    receipts.of_envelope.emplace(one.envelope, *receipt);
  } catch (const base::Error& error) {
    if (error.kind() != base::Kind::usage) throw;
    ++receipts.not_opened;
  }
}

void take_reply(const std::string& investigation, const ledger::TestimonyReply& one,
                const KeepingKeys& keys, Receipts& receipts) {
  const auto receipt = receipts.of_envelope.find(one.envelope);
  if (receipt == receipts.of_envelope.end()) return;
  try {
    const intake::Content content = open_kept(investigation, one.file, sha256_in(one.file), keys);
    add_reply(receipts.replies[receipt->second], content.value(reply_field));
  } catch (const base::Error& error) {
    if (error.kind() != base::Kind::usage) throw;
    ++receipts.not_opened;
  }
}

}  // namespace

KeepingKeys open_keeping_keys(const std::string& investigation, const ledger::AskPassphrase& ask) {
  KeepingKeys keys;
  for (const ledger::IntakeKey& entered : ledger::intake_keys(investigation)) {
    const auto key = intake::key_of(entered.keeps);
    const bool is_known =
        !key || std::find(keys.of_all.begin(), keys.of_all.end(), *key) != keys.of_all.end();
    if (!is_known && keys.of_all.size() < intake::recipients_most) keys.of_all.push_back(*key);
  }
  std::set<std::string> opened;
  for (const ledger::IntakeKey& entered : ledger::intake_keys_ever(investigation)) {
    if (has_secret(SecretFor::keeps, entered.keeps) && opened.insert(entered.keeps).second)
      keys.own.push_back(open_secret(SecretFor::keeps, entered.keeps, ask));
  }
  if (keys.own.empty())
    throw base::Error(
        base::Kind::not_found,
        message("{}: no key is here that opens what readers and witnesses sent: make one with "
                "`sanaq intake-key {}`, or ask whoever made it",
                investigation, investigation));
  return keys;
}

intake::Content open_kept(const std::string& investigation, const std::string& file,
                          const std::string& sha256, const KeepingKeys& keys) {
  const std::string path = base::join(investigation, file);
  const base::MappedFile sealed(path);
  if (base::sha256_hex(sealed.bytes()) != sha256)
    throw base::Error(base::Kind::corrupt,
                      message("{}: the bytes are not those of its name; put the file back from "
                              "another copy",
                              path));
  auto content = intake::opened(sealed.bytes(), pointers_to(keys.own));
  if (!content)
    throw base::Error(base::Kind::usage,
                      message("{}: none of the keys that are here opens it; it was sealed to other "
                              "members",
                              path));
  return std::move(*content);
}

const ledger::Testimony& find_testimony(const ledger::Testimonies& all, std::string_view id) {
  std::vector<std::string_view> envelopes;
  for (const ledger::Testimony& one : all.received) envelopes.emplace_back(one.envelope);
  const auto found = ledger::envelope_called(envelopes, id);
  if (!found)
    throw base::Error(base::Kind::not_found,
                      message("nothing that came is called {}; `sanaq testimony DIR` lists all, "
                              "and four digits are the least",
                              id));
  return all.received[*found];
}

Receipts receipts_of(const std::string& investigation, const ledger::Testimonies& all,
                     const KeepingKeys& keys, base::Progress& progress) {
  Receipts receipts;
  progress.start(message("opening what is kept"), static_cast<std::int64_t>(all.received.size()));
  std::int64_t done = 0;
  for (const ledger::Testimony& one : all.received) {
    progress.throw_if_stopped();
    take_kept(investigation, one, keys, receipts);
    progress.advance_to(++done);
  }
  for (const ledger::TestimonyReply& one : all.replies)
    take_reply(investigation, one, keys, receipts);
  progress.finish();
  return receipts;
}

std::string content_digest(const intake::Content& content) {
  base::Sha256 hash;
  const auto add = [&](std::string_view part) {
    hash.add(std::to_string(part.size()) + ":");
    hash.add(part);
  };
  add(std::to_string(static_cast<int>(content.kind)));
  for (const auto& [name, value] : content.fields) {
    if (name == "day") continue;
    add(name);
    add(value);
  }
  add(content.file);
  return hash.hex();
}

void reply_to(ledger::Writer& writer, const ledger::Testimony& testimony, const std::string& text,
              const KeepingKeys& keys, const std::string& by, base::Progress& progress) {
  if (text.find_first_not_of(" \t\r\n") == text.npos)
    throw base::Error(base::Kind::bad_input, message("the reply is empty"));
  if (base::as_utf8(text) != text)
    throw base::Error(base::Kind::bad_input,
                      message("the reply is no text in UTF-8; save it as plain text in UTF-8"));
  const std::string& folder = writer.investigation();
  Receipts receipts = receipts_of(folder, ledger::testimonies(folder), keys, progress);
  const auto receipt = receipts.of_envelope.find(testimony.envelope);
  if (receipt == receipts.of_envelope.end())
    throw base::Error(base::Kind::usage,
                      message("{}: it cannot be opened here, or it was sent without words to come "
                              "back with; nobody could read a reply",
                              testimony.envelope.substr(0, 12)));
  std::string& replies = receipts.replies[receipt->second];
  add_reply(replies, text);
  if (replies.size() > intake::reply_bytes_most)
    throw base::Error(
        base::Kind::bad_input,
        message("with the replies before it this one has {} bytes; a witness can be given {}",
                replies.size(), intake::reply_bytes_most));
  ledger::enter_reply(writer, testimony.envelope,
                      intake::sealed(keys.of_all, {intake::ContentKind::addition,
                                                   {{std::string(reply_field), text}}}),
                      by);
}

}  // namespace sanaq::inbox
