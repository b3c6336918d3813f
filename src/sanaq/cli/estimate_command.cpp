#include "sanaq/cli/estimate_command.h"

#include <algorithm>
#include <charconv>

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/sha256.h"
#include "sanaq/base/system.h"
#include "sanaq/cli/allow_outside.h"
#include "sanaq/cli/ledger_session.h"
#include "sanaq/cli/output_file.h"
#include "sanaq/estimate/registers.h"
#include "sanaq/exchange/cells_csv.h"
#include "sanaq/exchange/sampled_registers_csv.h"
#include "sanaq/exchange/total_draws_csv.h"
#include "sanaq/investigation/investigation.h"
#include "sanaq/investigation/version.h"
#include "sanaq/report/json_text.h"
#include "sanaq/report/result_json.h"
#include "sanaq/report/result_text.h"
#include "sanaq/report/statement_text.h"
#include "sanaq/settings/config.h"
#include "sanaq/text/nearest_word.h"

namespace sanaq::cli {
namespace {

using base::Error;
using base::Kind;
using base::message;

struct Flags {
  std::string folder;
  std::string cells, method, draws, draws_out, statement, criterion;
  std::string prior, prior_range, prior_unlisted, prior_unlisted_range;
  std::vector<std::string> strata, dependent;
  std::optional<std::uint64_t> seed;
  std::optional<int> bootstrap;
  bool json = false, quick = false, average = false, force = false;
};

// "100:500". Shares may be written with %: "20%:60%".
std::pair<double, double> range_of(const std::string& text, const char* flag) {
  const auto number = [](std::string part) -> std::optional<double> {
    const bool is_percent = part.ends_with('%');
    if (is_percent) part.pop_back();
    double value = 0;
    const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), value);
    if (error != std::errc() || end != part.data() + part.size()) return std::nullopt;
    return is_percent ? value / 100 : value;
  };
  const std::size_t colon = text.find(':');
  if (colon != std::string::npos) {
    const auto low = number(text.substr(0, colon)), high = number(text.substr(colon + 1));
    if (low && high) return {*low, *high};
  }
  throw Error(
      Kind::usage,
      message("{} {}: write two numbers with a colon between them, such as 100:500", flag, text));
}

void adjust_priors(estimate::Options& options, const Flags& flags) {
  const int named = (flags.prior.empty() ? 0 : 1) + (flags.prior_range.empty() ? 0 : 1) +
                    (flags.prior_unlisted.empty() ? 0 : 1) +
                    (flags.prior_unlisted_range.empty() ? 0 : 1);
  if (named == 0) return;
  if (named > 1)
    throw Error(Kind::usage, message("name one prior: of the total or of the share on no list"));
  options.total_prior.reset();
  options.unlisted_prior.reset();
  const bool is_range = !flags.prior_range.empty() || !flags.prior_unlisted_range.empty();
  if (!flags.prior.empty() || !flags.prior_range.empty()) {
    const auto [low, high] =
        is_range ? range_of(flags.prior_range, "--prior-range") : range_of(flags.prior, "--prior");
    options.total_prior = estimate::TotalPrior{low, high, is_range};
  } else {
    const auto [low, high] = is_range
                                 ? range_of(flags.prior_unlisted_range, "--prior-unlisted-range")
                                 : range_of(flags.prior_unlisted, "--prior-unlisted");
    options.unlisted_prior = estimate::UnlistedShare{low, high, is_range};
  }
}

// "hospital+police", for lists whose names have no plus.
void adjust_dependence(estimate::Options& options, const Flags& flags) {
  if (flags.dependent.empty()) return;
  options.dependent_lists.clear();
  for (const std::string& text : flags.dependent) {
    const std::size_t plus = text.find('+');
    if (plus == std::string::npos || plus == 0 || plus + 1 == text.size()) {
      throw Error(Kind::usage,
                  message("--dependent {}: write two lists with a plus between them, such as "
                          "hospital+police",
                          text));
    }
    options.dependent_lists.push_back({text.substr(0, plus), text.substr(plus + 1)});
  }
}

// How log-linear models are chosen and what their interval contains.
void adjust_choice(estimate::Options& options, const Flags& flags) {
  if (!flags.criterion.empty()) {
    const auto criterion = estimate::criterion_from_name(flags.criterion);
    if (!criterion)
      throw Error(Kind::usage, message("--criterion {}: write bic, aic or aicc", flags.criterion));
    options.criterion = *criterion;
  }
  if (flags.average) options.average_models = true;
  if (flags.bootstrap) options.bootstrap = *flags.bootstrap;
  if (options.average_models && options.bootstrap > 0)
    throw Error(Kind::usage,
                message("--average and --bootstrap are two ways to doubt the choice of a model: "
                        "name one"));
}

