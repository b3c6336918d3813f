#include "sanaq/cli/comments_command.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "sanaq/base/error.h"
#include "sanaq/base/file_times.h"
#include "sanaq/base/files.h"
#include "sanaq/base/in_context.h"
#include "sanaq/base/sha256.h"
#include "sanaq/base/shown.h"
#include "sanaq/base/system.h"
#include "sanaq/cli/ledger_session.h"
#include "sanaq/ledger/comments.h"
#include "sanaq/report/json_text.h"

namespace sanaq::cli {
namespace {

using base::message;
using ledger::ModeratedComment;
using ledger::Moderation;
using nlohmann::json;

struct Flags {
  std::string folder = ".";
  std::vector<std::string> accept, passages;
  std::string refuse, shorten, reason, text_file, enter, by;
  bool list = false, all = false, json = false;
};

constexpr std::size_t shown_digits = 12;

std::string in_words(Moderation decision, const base::Catalog& catalog) {
  switch (decision) {
    case Moderation::held:
      return catalog.say(base::in_context("comment", "held"));
    case Moderation::accepted:
      return catalog.say(base::in_context("comment", "accepted"));
    case Moderation::refused:
      return catalog.say(base::in_context("comment", "refused"));
    case Moderation::shortened:
      return catalog.say(base::in_context("comment", "shortened"));
  }
  return "";
}

std::string indented(const std::string& text) {
  std::string lines = "    ";
  for (const char letter : base::shown_lines(text)) {
    lines += letter;
    if (letter == '\n') lines += "    ";
  }
  return lines + "\n";
}

std::string text_of(const ModeratedComment& one, const base::Catalog& catalog) {
  const ledger::Comment& comment = one.comment;
  std::string text = comment.envelope.substr(0, shown_digits) + "  " + base::shown(comment.day) +
                     "  " + in_words(one.decision, catalog) + "  " + base::shown(comment.page) +
                     "  " + base::shown(comment.name) + "\n";
  if (comment.is_suspect)
    text += "  " + catalog.say("The field that a person does not see was filled in.") + "\n";
  if (!one.reason.empty()) text += "  " + catalog.say(message("reason: {}", one.reason)) + "\n";
  text += indented(comment.text);
  if (one.decision == Moderation::shortened)
    text += "  " + catalog.say("shown as:") + "\n" + indented(one.shown);
  return text;
}

json json_of(const ModeratedComment& one) {
  const ledger::Comment& comment = one.comment;
  return {{"id", comment.envelope},
          {"day", comment.day},
          {"page", comment.page},
          {"lang", comment.language},
          {"name", comment.name},
          {"text", comment.text},
          {"suspect", comment.is_suspect},
          {"decision", ledger::word_of(one.decision)},
          {"shown", one.shown},
          {"reason", one.reason}};
}

void list_comments(const Flags& flags, Context& context) {
  std::vector<ModeratedComment> all = ledger::moderated_comments(flags.folder);
  const std::size_t count = all.size();
  if (!flags.all)
    std::erase_if(all, [](const auto& one) { return one.decision != Moderation::held; });
  if (flags.json) {
    json rows = json::array();
    for (const ModeratedComment& one : all) rows.push_back(json_of(one));
    return context.print(report::json_text(rows));
  }
  for (const ModeratedComment& one : all) context.print(text_of(one, context.catalog));
  context.print(context.catalog.say(
                    flags.all ? message("comments: {}", count)
                              : message("comments that wait: {}, in all: {}", all.size(), count)) +
                "\n");
}

std::string shortened_text(const Flags& flags, const std::string& whole) {
  if (flags.passages.empty() == flags.text_file.empty())
    throw base::Error(base::Kind::usage,
                      message("say what is left out: --cut PASSAGE, again for each, or --text FILE "
                              "with the whole text and {} in the place of what is left out",
                              ledger::left_out_words));
  if (!flags.text_file.empty()) {
    std::string text = base::read_file(flags.text_file);
    while (text.ends_with('\n') && !whole.ends_with('\n')) text.pop_back();
    return text;
  }
  const auto text = ledger::without_passages(whole, flags.passages);
  if (!text)
    throw base::Error(base::Kind::usage,
                      message("a passage that is to be left out does not stand in the comment; "
                              "write it exactly as it stands there"));
  return *text;
}

struct Wanted {
  ledger::Comment comment;
  Moderation decision;
  std::string shown;
};

// All that is asked for; what cannot be is told before anything is entered.
std::vector<Wanted> wanted_decisions(const Flags& flags) {
  const std::vector<ModeratedComment> all = ledger::moderated_comments(flags.folder);
  std::vector<Wanted> wanted;
  for (const std::string& id : flags.accept)
    wanted.push_back({ledger::find_comment(all, id).comment, Moderation::accepted, ""});
  if (!flags.refuse.empty())
    wanted.push_back({ledger::find_comment(all, flags.refuse).comment, Moderation::refused, ""});
  if (!flags.shorten.empty()) {
    const ledger::Comment& comment = ledger::find_comment(all, flags.shorten).comment;
    wanted.push_back({comment, Moderation::shortened, shortened_text(flags, comment.text)});
  }
  return wanted;
}

void decide(const Flags& flags, Context& context) {
  const std::vector<Wanted> wanted = wanted_decisions(flags);
  ledger::Writer writer = open_ledger(flags.folder, flags.by, context);
  const std::string by = flags.by.empty() ? writer.key().name() : flags.by;
  for (const Wanted& one : wanted) {
    const ledger::Entry entry =
        ledger::decide_comment(writer, one.comment, one.decision, one.shown, flags.reason, by);
    context.print(context.catalog.say(
                      message("{}: {}, entered as {}", one.comment.envelope.substr(0, shown_digits),
                              in_words(one.decision, context.catalog), short_place(entry))) +
                  "\n");
  }
}

// One that came another way: by post, by hand.
ledger::Comment comment_in_file(const std::string& path) {
  const std::string bytes = base::read_file(path);
  const json file = json::parse(bytes, nullptr, false);
  const auto text = [&](const char* name) {
    return file.is_object() && file.contains(name) && file[name].is_string()
               ? file[name].get<std::string>()
               : std::string();
  };
  ledger::Comment comment;
  comment.envelope = base::sha256_hex("sanaq comment by hand\n" + bytes);
  comment.day = text("day").empty() ? base::today() : text("day");
  comment.page = text("page");
  comment.language = text("lang");
  comment.name = text("name");
  comment.text = text("text");
  const bool is_whole = !comment.page.empty() && !comment.language.empty() &&
                        !comment.text.empty() && base::start_of_day(comment.day) &&
                        comment.text.size() <= ledger::comment_bytes_max;
  if (!is_whole)
    throw base::Error(
        base::Kind::bad_input,
        message("{}: it is to be JSON with page (articles/strike.html), lang, text of at most "
                "12,000 bytes and, where they are known, name and day (2026-11-30)",
                path));
  return comment;
}

void enter_comment(const Flags& flags, Context& context) {
  const ledger::Comment comment = comment_in_file(flags.enter);
  ledger::Writer writer = open_ledger(flags.folder, flags.by, context);
  const auto all = ledger::moderated_comments(flags.folder);
  const bool is_known = std::any_of(all.begin(), all.end(), [&](const ModeratedComment& one) {
    return one.comment.envelope == comment.envelope;
  });
  if (!is_known) (void)writer.append("comment", body_of(comment));
  context.print(comment.envelope + "\n");
}

void run(const Flags& flags, Context& context) {
  const int acts = (flags.accept.empty() ? 0 : 1) + (flags.refuse.empty() ? 0 : 1) +
                   (flags.shorten.empty() ? 0 : 1) + (flags.enter.empty() ? 0 : 1) +
                   (flags.list || flags.all || flags.json ? 1 : 0);
  if (acts > 1)
    throw base::Error(base::Kind::usage,
                      message("one at a time: --list, --accept, --refuse, --shorten or --enter"));
  if (!flags.enter.empty()) return enter_comment(flags, context);
  const bool decides = !flags.accept.empty() || !flags.refuse.empty() || !flags.shorten.empty();
  if (decides) return decide(flags, context);
  if (!flags.reason.empty() || !flags.passages.empty() || !flags.text_file.empty())
    throw base::Error(base::Kind::usage,
                      message("--reason, --cut and --text belong to --refuse or --shorten"));
  if (!base::folder_exists(ledger::ledger_folder(flags.folder)))
    throw base::Error(
        base::Kind::not_found,
        message("{}: there is no ledger here; name the folder of an investigation", flags.folder));
  list_comments(flags, context);
}

}  // namespace

void add_comments(Arguments& app, Context& context) {
  const auto flags = std::make_shared<Flags>();
  const base::Catalog& catalog = context.catalog;
  Arguments command = app.command(
      "comments", catalog.say("Read what readers wrote, and accept, shorten or refuse it"));
  command.folder(flags->folder);
  command.flag("--list", flags->list, catalog.say("List the comments that wait"));
  command.flag("--all", flags->all, catalog.say("List those too that are decided"));
  command.option("--accept", &flags->accept, catalog.say("Show this comment on the site"))
      .repeated();
  command.option("--refuse", &flags->refuse,
                 catalog.say("Do not show it; --reason says why, for the ledger"));
  command.option("--shorten", &flags->shorten,
                 catalog.say("Show it with […] in the place of what is left out"));
  command.option("--cut", &flags->passages, catalog.say("A passage to leave out, as it stands"))
      .repeated();
  command.option("--text", &flags->text_file,
                 catalog.say("A file with the shortened text, instead of --cut"));
  command.option("--enter", &flags->enter,
                 catalog.say("Enter a comment that came another way, from a file of JSON"));
  command.reason(flags->reason);
  command.author(flags->by);
  command.json(flags->json);
  command.example({"sanaq comments my-count", "sanaq comments my-count --accept 3f9a0c12"});
  command.runs([flags, &context] { run(*flags, context); });
}

}  // namespace sanaq::cli
