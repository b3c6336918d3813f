#include "sanaq/cli/evaluate_command.h"

#include <map>
#include <nlohmann/json.hpp>

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/cli/membership_csv.h"
#include "sanaq/link/evaluate.h"
#include "sanaq/report/figures.h"
#include "sanaq/report/json_text.h"

namespace sanaq::cli {
namespace {

using base::Catalog;
using base::Error;
using base::Kind;
using base::message;
using link::Measure;
using link::Quality;
using Json = nlohmann::ordered_json;

struct Asked {
  std::string clusters, truth, drawn = "records";
  link::EvaluateOptions options;
  bool is_sample = false, as_json = false;
};

// The two files as one pair of labels a record.
struct Matched {
  std::vector<std::uint32_t> linked, truth;
  std::int64_t not_in_clusters = 0, not_in_truth = 0;
};

// Labels in the order in which they are first met.
class Labels {
 public:
  std::uint32_t of(const std::string& person) {
    return labels_.emplace(person, static_cast<std::uint32_t>(labels_.size())).first->second;
  }
  [[nodiscard]] std::uint32_t count() const { return static_cast<std::uint32_t>(labels_.size()); }

 private:
  std::map<std::string, std::uint32_t> labels_;
};

std::vector<Membership> read_membership(const std::string& path) {
  return parse_membership(base::MappedFile(path).bytes(), path);
}

void refuse_lists_on_one_side(const std::vector<Membership>& clusters,
                              const std::vector<Membership>& truth) {
  if (clusters.front().list.empty() == truth.front().list.empty()) return;
  throw Error(Kind::bad_input,
              message("one file names the list of each record and the other does not; add the "
                      "column list to both, or leave it out of both"));
}

// A record of the truth that the clusters lack was linked to nothing. A record that only the
// clusters have is left out, but with a sample shows links that lead out of a reviewed person.
Matched match(const std::vector<Membership>& clusters, const std::vector<Membership>& truth,
              bool is_sample) {
  Labels linked_labels;
  Labels true_labels;
  std::map<std::pair<std::string, std::string>, std::uint32_t> linked_of;
  for (const Membership& row : clusters) {
    linked_of.emplace(std::pair(row.list, row.record), linked_labels.of(row.person));
  }
  Matched matched;
  std::uint32_t next_single = linked_labels.count();
  for (const Membership& row : truth) {
    const auto found = linked_of.find({row.list, row.record});
    matched.truth.push_back(true_labels.of(row.person));
    if (found == linked_of.end()) {
      matched.linked.push_back(next_single++);
      ++matched.not_in_clusters;
    } else {
      matched.linked.push_back(found->second);
      linked_of.erase(found);
    }
  }
  matched.not_in_truth = static_cast<std::int64_t>(linked_of.size());
  if (is_sample) {
    for (const auto& [record, label] : linked_of) {
      matched.linked.push_back(label);
      matched.truth.push_back(link::not_reviewed);
    }
  }
  return matched;
}

Json json_of(const std::optional<Measure>& measure) {
  if (!measure) return nullptr;
  const auto number = [](std::optional<double> value) {
    return value ? Json(*value) : Json(nullptr);
  };
  return {{"value", measure->value},
          {"low", number(measure->low)},
          {"high", number(measure->high)},
          {"standard_error", number(measure->standard_error)}};
}

Json json_of(const Quality& quality) {
  return {{"precision", json_of(quality.precision)},
          {"recall", json_of(quality.recall)},
          {"f1", json_of(quality.f1)}};
}

std::string json_text(const link::Evaluation& result, const Matched& matched, const Asked& asked) {
  const Json json = {{"records", result.records},
                     {"true_persons", result.true_persons},
                     {"linked_persons", result.linked_persons},
                     {"exact_persons", result.exact_persons},
                     {"not_in_clusters", matched.not_in_clusters},
                     {"not_in_truth", matched.not_in_truth},
                     {"pairs", json_of(result.pairs)},
                     {"persons", json_of(result.persons)},
                     {"b_cubed", json_of(result.b_cubed)},
                     {"sampled", asked.is_sample ? Json(asked.drawn) : Json(nullptr)},
                     {"level", asked.options.level},
                     {"seed", std::to_string(asked.options.seed)}};
  return report::json_text(json);
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
  const auto clusters = read_membership(asked.clusters);
  const auto truth = read_membership(asked.truth);
  refuse_lists_on_one_side(clusters, truth);
  const Matched matched = match(clusters, truth, asked.is_sample);
  if (matched.not_in_clusters == static_cast<std::int64_t>(truth.size())) {
    throw Error(Kind::bad_input,
                message("{} and {} have no record in common; lists and records must be named alike",
                        asked.clusters, asked.truth));
  }
  note_records_on_one_side(matched, asked.is_sample, context);
  const link::Evaluation result = link::evaluate(matched.linked, matched.truth, asked.options);
  context.print(asked.as_json ? json_text(result, matched, asked)
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
