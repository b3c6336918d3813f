#include "sanaq/cli/testimony_command.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/shown.h"
#include "sanaq/cli/ledger_session.h"
#include "sanaq/cli/output_file.h"
#include "sanaq/cli/question.h"
#include "sanaq/inbox/kept.h"
#include "sanaq/intake/content.h"
#include "sanaq/report/json_text.h"

namespace sanaq::cli {
namespace {

using base::message;
using nlohmann::json;

struct Flags {
  std::string folder = ".";
  std::string read, save;
  std::vector<std::string> reply, source;  // ID FILE, ID NAME
  std::string by;
  bool list = false, json = false, force = false;
};

constexpr std::size_t shown_digits = 12;

void say(const base::Message& sentence, Context& context) {
  context.print(context.catalog.say(sentence) + "\n");
}

std::int64_t replies_to(const ledger::Testimonies& all, const std::string& envelope) {
  return std::count_if(all.replies.begin(), all.replies.end(),
                       [&](const auto& reply) { return reply.envelope == envelope; });
}

void list_testimonies(const Flags& flags, Context& context) {
  const ledger::Testimonies all = ledger::testimonies(flags.folder);
  json rows = json::array();
  for (const ledger::Testimony& one : all.received) {
    const std::int64_t replies = replies_to(all, one.envelope);
    rows.push_back(
        {{"id", one.envelope}, {"day", one.day}, {"source", one.source}, {"replies", replies}});
    if (flags.json) continue;
    context.print(one.envelope.substr(0, shown_digits) + "  " + base::shown(one.day) + "  " +
                  base::shown(one.source));
    if (replies > 0) context.print("  " + context.catalog.say(message("replies: {}", replies)));
    context.print("\n");
  }
  if (flags.json) return context.print(report::json_text(rows));
  say(message("sealed pieces: {}", all.received.size()), context);
}

std::string kind_in_words(intake::ContentKind kind, const base::Catalog& catalog) {
  switch (kind) {
    case intake::ContentKind::comment:
      return catalog.say("a comment");
    case intake::ContentKind::testimony:
      return catalog.say("testimony");
    case intake::ContentKind::file:
      return catalog.say("a file");
    case intake::ContentKind::addition:
      return catalog.say("an addition");
  }
  return "";
}

std::string wish_in_words(const std::string& publish, const base::Catalog& catalog) {
  if (publish == "all") return catalog.say("all of it may be published");
  if (publish == "without-names") return catalog.say("the text may be published, without any name");
  return catalog.say("nothing of it may be published");
}

// Text alone; a file is told by its name and size.
void print_content(const intake::Content& content, Context& context) {
  const base::Catalog& catalog = context.catalog;
  context.print(kind_in_words(content.kind, catalog) + ", " + base::shown(content.value("day")) +
                ", " + base::shown(content.value("lang")) + "\n");
  if (content.kind == intake::ContentKind::testimony)
    context.print(wish_in_words(content.value("publish"), catalog) + "\n");
  if (!content.value("contact").empty())
    say(message("contact: {}", content.value("contact")), context);
  if (content.kind == intake::ContentKind::file) {
    say(message("file: {}, {} bytes, said to be {}", content.value("name"), content.file.size(),
                content.value("type")),
        context);
    say(message("It was not looked into. Save it with --save FILE, and open it on a computer "
                "without a network that holds nothing else."),
        context);
  }
  if (!content.value("text").empty())
    context.print("\n" + base::shown_lines(content.value("text")) + "\n");
}

void read_testimony(const Flags& flags, Context& context) {
  const ledger::Testimonies all = ledger::testimonies(flags.folder);
  const ledger::Testimony& one = inbox::find_testimony(all, flags.read);
  const Outputs outputs{{{"--save", flags.save}}, {}, flags.folder, flags.force};
  expect_outputs(outputs);
  const inbox::KeepingKeys keys = inbox::open_keeping_keys(flags.folder, passphrase_from(context));
  const intake::Content content = inbox::open_kept(flags.folder, one.file, one.sha256, keys);
  print_content(content, context);
  if (flags.save.empty()) return;
  if (content.kind != intake::ContentKind::file)
    throw base::Error(base::Kind::usage, message("--save writes a file; this is text alone"));
  base::write_private_file_whole(flags.save, content.file);
}

void reply(const Flags& flags, Context& context) {
  const std::string text = base::read_file(flags.reply[1]);
  const ledger::Testimonies all = ledger::testimonies(flags.folder);
  const ledger::Testimony one = inbox::find_testimony(all, flags.reply[0]);
  ledger::Writer writer = open_ledger(flags.folder, flags.by, context);
  const std::string by = flags.by.empty() ? writer.key().name() : flags.by;
  const inbox::KeepingKeys keys = inbox::open_keeping_keys(flags.folder, passphrase_from(context));
  inbox::reply_to(writer, one, text, keys, by, context.progress);
  say(message("entered, sealed; the next `sanaq collect` puts it into the spool's out/"), context);
}

void name_source(const Flags& flags, Context& context) {
  const ledger::Testimonies all = ledger::testimonies(flags.folder);
  const ledger::Testimony one = inbox::find_testimony(all, flags.source[0]);
  ledger::Writer writer = open_ledger(flags.folder, flags.by, context);
  const std::string by = flags.by.empty() ? writer.key().name() : flags.by;
  ledger::name_source(writer, one.envelope, flags.source[1], by);
  say(message("entered: {} is the source {}. The name stands in the ledger for every member to "
              "read: let it be one that leads to nobody.",
              one.envelope.substr(0, shown_digits), flags.source[1]),
      context);
}

void run(const Flags& flags, Context& context) {
  const int acts = (flags.read.empty() ? 0 : 1) + (flags.reply.empty() ? 0 : 1) +
                   (flags.source.empty() ? 0 : 1) + (flags.list || flags.json ? 1 : 0);
  if (acts > 1)
    throw base::Error(base::Kind::usage,
                      message("one at a time: --list, --read, --reply or --source"));
  if (!flags.save.empty() && flags.read.empty())
    throw base::Error(base::Kind::usage, message("--save belongs to --read"));
  if (!base::folder_exists(ledger::ledger_folder(flags.folder)))
    throw base::Error(
        base::Kind::not_found,
        message("{}: there is no ledger here; name the folder of an investigation", flags.folder));
  if (!flags.read.empty()) return read_testimony(flags, context);
  if (!flags.reply.empty()) return reply(flags, context);
  if (!flags.source.empty()) return name_source(flags, context);
  list_testimonies(flags, context);
}

}  // namespace

void add_testimony(Arguments& app, Context& context) {
  const auto flags = std::make_shared<Flags>();
  const base::Catalog& catalog = context.catalog;
  Arguments command = app.command(
      "testimony", catalog.say("List what witnesses sent, read one piece of it, and reply"));
  command.folder(flags->folder);
  command.flag("--list", flags->list, catalog.say("List the pieces by day; none is opened"));
  command.option("--read", &flags->read,
                 catalog.say("Open one with your passphrase and print its text"));
  command.option("--save", &flags->save,
                 catalog.say("With --read: write the file that was sent here, unopened"));
  command
      .option("--reply", &flags->reply,
              catalog.say("ID FILE: a text for the witness, who reads it with her ten words"))
      .takes(2, 2);
  command
      .option("--source", &flags->source,
              catalog.say("ID NAME: what the case file calls whoever wrote it"))
      .takes(2, 2);
  command.author(flags->by);
  command.json(flags->json);
  command.force(flags->force);
  command.example({"sanaq testimony my-count", "sanaq testimony my-count --read 3f9a0c12"});
  command.runs([flags, &context] { run(*flags, context); });
}

}  // namespace sanaq::cli
