#include "sanaq/cli/estimate_command.h"

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/sha256.h"
#include "sanaq/cli/ledger_session.h"
#include "sanaq/cli/result_json.h"
#include "sanaq/cli/result_text.h"
#include "sanaq/investigation/cells_csv.h"
#include "sanaq/investigation/nearest_word.h"

namespace sanaq::cli {
namespace {

using base::Error;
using base::Kind;
using base::message;

struct Flags {
  std::string folder;
  std::string cells, method, draws;
  std::optional<std::uint64_t> seed;
  bool json = false;
};

void adjust(estimate::Options& options, const Flags& flags) {
  if (!flags.method.empty()) {
    const auto method = estimate::method_from_name(flags.method);
    if (!method) {
      const std::string near = investigation::nearest_word(
          flags.method, {"auto", "lcm", "dga", "loglinear", "sparse", "chao", "chapman", "all"});
      throw Error(Kind::usage, message("--method {}: there is no such method; did you mean {}?",
                                       flags.method, near.empty() ? "auto" : near));
    }
    options.method = *method;
  }
  if (flags.seed) options.seed = *flags.seed;
  estimate::check_options(options);
}

void estimate_cells(const Flags& flags, Context& context) {
  if (!flags.folder.empty())
    throw Error(Kind::usage, message("name an investigation or --cells, not both"));
  estimate::Options options;
  adjust(options, flags);
  const base::MappedFile file(flags.cells);
  const estimate::CaptureTable table = investigation::read_cells(file.bytes(), flags.cells);
  const estimate::Summary summary = estimate::estimate(table, options, context.progress);
  if (flags.json) {
    context.print(estimate_result(summary, context.catalog,
                                  {{base::file_name(flags.cells), base::sha256_hex(file.bytes())}})
                      .dump(1) +
                  "\n");
  } else {
    context.print(overlap_text(table, context.catalog) + estimate_text(summary, context.catalog));
  }
}

void estimate_investigation(const Flags& flags, Context& context) {
  const investigation::Outcome outcome = investigation::estimate_total(
      flags.folder.empty() ? "." : flags.folder, {context.progress, context.catalog},
      [&](investigation::Config& config) { adjust(config.estimate, flags); });
  enter_what_was_done(outcome, context);
  if (flags.json) {
    const Json json = outcome.estimate ? estimate_result(*outcome.estimate, context.catalog,
                                                         outcome.provenance.inputs)
                                       : no_estimate_result(outcome, context.catalog);
    context.print(json.dump(1) + "\n");
    return;
  }
  if (outcome.capture && outcome.capture->lists.size() > 1)
    context.print(overlap_text(*outcome.capture, context.catalog));
  context.print(number_text(outcome, context.catalog));
}

}  // namespace

void add_estimate(CLI::App& app, Context& context) {
  const auto flags = std::make_shared<Flags>();
  const base::Catalog& catalog = context.catalog;
  CLI::App* command =
      app.add_subcommand("estimate", catalog.say("Estimate how many there really were, in an "
                                                 "investigation or from a capture table alone"));
  command->add_option("DIR", flags->folder,
                      catalog.say("The investigation; otherwise the folder in which you are"));
  command->add_option(
      "--cells", flags->cells,
      catalog.say("A capture table: one column a list with 0, 1 or NA (did not cover), and count"));
  command->add_option("--method", flags->method,
                      catalog.say("auto, lcm, dga, loglinear, sparse, chao, chapman or all"));
  command->add_option(
      "--draws", flags->draws,
      catalog.say("Sampled registers of sanaq link --draws-out (not in this version)"));
  command->add_option("--seed", flags->seed, catalog.say("Seed of every random number"));
  command->add_flag("--json", flags->json, catalog.say("Print JSON for programs"));
  command->footer(catalog.say("Example:") +
                  "\n  printf 'a,b,count\\n1,1,20\\n1,0,40\\n0,1,30\\n' > cells.csv\n  sanaq "
                  "estimate --cells cells.csv");
  command->callback([flags, &context] {
    if (!flags->draws.empty())
      throw Error(Kind::usage, message("--draws cannot be used in this version; the estimate is "
                                       "made from the most probable register"));
    flags->cells.empty() ? estimate_investigation(*flags, context)
                         : estimate_cells(*flags, context);
  });
}

}  // namespace sanaq::cli
