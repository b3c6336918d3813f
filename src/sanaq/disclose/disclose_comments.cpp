#include "sanaq/disclose/disclose_comments.h"

#include <algorithm>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <vector>

#include "sanaq/base/hmac.h"
#include "sanaq/draw/markup.h"
#include "sanaq/intake/envelope.h"
#include "sanaq/ledger/canonical.h"
#include "sanaq/pages/frame.h"

namespace sanaq::disclose {
namespace {

using base::message;

constexpr std::size_t public_id_digits = 16;

// As forms send it, a line ends with two characters.
std::string with_line_feeds(std::string text) {
  std::erase(text, '\r');
  return text;
}

// Line by line, so that each keeps to itself.
std::string harmless_lines(const std::string& text) {
  std::string lines;
  for (std::size_t from = 0; from <= text.size();) {
    const std::size_t end = std::min(text.find('\n', from), text.size());
    lines += (from == 0 ? "" : "\n") + draw::harmless(text.substr(from, end - from));
    from = end + 1;
  }
  return lines;
}

pages::PublicComment public_comment(const ledger::ModeratedComment& one, const std::string& secret,
                                    const PublicText& text) {
  return {public_id_of(secret, one.comment.envelope),
          one.comment.reply_to,
          one.comment.day,
          one.comment.language,
          draw::harmless(text.cleaned(one.comment.name)),
          harmless_lines(text.cleaned(with_line_feeds(one.shown))),
          one.decision == ledger::Moderation::shortened};
}

// What the page shows of it, for the public log.
std::string form_of(const pages::PublicComment& comment, const std::string& page) {
  nlohmann::json form = {
      {"id", comment.id}, {"lang", comment.language}, {"page", page}, {"text", comment.text}};
  if (!comment.name.empty()) form["name"] = comment.name;
  if (!comment.parent.empty()) form["reply_to"] = comment.parent;
  return ledger::canonical(form);
}

std::vector<pages::RefusedComments> refused_by_day(
    const std::vector<ledger::ModeratedComment>& comments) {
  std::map<std::string, std::int64_t> days;
  for (const ledger::ModeratedComment& one : comments) {
    if (one.decision == ledger::Moderation::refused) ++days[one.comment.day];
  }
  std::vector<pages::RefusedComments> refused;
  for (auto day = days.rbegin(); day != days.rend(); ++day)
    refused.push_back({day->first, day->second});
  return refused;
}

}  // namespace

std::string public_id_of(const std::string& secret, const std::string& envelope) {
  return base::hmac_sha256_hex(secret, "sanaq comment\n" + envelope).substr(0, public_id_digits);
}

void disclose_comments(const investigation::Outcome& outcome, const PublicText& text,
                       pages::PublicView& view) {
  if (!outcome.addresses.has_secret()) return;         // without it ids would lead to the spool
  std::map<std::string, pages::PublicArticle*> pages;  // by the path from the site's root
  for (pages::PublicArticle& article : view.written.articles) {
    for (const std::string& language : view.languages) {
      if (article.takes_comments)
        pages[pages::language_folder(view, language) + "articles/" + article.slug + ".html\n" +
              language] = &article;
    }
  }
  for (const ledger::ModeratedComment& one : outcome.comments) {
    const auto page = pages.find(one.comment.page + "\n" + one.comment.language);
    if (one.shown.empty() || page == pages.end()) continue;
    page->second->comments.push_back(public_comment(one, outcome.addresses.secret, text));
    const ledger::EntryPlace& place = one.comment.place;
    view.comment_forms[place.writer + ":" + std::to_string(place.seq)] =
        form_of(page->second->comments.back(), one.comment.page);
  }
  view.written.refused = refused_by_day(outcome.comments);
}

void disclose_intake(const investigation::Outcome& outcome, pages::PublicView& view) {
  const settings::PublishConfig& settings = outcome.config.publish;
  if (settings.intake.empty()) return;
  std::vector<intake::PublicKey> keys;
  for (const ledger::IntakeKey& entered : outcome.intake_keys) {
    const auto key = intake::key_of(entered.intake);
    if (key && keys.size() < intake::recipients_most) keys.push_back(*key);
  }
  if (keys.empty()) {
    view.warnings.push_back(
        message("nobody has a key yet for what readers and witnesses send, so no page has a form: "
                "make one with `sanaq intake-key {}`, then publish",
                outcome.folder));
    return;
  }
  if (outcome.intake_keys.size() > keys.size())
    view.warnings.push_back(message(
        "what arrives is sealed to the newest {} keys alone; whose are older cannot open it",
        intake::recipients_most));
  view.written.intake = {true, settings.intake == settings::intake_here ? "" : settings.intake,
                         settings.onion, intake::keys_file_text(keys)};
  view.written.files.push_back({std::string(intake::keys_file),
                                std::make_shared<const std::string>(view.written.intake.keys)});
}

}  // namespace sanaq::disclose
