#include "sanaq/cli/estimate_command.h"

#include <algorithm>

#include "sanaq/answers/number_text.h"
#include "sanaq/answers/run_json.h"
#include "sanaq/answers/statement_text.h"
#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/sha256.h"
#include "sanaq/base/system.h"
#include "sanaq/base/version.h"
#include "sanaq/cli/allow_outside.h"
#include "sanaq/cli/ledger_session.h"
#include "sanaq/cli/output_file.h"
#include "sanaq/estimate/registers.h"
#include "sanaq/exchange/cells_csv.h"
#include "sanaq/exchange/sampled_registers_csv.h"
#include "sanaq/exchange/total_draws_csv.h"
#include "sanaq/investigation/investigation.h"
#include "sanaq/report/json_text.h"
#include "sanaq/report/result_json.h"
#include "sanaq/report/result_text.h"
#include "sanaq/settings/flags.h"
#include "sanaq/settings/step_options.h"

namespace sanaq::cli {
namespace {

using base::Error;
using base::Kind;
using base::message;

struct Flags {
  std::string folder;
  std::string cells, draws, draws_out, statement;
  settings::Said said;  // of the options of estimating
  bool json = false, quick = false, force = false;
};

void adjust(settings::Config& config, const Flags& flags) {
  settings::read_flags(settings::estimate_options(), flags.said, config);
  estimate::Options& options = config.estimate;
  if (options.average_models && options.bootstrap > 0)
    throw Error(Kind::usage,
                message("--average and --bootstrap are two ways to doubt the choice of a model: "
                        "name one"));
  if (flags.quick) options.checks_on_own_lists = options.alternatives = false;
  estimate::check_options(options);
}

// What holds without an investigation.
settings::Config by_flags_alone(const Flags& flags) {
  settings::Config config;
  adjust(config, flags);
  return config;
}

using Inputs = std::vector<std::pair<std::string, std::string>>;

base::MappedFile open_input(const std::string& path, Inputs& inputs) {
  base::MappedFile file(path);
  inputs.emplace_back(base::file_name(path), base::sha256_hex(file.bytes()));
  return file;
}

// The files that were asked for beside what is printed.
void write_files(const estimate::Summary& summary, const investigation::Provenance& provenance,
                 const Flags& flags, const Context& context) {
  if (!flags.draws_out.empty())
    base::write_file_whole(flags.draws_out, exchange::total_draws_csv(summary));
  if (!flags.statement.empty())
    base::write_file_whole(flags.statement,
                           answers::statement_text(summary, provenance, context.catalog));
}

// Before the work: what would not be written afterwards is refused now.
void check_outputs(const Flags& flags, Context& context) {
  OutputFile statement{"--statement", flags.statement};
  for (const std::string& language : base::Catalog::languages())
    statement.beginnings.push_back(answers::statement_beginning(base::Catalog(language)));
  const bool is_investigation = flags.cells.empty() && flags.draws.empty();
  const Outputs outputs = {{{"--draws-out", flags.draws_out, {"draw,total"}}, statement},
                           {flags.cells, flags.draws},
                           !is_investigation      ? ""
                           : flags.folder.empty() ? "."
                                                  : flags.folder,
                           flags.force};
  expect_outputs(outputs);
  clear_left_outputs(outputs, context);
}

// Only where a file of that name is not there: a name for what should be written, perhaps.
void refuse_missing_draws(const Flags& flags) {
  if (flags.draws.empty() || base::file_exists(flags.draws)) return;
  throw Error(Kind::not_found,
              message("--draws {}: there is no such file of sampled registers (sanaq link "
                      "--draws-out writes one); to write the draws of the total, use --draws-out",
                      flags.draws));
}

// The register in the middle: of sampled ones alone none is the published one.
estimate::CaptureTable middle_register(std::vector<estimate::CaptureTable> sampled) {
  const auto middle = sampled.begin() + static_cast<std::ptrdiff_t>(sampled.size() / 2);
  std::stable_sort(sampled.begin(), sampled.end(),
                   [](const auto& a, const auto& b) { return a.observed() < b.observed(); });
  return *middle;
}

void print_summary(const estimate::CaptureTable& table, const estimate::Summary& summary,
                   const Inputs& inputs, const Flags& flags, Context& context) {
  const investigation::Provenance provenance{std::string(base::program_version()),
                                             std::to_string(summary.seed), inputs, "",
                                             base::today()};
  write_files(summary, provenance, flags, context);
  if (flags.json) {
    context.print(report::json_text(report::estimate_result(summary, context.catalog, inputs)));
  } else {
    context.print(report::overlap_text(table, context.catalog) +
                  report::estimate_text(summary, context.catalog));
  }
}

void estimate_cells(const Flags& flags, Context& context) {
  if (!flags.folder.empty())
    throw Error(Kind::usage, message("name an investigation or --cells, not both"));
  refuse_missing_draws(flags);
  const settings::Config config = by_flags_alone(flags);
  if (!config.strata.empty() && !flags.draws.empty())
    throw Error(Kind::usage,
                message("--strata and --draws do not go together here: sampled registers in a file "
                        "do not say who is in which stratum; in an investigation they do"));
  const estimate::Options& options = config.estimate;
  Inputs inputs;
  const base::MappedFile file = open_input(flags.cells, inputs);
  if (!config.strata.empty()) {
    const auto strata = exchange::read_cells_by_stratum(file.bytes(), flags.cells, config.strata);
    print_summary(estimate::joined_strata(strata),
                  estimate::estimate_strata(strata, options, context.progress), inputs, flags,
                  context);
    return;
  }
  const estimate::CaptureTable table = exchange::read_cells(file.bytes(), flags.cells);
  std::vector<estimate::CaptureTable> sampled;
  if (!flags.draws.empty()) {
    const base::MappedFile draws = open_input(flags.draws, inputs);
    sampled = exchange::read_sampled_registers(draws.bytes(), flags.draws, table.lists);
  }
  print_summary(table, estimate::estimate_over_registers(table, sampled, options, context.progress),
                inputs, flags, context);
}

// Sampled registers alone.
void estimate_draws(const Flags& flags, Context& context) {
  refuse_missing_draws(flags);
  const settings::Config config = by_flags_alone(flags);
  if (!config.strata.empty())
    throw Error(Kind::usage, message("--strata needs --cells or an investigation"));
  Inputs inputs;
  const base::MappedFile file = open_input(flags.draws, inputs);
  const auto sampled = exchange::read_sampled_registers(file.bytes(), flags.draws, {});
  const estimate::CaptureTable table = middle_register(sampled);
  print_summary(
      table, estimate::estimate_over_registers(table, sampled, config.estimate, context.progress),
      inputs, flags, context);
}

void estimate_investigation(const Flags& flags, Context& context) {
  clear_leftovers(flags.folder.empty() ? "." : flags.folder, context);
  const investigation::Outcome outcome =
      investigation::estimate_total(flags.folder.empty() ? "." : flags.folder, caller_of(context),
                                    [&](settings::Config& config) { adjust(config, flags); });
  enter_what_was_done(outcome, context);
  if (outcome.estimate) {
    write_files(*outcome.estimate, outcome.provenance, flags, context);
  } else if (!flags.draws_out.empty() || !flags.statement.empty()) {
    throw Error(Kind::bad_input, message("there is no estimate to write: {}",
                                         context.catalog.say(*outcome.no_estimate)));
  }
  if (flags.json) {
    const report::Json json =
        outcome.estimate
            ? report::estimate_result(*outcome.estimate, context.catalog, outcome.provenance.inputs)
            : answers::no_estimate_result(outcome, context.catalog);
    context.print(report::json_text(json));
    return;
  }
  if (outcome.capture && outcome.capture->lists.size() > 1)
    context.print(report::overlap_text(*outcome.capture, context.catalog));
  context.print(answers::number_text(outcome, context.catalog));
}

}  // namespace

void add_estimate(Arguments& app, Context& context) {
  const auto flags = std::make_shared<Flags>();
  const base::Catalog& catalog = context.catalog;
  Arguments command =
      app.command("estimate", catalog.say("Estimate how many there really were, in an "
                                          "investigation or from a capture table alone"));
  command.folder(flags->folder);
  command.option(
      "--cells", &flags->cells,
      catalog.say("A capture table: one column a list with 0, 1 or NA (did not cover), and count"));
  command.flags_of(settings::estimate_options(), flags->said);
  command.option(
      "--draws", &flags->draws,
      catalog.say("Sampled registers of sanaq link --draws-out: doubt about links widens the "
                  "interval"));
  command.option("--draws-out", &flags->draws_out,
                 catalog.say("Where to write the draws of the total (CSV)"));
  command.option("--statement", &flags->statement,
                 catalog.say("Where to write a statement of one page: what was assumed, seed, "
                             "versions, what would change the answer"));
  command.flag("--quick", flags->quick,
               catalog.say("The number alone: no other methods, no checks on your lists"));
  command.force(flags->force);
  command.json(flags->json);
  add_allow_outside(command, context);
  command.example({"printf 'a,b,count\\n1,1,20\\n1,0,40\\n0,1,30\\n' > cells.csv",
                   "sanaq estimate --cells cells.csv"});
  command.runs([flags, &context] {
    (void)by_flags_alone(*flags);  // what cannot be said is refused before any work
    check_outputs(*flags, context);
    if (!flags->cells.empty()) return estimate_cells(*flags, context);
    if (flags->draws.empty()) return estimate_investigation(*flags, context);
    if (!flags->folder.empty())
      throw Error(
          Kind::usage,
          message("an investigation samples its registers itself (draws in [link]); --draws "
                  "goes with --cells or alone"));
    estimate_draws(*flags, context);
  });
}

}  // namespace sanaq::cli
