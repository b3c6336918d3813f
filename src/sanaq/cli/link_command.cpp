#include "sanaq/cli/link_command.h"

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/stopwatch.h"
#include "sanaq/cli/allow_outside.h"
#include "sanaq/cli/ledger_session.h"
#include "sanaq/cli/output_file.h"
#include "sanaq/exchange/link_files.h"
#include "sanaq/exchange/link_loaded.h"
#include "sanaq/exchange/linking_inputs.h"
#include "sanaq/exchange/register_csv.h"
#include "sanaq/investigation/investigation.h"
#include "sanaq/link/model_file.h"
#include "sanaq/record/record_names.h"
#include "sanaq/report/json_text.h"
#include "sanaq/report/result_json.h"
#include "sanaq/report/result_text.h"
#include "sanaq/settings/flags.h"
#include "sanaq/settings/step_options.h"
#include "sanaq/splink/link.h"
#include "sanaq/splink/rules.h"

namespace sanaq::cli {
namespace {

using base::Error;
using base::Kind;
using base::message;

struct Flags {
  std::vector<std::string> paths;
  std::string clusters, pairs, id, list_column, draws_out, save_model;
  std::vector<std::string> columns, one_per_list, explain;
  settings::Said said;  // of the options of linking
  std::optional<int> threads;
  bool json = false, force = false;
  [[nodiscard]] std::string file(std::string_view option) const {
    return settings::file_of(said, option);
  }
};

// What was linked, whether from an investigation or from files alone.
struct Linked {
  record::RecordTable records;
  link::Result result;
  std::vector<std::string> persons;  // one a record
  std::int64_t person_count = 0;
  std::shared_ptr<const splink::Model> splink_model = nullptr;
  std::vector<link::Nickname> nicknames = {};
};

void adjust(settings::Config& config, const Flags& flags, Context& context) {
  settings::read_flags(settings::link_options(), flags.said, config);
  link::Options& options = config.link;
  if (flags.threads) options.threads = *flags.threads;
  const std::string model = flags.file("model"), nicknames = flags.file("nicknames"),
                    labels = flags.file("labels");
  if (!model.empty()) exchange::load_model(options, config.splink_model, model);
  if (!nicknames.empty()) exchange::load_nicknames(options, nicknames);
  if (!labels.empty()) {
    if (const auto warning = exchange::load_labels(options, labels))
      context.note(context.catalog.say(*warning) + "\n");
  }
  // Splink hands out every pair that it has weighed.
  if (config.splink_model && !config.says_pairs)
    options.pair_probability_min = flags.pairs.empty() ? 1 : 0;
  link::check_options(options);
}

std::map<std::string, std::string> columns_of(const std::vector<std::string>& flags) {
  std::map<std::string, std::string> columns;
  for (const std::string& flag : flags) {
    const std::size_t equals = flag.find('=');
    if (equals == std::string::npos || equals == 0 || equals + 1 == flag.size()) {
      throw Error(Kind::usage,
                  message("--column {}: write FIELD=HEADER, such as name=\"Full name\"", flag));
    }
    columns[flag.substr(0, equals)] = flag.substr(equals + 1);
  }
  return columns;
}

Linked link_investigation(const Flags& flags, Context& context) {
  if (!flags.id.empty() || !flags.list_column.empty() || !flags.columns.empty() ||
      !flags.one_per_list.empty()) {
    throw Error(Kind::usage,
                message("--id, --column, --list-column and --one-per-list are for files; in an "
                        "investigation they stand in investigation.toml"));
  }
  clear_leftovers(flags.paths.front(), context);
  investigation::Outcome outcome = investigation::link_records(
      flags.paths.front(), caller_of(context),
      [&](settings::Config& config) { adjust(config, flags, context); });
  for (const base::Message& warning : outcome.warnings)
    context.note(context.catalog.say(warning) + "\n");
  enter_what_was_done(outcome, context);
  Linked linked{
      {}, {}, persons::person_names(outcome), static_cast<std::int64_t>(outcome.persons.size())};
  linked.records = std::move(outcome.records);
  linked.result = std::move(outcome.link);
  linked.splink_model = outcome.splink_model ? outcome.splink_model : outcome.config.splink_model;
  linked.nicknames = outcome.config.link.nicknames;
  return linked;
}

// A Splink model names all that it looks at. Names of persons are made from all columns.
void read_what_is_needed(const Flags& flags, const link::Options& options,
                         const splink::Model* splink_model, exchange::FilesToLink& request) {
  if (splink_model == nullptr || !flags.clusters.empty() || !flags.draws_out.empty()) return;
  request.with_identities = false;
  splink::Model model = *splink_model;
  if (!options.block_rules.empty()) model.rules.clear();
  request.only_columns = splink::columns_of(model);
  request.only_columns->merge(splink::columns_of_rules(options.block_rules));
}

Linked link_some_files(const Flags& flags, Context& context) {
  settings::Config config;
  adjust(config, flags, context);
  link::Options& options = config.link;
  exchange::FilesToLink request;
  request.files = flags.paths;
  if (!flags.id.empty()) request.id_header = flags.id;
  if (!flags.list_column.empty()) request.list_column = flags.list_column;
  request.columns = columns_of(flags.columns);
  request.one_per_list = flags.one_per_list;
  request.threads = options.threads;
  read_what_is_needed(flags, options, config.splink_model.get(), request);
  exchange::LoadedFiles loaded = exchange::load_files(request, context.progress);
  for (const tables::IngestedList& list : loaded.lists) {
    for (const base::Message& warning : list.warnings)
      context.note(context.catalog.say(warning) + "\n");
  }
  splink::Linked by_engine =
      exchange::link_loaded(loaded, exchange::options_for(loaded, request, options),
                            std::move(config.splink_model), context.progress);
  Linked linked;
  linked.nicknames = options.nicknames;
  linked.records = std::move(loaded.records);
  linked.result = std::move(by_engine.result);
  linked.splink_model = std::move(by_engine.model);
  if (!flags.clusters.empty())
    linked.persons = exchange::person_names(linked.records, linked.result.person_of);
  linked.person_count = linked.result.person_count;
  return linked;
}

void write_outputs(const Flags& flags, Linked& linked) {
  const base::Stopwatch watch;
  if (!flags.clusters.empty())
    base::write_file_whole(flags.clusters,
                           exchange::clusters_csv(linked.records, linked.result, linked.persons));
  if (!flags.pairs.empty())
    base::write_file_whole(flags.pairs, exchange::pairs_csv(linked.records, linked.result));
  if (!flags.draws_out.empty())
    base::write_file_whole(flags.draws_out, exchange::draws_csv(linked.records, linked.result));
  if (!flags.save_model.empty())
    base::write_file_whole(flags.save_model, linked.splink_model
                                                 ? splink::write_model(*linked.splink_model)
                                                 : link::write_model(linked.result.model));
  linked.result.seconds.write = watch.seconds();
}

// Before the work: what would not be written afterwards is refused now.
void check_outputs(const Flags& flags, bool is_investigation, Context& context) {
  Outputs outputs;
  outputs.files = {
      {"--clusters", flags.clusters, {"list,record,person,probability"}},
      {"--pairs", flags.pairs, {"list_l,record_l,list_r,record_r,weight_bits,probability"}},
      {"--draws-out", flags.draws_out, {"draw,list,record,person"}},
      {"--save-model", flags.save_model, {}, link::looks_like_own_model}};
  outputs.inputs = {flags.file("model"), flags.file("labels"), flags.file("nicknames")};
  if (is_investigation)
    outputs.investigation = flags.paths.front();
  else
    outputs.inputs.insert(outputs.inputs.end(), flags.paths.begin(), flags.paths.end());
  outputs.replaces = flags.force;
  expect_outputs(outputs);
  clear_left_outputs(outputs, context);
}

void check_flags(const Flags& flags) {
  settings::Config said;  // what cannot be said is refused before any work
  settings::read_flags(settings::link_options(), flags.said, said);
  const bool draws = flags.said.at("draws").stand();
  if (draws == flags.draws_out.empty())
    throw Error(Kind::usage, message("--draws and --draws-out go together: how many registers to "
                                     "draw, and the file for them"));
  if (draws && said.link.draws < 1)
    throw Error(Kind::usage, message("--draws is {}; give 1 or more", said.link.draws));
  if (flags.threads && *flags.threads < 1)
    throw Error(Kind::usage, message("--threads is {}; give 1 or more", *flags.threads));
  if (!flags.explain.empty() && flags.explain.size() != 2)
    throw Error(Kind::usage, message("--explain needs two records: --explain LIST:ID LIST:ID"));
}

void link_command(const Flags& flags, Context& context) {
  check_flags(flags);
  const bool is_investigation = flags.paths.size() == 1 && base::folder_exists(flags.paths.front());
  check_outputs(flags, is_investigation, context);
  Linked linked =
      is_investigation ? link_investigation(flags, context) : link_some_files(flags, context);
  write_outputs(flags, linked);
  if (!flags.explain.empty()) {
    const std::uint32_t left = record::find_record(linked.records, flags.explain[0]);
    const std::uint32_t right = record::find_record(linked.records, flags.explain[1]);
    const link::Explanation explanation =
        linked.splink_model
            ? splink::explain(linked.records, *linked.splink_model, left, right)
            : link::explain(linked.records, linked.result.model, left, right, linked.nicknames);
    context.print(report::explanation_text(explanation, context.catalog));
    return;
  }
  context.print(
      flags.json
          ? report::json_text(report::link_result(linked.records, linked.result,
                                                  linked.person_count, context.catalog))
          : report::link_text(linked.records, linked.result, linked.person_count, context.catalog));
}

void add_flags(Arguments& command, Flags& flags, const base::Catalog& catalog) {
  command
      .option("DIR|FILE", &flags.paths, catalog.say("An investigation, or files: each is a list"))
      .takes(1, 1000);
  command.option("--clusters", &flags.clusters,
                 catalog.say("Write list,record,person,probability to this file"));
  command.option("--pairs", &flags.pairs,
                 catalog.say("Write every pair that was found likely to this file"));
  command.option("--id", &flags.id, catalog.say("Header of the column with each record's own id"));
  command
      .option("--column", &flags.columns,
              catalog.say("FIELD=HEADER: which header is what, if it was not recognised"))
      .repeated();
  command.option("--one-per-list", &flags.one_per_list, catalog.say("This list has nobody twice"))
      .repeated();
  command.flags_of(settings::link_options(), flags.said);
  command.option("--save-model", &flags.save_model,
                 catalog.say("Write the learnt model to this file"));
  command.option("--threads", &flags.threads,
                 catalog.say("How many threads; all processors if not said"));
  command.option("--list-column", &flags.list_column,
                 catalog.say("Header that says which list a row of the one file is from"));
  command
      .option("--explain", &flags.explain,
              catalog.say("Two records as LIST:ID: say why they are one person or not"))
      .takes(2, 2);
  command.option("--draws-out", &flags.draws_out,
                 catalog.say("Write the drawn registers to this file"));
  command.force(flags.force);
  command.json(flags.json);
}

}  // namespace

void add_link(Arguments& app, Context& context) {
  const auto flags = std::make_shared<Flags>();
  const base::Catalog& catalog = context.catalog;
  Arguments command = app.command(
      "link",
      catalog.say("Find which records are one person, in an investigation or in files alone"));
  add_flags(command, *flags, catalog);
  add_allow_outside(command, context);
  command.example({"sanaq link hospital.csv morgue.xlsx --clusters persons.csv --pairs pairs.csv"});
  command.runs([flags, &context] {
    if (flags->paths.empty()) flags->paths = {"."};
    link_command(*flags, context);
  });
}

}  // namespace sanaq::cli
