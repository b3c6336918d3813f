#include "sanaq/cli/evaluate_command.h"

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/exchange/matched_persons.h"
#include "sanaq/exchange/membership_csv.h"
#include "sanaq/link/evaluate.h"
#include "sanaq/report/evaluation_json.h"
#include "sanaq/report/figures.h"
#include "sanaq/report/json_text.h"

namespace sanaq::cli {
namespace {

using base::Catalog;
using base::Error;
using base::Kind;
using base::message;
using exchange::Matched;
using link::Measure;
using link::Quality;

struct Asked {
  std::string clusters, truth, drawn = "records";
  link::EvaluateOptions options;
  bool is_sample = false, as_json = false;
};

std::vector<exchange::Membership> read_membership(const std::string& path) {
  return exchange::parse_membership(base::MappedFile(path).bytes(), path);
}

std::string measure_line(const std::string& name, const std::optional<Measure>& measure,
                         const Catalog& catalog) {
  if (!measure) return fmt::format("  {}: {}\n", name, catalog.say("nothing to measure"));
  std::string line = fmt::format("  {}: {:.4f}", name, measure->value);
  if (measure->low) line += fmt::format("  [{:.4f}, {:.4f}]", *measure->low, *measure->high);
  if (measure->standard_error) {
    line += "  " + catalog.say(message("standard error {}",
                                       fmt::format("{:.4f}", *measure->standard_error)));
  }
  return line + "\n";
}

std::string quality_text(const std::string& title, const Quality& quality, const Catalog& catalog) {
  return title + "\n" + measure_line(catalog.say("precision"), quality.precision, catalog) +
         measure_line(catalog.say("recall"), quality.recall, catalog) +
         measure_line("F1", quality.f1, catalog);
}

std::string report_text(const link::Evaluation& result, const Asked& asked,
                        const Catalog& catalog) {
  const auto shown = [&catalog](std::int64_t number) {
    return report::figure(number, catalog.language());
  };
  std::string text = catalog.say(message(
      "{} records; persons in truth: {}, linked: {}, exactly found: {}", shown(result.records),
      shown(result.true_persons), shown(result.linked_persons), shown(result.exact_persons)));
  text += "\n" +
          catalog.say(message("In brackets: intervals at {} %, seed {}",
                              fmt::format("{:g}", 100 * asked.options.level), asked.options.seed)) +
          "\n";
  text += quality_text(catalog.say("Pairs of records"), result.pairs, catalog);
  text += quality_text(catalog.say("Whole persons"), result.persons, catalog);
  return text + quality_text(catalog.say("B-cubed"), result.b_cubed, catalog);
}

void note_records_on_one_side(const Matched& matched, bool is_sample, Context& context) {
  const auto shown = [&context](std::int64_t number) {
    return report::figure(number, context.catalog.language());
  };
  if (matched.not_in_clusters > 0) {
    context.note(context.catalog.say(
                     message("{} records of the truth are not in the clusters; they count as "
                             "linked to nothing",
                             shown(matched.not_in_clusters))) +
                 "\n");
  }
  if (matched.not_in_truth > 0 && !is_sample) {
    context.note(context.catalog.say(message(
                     "{} records of the clusters are not in the truth and are left out; if only "
                     "some persons were reviewed, say --sampled",
                     shown(matched.not_in_truth))) +
                 "\n");
  }
}

link::Reviewed reviewed_of(const Asked& asked) {
  if (asked.drawn != "records" && asked.drawn != "persons") {
    throw Error(Kind::usage, message("--drawn is {}; say records or persons", asked.drawn));
  }
  if (!asked.is_sample) return link::Reviewed::all;
  return asked.drawn == "records" ? link::Reviewed::records : link::Reviewed::persons;
}

void run(Asked asked, Context& context) {
  if (asked.options.level <= 0 || asked.options.level >= 1) {
    throw Error(Kind::usage, message("--level is {}; give a number between 0 and 1, such as 0.95",
                                     asked.options.level));
  }
  asked.options.reviewed = reviewed_of(asked);
  const Matched matched =
      exchange::match_persons(read_membership(asked.clusters), asked.clusters,
                              read_membership(asked.truth), asked.truth, asked.is_sample);
  note_records_on_one_side(matched, asked.is_sample, context);
  const link::Evaluation result = link::evaluate(matched.linked, matched.truth, asked.options);
  const report::EvaluatedWith with{asked.options, matched.not_in_clusters, matched.not_in_truth};
  context.print(asked.as_json ? report::json_text(report::evaluation_result(result, with))
                              : report_text(result, asked, context.catalog));
}

}  // namespace

void add_evaluate(Arguments& app, Context& context) {
  const auto asked = std::make_shared<Asked>();
  const Catalog& catalog = context.catalog;
  Arguments command = app.command(
      "evaluate", catalog.say("Compare links with the truth: precision, recall, F1, B-cubed"));
  command
      .option("CLUSTERS", &asked->clusters,
              catalog.say("What was linked: list,record,person (sanaq link --clusters)"))
      .required();
  command.option("--truth", &asked->truth, catalog.say("What is true: list,record,person"))
      .required();
  command.flag("--sampled", asked->is_sample,
               catalog.say("TRUTH holds only some persons, reviewed as a sample, each with all "
                           "their records"));
  command.option("--drawn", &asked->drawn,
                 catalog.say("How the sample was drawn: records (a record, then all others of "
                             "its person; the default) or persons"));
  command.option("--level", &asked->options.level, catalog.say("Of the intervals: 0.95"));
  command.option("--seed", &asked->options.seed, catalog.say("The same seed gives the same bytes"));
  command.flag("--json", asked->as_json, catalog.say("Answer in JSON"));
  command.example({"sanaq link hospital.csv morgue.csv --clusters clusters.csv",
                   "sanaq evaluate clusters.csv --truth truth.csv"});
  command.runs([asked, &context] { run(*asked, context); });
}

}  // namespace sanaq::cli
