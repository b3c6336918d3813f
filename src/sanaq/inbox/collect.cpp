#include "sanaq/inbox/collect.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <utility>

#include "sanaq/base/error.h"
#include "sanaq/base/file_times.h"
#include "sanaq/base/files.h"
#include "sanaq/base/path_kind.h"
#include "sanaq/base/shown.h"
#include "sanaq/base/system.h"
#include "sanaq/inbox/secret_store.h"
#include "sanaq/intake/replies.h"
#include "sanaq/intake/spool.h"
#include "sanaq/ledger/comments.h"
#include "sanaq/ledger/taken_envelopes.h"

namespace sanaq::inbox {

using base::message;

namespace {

constexpr std::size_t entered_at_once = 256;
constexpr std::size_t name_bytes_max = 400, path_bytes_max = 400, language_bytes_max = 16;
constexpr std::int64_t held_bytes_max = std::int64_t{128} << 20;  // sealed bytes before a write

// What a captured server could write is as long as it likes, and of any bytes.
std::string fitting(const std::string& text, std::size_t bytes_max) {
  std::string fit = base::as_utf8(text);
  if (fit.size() <= bytes_max) return fit;
  std::size_t end = bytes_max;
  while (end > 0 && (static_cast<unsigned char>(fit[end]) & 0xC0U) == 0x80U) --end;
  fit.resize(end);
  return fit;
}

bool is_public_id(const std::string& text) {
  return text.size() == 16 && text.find_first_not_of("0123456789abcdef") == text.npos;
}

std::string day_in(const intake::Content& content) {
  const std::string& day = content.value("day");
  return base::start_of_day(day) ? day : base::today();
}

ledger::Comment comment_in(const intake::Content& content, const std::string& envelope) {
  ledger::Comment comment;
  comment.envelope = envelope;
  comment.day = day_in(content);
  comment.page = fitting(content.value("page"), path_bytes_max);
  comment.language = fitting(content.value("lang"), language_bytes_max);
  comment.name = fitting(content.value("name"), name_bytes_max);
  comment.text = fitting(content.value("text"), ledger::comment_bytes_max);
  if (is_public_id(content.value("reply_to"))) comment.reply_to = content.value("reply_to");
  comment.is_suspect = content.value("trap") == "filled";
  return comment;
}

class Collecting {
 public:
  Collecting(ledger::Writer& writer, const std::vector<OpenIntakeKey>& intake,
             const KeepingKeys& keeps, Receipts receipts)
      : writer_(writer),
        intake_(intake),
        keeps_(keeps),
        receipts_(std::move(receipts)),
        known_(ledger::taken_envelopes(writer.investigation())) {}

  void take(const std::string& envelope) {
    ++collected_.envelopes;
    const std::string id = intake::envelope_id(envelope);
    if (known_.contains(id)) {
      ++collected_.known;
      in_ledger_.insert(id);
      return;
    }
    const std::optional<intake::Content> content = opened(envelope);
    if (!content) {
      ++collected_.not_opened;
      return;
    }
    known_.insert(id);
    if (content->kind == intake::ContentKind::comment)
      comments_.emplace_back("comment", body_of(comment_in(*content, id)));
    else
      keep_sealed(*content, id);
    waiting_.insert(id);
    if (waiting_.size() >= entered_at_once || held_bytes_ > held_bytes_max) enter();
  }

  // Nothing was written then.
  void expect_some_opened(const std::string& spool) const {
    if (collected_.envelopes == 0 || collected_.not_opened < collected_.envelopes) return;
    throw base::Error(
        base::Kind::usage,
        message("{}: no key that is here opens any of the {} envelopes that wait: this is the "
                "spool of another investigation, or another member's key opens it; nothing was "
                "changed",
                spool, collected_.envelopes));
  }

  // What was taken is in the ledger when this returns.
  void enter() {
    ledger::enter_testimonies(writer_, sealed_);
    if (!comments_.empty()) (void)writer_.append_all(comments_);
    collected_.comments += static_cast<std::int64_t>(comments_.size());
    collected_.sealed += static_cast<std::int64_t>(sealed_.size());
    sealed_.clear();
    comments_.clear();
    held_bytes_ = 0;
    in_ledger_.merge(waiting_);
    waiting_.clear();
  }

