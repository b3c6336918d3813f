#include "sanaq/cli/simulate_command.h"

#include "sanaq/base/whole_folder.h"
#include "sanaq/cli/output_file.h"
#include "sanaq/desk/invented_town.h"
#include "sanaq/investigation/own_places.h"
#include "sanaq/simulate/simulate.h"

namespace sanaq::cli {
namespace {

using base::message;

void run(const simulate::Options& options, const std::string& out, Context& context) {
  simulate::check_options(options);
  (void)base::end_in_place(out);
  investigation::expect_new_folder(out);  // before the work, not after it
  const simulate::Result result = simulate::simulate(options);
  desk::put_simulated(
      result, out, [&](const std::vector<std::string>& removed) { say_removed(removed, context); });
  std::size_t records = 0;
  for (const simulate::SimulatedList& list : result.lists) records += list.rows.size();
  context.print(context.catalog.say(message(
                    "{}: {} invented persons, {} of them on {} lists with {} "
                    "records. Count them: sanaq run {}",
                    out, result.persons.size(), result.listed, result.lists.size(), records, out)) +
                "\n");
}

void add_options(Arguments& command, simulate::Options& options, const base::Catalog& catalog) {
  command.option("--seed", &options.seed, catalog.say("The same seed gives the same bytes"));
  command.option("--persons", &options.persons, catalog.say("How many invented persons died"));
  command.option("--lists", &options.lists, catalog.say("How many lists there are: 2 to 8"));
  command.option("--errors", &options.errors,
                 catalog.say("Chance of a slip in each name and each date: 0 to 1"));
  command.option("--missing", &options.missing,
                 catalog.say("Chance that a cell other than the name is empty: 0 to 1"));
  command.option(
      "--duplicates", &options.duplicates,
      catalog.say("Share of rows written twice, on lists that may have duplicates: 0 to 1"));
  command.option("--dependence", &options.dependence,
                 catalog.say("How much the lists depend on one another: 0 not at all, 1 as lists "
                             "of the dead do, 5 at most"));
  command.option(
      "--heterogeneity", &options.heterogeneity,
      catalog.say("How much better some people are known to every list than others: 0 to 5; "
                  "otherwise as --dependence"));
  command.flag("--many-names", options.many_names,
               catalog.say("Tens of thousands of names, some frequent and most rare, as in a "
                           "country; otherwise some hundreds"));
}

}  // namespace

void add_simulate(Arguments& app, Context& context) {
  const auto options = std::make_shared<simulate::Options>();
  const auto out = std::make_shared<std::string>();
  const base::Catalog& catalog = context.catalog;
  Arguments command = app.command(
      "simulate",
      catalog.say("Make an investigation of invented lists whose true number is known"));
  command.option("OUT", out.get(), catalog.say("The folder to make")).required();
  add_options(command, *options, catalog);
  command.show_defaults();
  command.example({"sanaq simulate oil-town --persons 400 --seed 7", "sanaq run oil-town"});
  command.runs([options, out, &context] { run(*options, *out, context); });
}

}  // namespace sanaq::cli