void adjust(estimate::Options& options, const Flags& flags) {
  if (!flags.method.empty()) {
    const auto method = estimate::method_from_name(flags.method);
    if (!method) {
      const std::string near = text::nearest_word(
          flags.method,
          {"auto", "lcm", "dga", "loglinear", "sparse", "threshold", "chao", "chapman", "all"});
      throw Error(Kind::usage, message("--method {}: there is no such method; did you mean {}?",
                                       flags.method, near.empty() ? "auto" : near));
    }
    options.method = *method;
  }
  if (flags.seed) options.seed = *flags.seed;
  if (flags.quick) options.checks_on_own_lists = options.alternatives = false;
  adjust_priors(options, flags);
  adjust_dependence(options, flags);
  adjust_choice(options, flags);
  estimate::check_options(options);
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
                           report::statement_text(summary, provenance, context.catalog));
}

// Before the work: what would not be written afterwards is refused now.
void check_outputs(const Flags& flags, Context& context) {
  OutputFile statement{"--statement", flags.statement};
  for (const std::string& language : base::Catalog::languages())
    statement.beginnings.push_back(report::statement_beginning(base::Catalog(language)));
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
  const investigation::Provenance provenance{std::string(investigation::program_version()),
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
  if (!flags.strata.empty() && !flags.draws.empty())
    throw Error(Kind::usage,
                message("--strata and --draws do not go together here: sampled registers in a file "
                        "do not say who is in which stratum; in an investigation they do"));
  estimate::Options options;
  adjust(options, flags);
  Inputs inputs;
  const base::MappedFile file = open_input(flags.cells, inputs);
  if (!flags.strata.empty()) {
    const auto strata = exchange::read_cells_by_stratum(file.bytes(), flags.cells, flags.strata);
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
  if (!flags.strata.empty())
    throw Error(Kind::usage, message("--strata needs --cells or an investigation"));
  estimate::Options options;
  adjust(options, flags);
  Inputs inputs;
  const base::MappedFile file = open_input(flags.draws, inputs);
  const auto sampled = exchange::read_sampled_registers(file.bytes(), flags.draws, {});
  const estimate::CaptureTable table = middle_register(sampled);
  print_summary(table, estimate::estimate_over_registers(table, sampled, options, context.progress),
                inputs, flags, context);
}

void estimate_investigation(const Flags& flags, Context& context) {
  clear_leftovers(flags.folder.empty() ? "." : flags.folder, context);
  const investigation::Outcome outcome = investigation::estimate_total(
      flags.folder.empty() ? "." : flags.folder, caller_of(context), [&](settings::Config& config) {
        adjust(config.estimate, flags);
        if (!flags.strata.empty()) config.strata = flags.strata;
      });
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
            : report::no_estimate_result(outcome, context.catalog);
    context.print(report::json_text(json));
    return;
  }
  if (outcome.capture && outcome.capture->lists.size() > 1)
    context.print(report::overlap_text(*outcome.capture, context.catalog));
  context.print(report::number_text(outcome, context.catalog));
}

void add_prior_flags(Arguments& command, Flags& flags, const base::Catalog& catalog) {
  command.option("--prior", &flags.prior,
                 catalog.say("LOW:HIGH, where a survey put the total with 90 % certainty"));
  command.option("--prior-range", &flags.prior_range,
                 catalog.say("LOW:HIGH, where the total certainly lies, as by a census"));
  command.option("--prior-unlisted", &flags.prior_unlisted,
                 catalog.say("LOW:HIGH, the same as --prior of the share that is on no list, "
                             "such as 20%:60%"));
  command.option("--prior-unlisted-range", &flags.prior_unlisted_range,
                 catalog.say("LOW:HIGH, where that share certainly lies"));
  command.option("--dependent", &flags.dependent,
                 catalog.say("LIST+LIST: two lists that copy from one another or share a source "
                             "(several times for several pairs)"));
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
  command.option("--method", &flags->method,
                 catalog.say("auto, lcm, dga, loglinear, sparse, threshold, chao, chapman or all"));
  command
      .option("--strata", &flags->strata,
              catalog.say("Columns of --cells, or fields of an investigation, by which persons "
                          "are parted: estimated apart, pooled in part, added up"))
      .separated_by(',');
  command.option(
      "--draws", &flags->draws,
      catalog.say("Sampled registers of sanaq link --draws-out: doubt about links widens the "
                  "interval"));
  command.option("--draws-out", &flags->draws_out,
                 catalog.say("Where to write the draws of the total (CSV)"));
  command.option("--statement", &flags->statement,
                 catalog.say("Where to write a statement of one page: what was assumed, seed, "
                             "versions, what would change the answer"));
  add_prior_flags(command, *flags, catalog);
  command.option("--criterion", &flags->criterion,
                 catalog.say("loglinear: choose by bic, aic or aicc"));
  command.flag("--average", flags->average,
               catalog.say("loglinear: the average of all models by their weight"));
  command.option("--bootstrap", &flags->bootstrap,
                 catalog.say("loglinear, sparse: resamples for an interval that contains the "
                             "doubt about the choice, such as 1000"));
  command.flag("--quick", flags->quick,
               catalog.say("The number alone: no other methods, no checks on your lists"));
  command.seed(flags->seed);
  command.force(flags->force);
  command.json(flags->json);
  add_allow_outside(command, context);
  command.example({"printf 'a,b,count\\n1,1,20\\n1,0,40\\n0,1,30\\n' > cells.csv",
                   "sanaq estimate --cells cells.csv"});
  command.runs([flags, &context] {
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