  void destroy_old_secrets() {
    if (!newest_is_used_) {
      collected_.older_keys = std::count_if(intake_.begin(), intake_.end(),
                                            [](const auto& key) { return !key.is_in_force; });
      return;
    }
    for (const OpenIntakeKey& key : intake_) {
      if (key.is_in_force) continue;
      const std::string name = intake::key_text(key.pair.public_half);
      destroy_secret(SecretFor::intake, name);
      collected_.destroyed.push_back(name);
    }
  }

  [[nodiscard]] const std::set<std::string>& in_ledger() const { return in_ledger_; }
  [[nodiscard]] Receipts& receipts() { return receipts_; }
  [[nodiscard]] Collected& collected() { return collected_; }

 private:
  std::optional<intake::Content> opened(const std::string& envelope) {
    for (const OpenIntakeKey& key : intake_) {
      auto content = intake::opened(envelope, {&key.pair});
      if (!content) continue;
      newest_is_used_ = newest_is_used_ || key.is_in_force;
      return content;
    }
    return std::nullopt;
  }

  // The same words and content sent twice are one.
  void keep_sealed(const intake::Content& content, const std::string& id) {
    const auto [first, is_new] = receipts_.envelope_of_content.emplace(content_digest(content), id);
    if (!is_new) {
      ++collected_.known;
      return;
    }
    if (const auto receipt = intake::key_of(content.value("receipt")))
      receipts_.replies.emplace(*receipt, "");
    sealed_.push_back({id, day_in(content), intake::sealed(keeps_.of_all, content)});
    held_bytes_ += static_cast<std::int64_t>(sealed_.back().sealed.size());
  }

  ledger::Writer& writer_;
  const std::vector<OpenIntakeKey>& intake_;
  const KeepingKeys& keeps_;
  Receipts receipts_;
  Collected collected_;
  std::set<std::string> known_;  // ids, as in what follows
  std::set<std::string> waiting_, in_ledger_;
  std::vector<std::pair<std::string, nlohmann::json>> comments_;
  std::vector<ledger::NewTestimony> sealed_;
  std::int64_t held_bytes_ = 0;
  bool newest_is_used_ = false;
};

}  // namespace

std::vector<OpenIntakeKey> open_intake_keys(const std::string& investigation,
                                            const ledger::AskPassphrase& ask) {
  std::set<std::string> in_force;
  for (const ledger::IntakeKey& key : ledger::intake_keys(investigation))
    in_force.insert(key.intake);
  std::vector<OpenIntakeKey> open;
  for (const ledger::IntakeKey& key : ledger::intake_keys_ever(investigation)) {
    if (has_secret(SecretFor::intake, key.intake))
      open.push_back(
          {open_secret(SecretFor::intake, key.intake, ask), in_force.contains(key.intake)});
  }
  return open;
}

Collected collect(ledger::Writer& writer, const std::string& spool,
                  const std::vector<OpenIntakeKey>& intake, const KeepingKeys& keeps,
                  base::Progress& progress) {
  const ledger::Testimonies before = ledger::testimonies(writer.investigation());
  Collecting collecting(writer, intake, keeps,
                        receipts_of(writer.investigation(), before, keeps, progress));
  const intake::SpoolCount count = intake::for_each_waiting(spool, [&](const intake::Waiting& one) {
    progress.throw_if_stopped();
    collecting.take(one.envelope);
  });
  collecting.expect_some_opened(spool);
  collecting.enter();
  const Receipts& receipts = collecting.receipts();
  const bool has_out = base::path_kind(base::join(spool, "out")) != base::PathKind::nothing;
  if (receipts.not_opened == 0 || !has_out) intake::write_replies(spool, receipts.replies);
  base::write_file_whole(base::join(spool, "collected.txt"),
                         intake::collected_text(collecting.in_ledger()));
  collecting.destroy_old_secrets();
  Collected collected = std::move(collecting.collected());
  collected.not_envelopes = count.not_envelopes;
  collected.receipts = static_cast<std::int64_t>(receipts.replies.size());
  collected.kept_from_others = has_out ? receipts.not_opened : 0;
  return collected;
}

}  // namespace sanaq::inbox
