#include "sanaq/cli/add_command.h"

#include <nlohmann/json.hpp>

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/version.h"
#include "sanaq/cli/closed_list.h"
#include "sanaq/cli/ledger_session.h"
#include "sanaq/evidence/fact.h"
#include "sanaq/evidence/file_sort.h"
#include "sanaq/investigation/intake.h"
#include "sanaq/investigation/own_places.h"

namespace sanaq::cli {
namespace {

using base::message;

struct Flags {
  std::vector<std::string> files;
  std::string folder = ".";
  std::string by;
  ledger::Custody custody;
  bool is_working_copy = false;
  bool cleans = false;
};

// Sentences on standard error. What a document says is named by its kind alone: a screen is seen by
// others.
class Sayings {
 public:
  explicit Sayings(Context& context) : context_(context) {}

  void entered(const std::string& path, const ledger::AddedDocument& added) {
    const std::string place = short_place(added.entry);
    say(added.was_known
            ? message("{}: these bytes were here already; entered as {}, one custody entry more",
                      path, place)
            : message("{}: copied under its hash, entered as {}", path, place));
    if (!added.moved_aside.empty())
      say(
          message("warning: {}: other bytes stood under the name of its hash; they were moved to "
                  "{}",
                  path, added.moved_aside));
    if (added.size == 0) say(message("warning: {}: the file is empty; was it copied whole?", path));
  }

  void what_it_says(const std::string& path, const investigation::IntakeResult& taken,
                    bool is_public) {
    for (const base::Problem& problem : taken.problems)
      say(message("warning: {}: {}; {}", path, context_.catalog.say(problem.reason),
                  context_.catalog.say(problem.advice)));
    if (taken.sort == evidence::FileSort::opaque)
      say(
          message("warning: {}: what a file of this kind says of itself is not read here; video, "
                  "sound and old office files often hold a place, a device or a name",
                  path));
    if (taken.statements > 0)
      say(message("{}: what it says of itself was entered; statements: {}, of them sealed: {}",
                  path, taken.statements, taken.sealed));
    if (taken.betrays.empty()) return;
    say(message("warning: {}: it says of itself what could betray a source:", path));
    for (const evidence::Betrays kind : taken.betrays)
      context_.note("  - " + context_.catalog.say(evidence::in_words(kind)) + "\n");
    if (is_public)
      say(message("warning: {}: it is marked public, and whoever gets it reads this too", path));
  }

  void what_was_cleaned(const std::string& path, const investigation::IntakeResult& taken) {
    if (taken.was_clean) say(message("{}: there was nothing to take out; no copy was made", path));
    if (taken.working_copy)
      say(message("{}: sealed; a working copy without what it says of itself was entered as {}",
                  path, short_place(taken.working_copy->entry)));
    if (taken.not_cleaned)
      say(message("warning: {}: sealed, and no cleaned copy was made: {}; {}", path,
                  context_.catalog.say(taken.not_cleaned->reason),
                  context_.catalog.say(taken.not_cleaned->advice)));
  }

  void advise_clean() {
    say(
        message("`sanaq add --clean FILE` seals the original and makes a working copy without it; "
                "the original is not changed"));
  }

 private:
  Context& context_;
  void say(const base::Message& sentence) { context_.note(context_.catalog.say(sentence) + "\n"); }
};

void print_line(const ledger::AddedDocument& added, Context& context) {
  context.print(added.sha256 + "  " + added.file + "\n");
}

void add_documents(Flags& flags, Context& context) {
  investigation::expect_no_links_in_evidence(flags.folder);
  // Before a key is made or the first of them entered: is each there, and a file?
  for (const std::string& path : flags.files) (void)base::MappedFile(path);
  ledger::Writer writer = open_ledger(flags.folder, flags.by, context);
  flags.custody.is_original = !flags.is_working_copy;
  const std::string author = flags.by.empty() ? writer.key().name() : flags.by;
  if (flags.custody.by.empty()) flags.custody.by = author;
  investigation::Intake intake(writer, author, std::string(base::program_version()));
  Sayings sayings(context);
  const bool is_public = flags.custody.visibility == "public" && !flags.cleans;
  bool betrays = false;
  std::int64_t not_cleaned = 0;
  for (const std::string& path : flags.files) {
    const investigation::IntakeResult taken = intake.take(path, flags.custody, flags.cleans);
    print_line(taken.document, context);
    if (taken.working_copy) print_line(*taken.working_copy, context);
    sayings.entered(path, taken.document);
    sayings.what_it_says(path, taken, is_public);
    sayings.what_was_cleaned(path, taken);
    betrays = betrays || !taken.betrays.empty();
    not_cleaned += taken.not_cleaned ? 1 : 0;
  }
  if (betrays && !flags.cleans) sayings.advise_clean();
  if (not_cleaned > 0)
    throw base::Error(
        base::Kind::bad_input,
        message("documents stored sealed, of which no cleaned copy could be made: {}; "
                "the reasons stand above",
                not_cleaned));
}

void add_flags(Arguments& command, Flags& flags, const base::Catalog& catalog) {
  command.option("FILES", &flags.files, catalog.say("The documents")).required();
  command.in_folder(flags.folder);
  command.option("--obtained", &flags.custody.when,
                 catalog.say("When it was obtained, such as 2011-12-17"));
  command.option("--obtained-by", &flags.custody.by,
                 catalog.say("Who obtained it; you, if nobody is named"));
  command.option("--how", &flags.custody.how, catalog.say("How it was obtained"));
  command.option("--from", &flags.custody.from, catalog.say("From whom or where"));
  command.flag("--working-copy", flags.is_working_copy,
               catalog.say("This is a working copy, not an original"));
  command.option("--of", &flags.custody.of,
                 catalog.say("Of a working copy: the SHA-256 of its original"));
  command.flag("--clean", flags.cleans,
               catalog.say("Seal the document, and add a working copy of it without place, "
                           "device, names and earlier versions"));
  command
      .option("--visibility", &flags.custody.visibility,
              catalog.say("Who may have it: public, restricted (unless said otherwise) or "
                          "sealed; with --clean, who may have the working copy"))
      .read_by(word_of("VISIBILITY", catalog));
  command.author(flags.by);
}

}  // namespace

void add_add(Arguments& app, Context& context) {
  const auto flags = std::make_shared<Flags>();
  const base::Catalog& catalog = context.catalog;
  Arguments command = app.command(
      "add",
      catalog.say("Take documents into the investigation: hashed first, copied, never rewritten"));
  add_flags(command, *flags, catalog);
  command.example({"sanaq add photo.jpg --obtained 2011-12-17 --how \"by post\" --in my-count"});
  command.runs([flags, &context] { add_documents(*flags, context); });
}

}  // namespace sanaq::cli
