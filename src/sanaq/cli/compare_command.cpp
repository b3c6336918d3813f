#include "sanaq/cli/compare_command.h"

#include <cmath>
#include <nlohmann/json.hpp>

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/cli/output_file.h"
#include "sanaq/exchange/compare_table.h"
#include "sanaq/exchange/compared_names.h"
#include "sanaq/exchange/nickname_table.h"
#include "sanaq/report/json_text.h"
#include "sanaq/report/text_table.h"
#include "sanaq/text/name_comparison.h"
#include "sanaq/text/nicknames.h"

namespace sanaq::cli {
namespace {

using base::Catalog;
using base::Error;
using base::Kind;
using base::message;
using text::NameComparison;
using Json = nlohmann::ordered_json;

constexpr std::size_t cell_characters_max = 40;

struct Asked {
  std::string left, right, scores, nicknames, kind = "person";
  double prior = 0.5;
  bool as_json = false, force = false;
};

std::string json_text(const exchange::ComparedNames& compared, const Asked& asked) {
  const NameComparison& found = compared.comparison;
  Json parts = Json::array();
  for (const NameComparison::Part& part : found.parts) {
    parts.push_back(
        {{"left", part.left}, {"right", part.right}, {"what", part.what}, {"bits", part.bits}});
  }
  const Json json = {{"same", compared.probability > 0.5},
                     {"probability", compared.probability},
                     {"weight_bits", found.weight_bits},
                     {"level", compared.level},
                     {"prior", asked.prior},
                     {"kind", asked.kind},
                     {"parts", parts}};
  return report::json_text(json);
}

// z > 1 is where lists keep a pair; between 0 and 1, and a little below, a person should look
// (docs/method/names.md).
std::string verdict(double weight_bits, const Catalog& catalog) {
  if (weight_bits > 1) return catalog.say("The same name, most likely");
  if (weight_bits > -1) return catalog.say("Perhaps the same name: other facts must decide");
  return catalog.say("Two different names, most likely");
}

std::string report_text(const NameComparison& found, double probability, const Catalog& catalog) {
  std::string report =
      verdict(std::log2(probability / (1 - probability)), catalog) + "\n" +
      catalog.say(message("probability {}, weight {} bits", fmt::format("{:.4f}", probability),
                          fmt::format("{:+.2f}", found.weight_bits))) +
      "\n";
  std::vector<std::vector<std::string>> rows;
  for (const NameComparison::Part& part : found.parts) {
    rows.push_back(
        {part.left.empty() ? "-" : report::safe_cell(part.left, cell_characters_max),
         part.right.empty() ? "-" : report::safe_cell(part.right, cell_characters_max),
         part.left.empty() || part.right.empty() ? "" : fmt::format("{:+.1f}", part.bits),
         catalog.say(std::string_view(part.what))});
  }
  return rows.empty() ? report : report + report::text_table(rows);
}

std::vector<link::Nickname> nicknames_of(const Asked& asked) {
  if (asked.nicknames.empty()) return {};
  return exchange::read_nicknames(base::MappedFile(asked.nicknames).bytes(), asked.nicknames);
}

void compare_two(const Asked& asked, Context& context) {
  const exchange::ComparedNames found = exchange::compare_two_names(
      asked.left, asked.right, asked.kind, asked.prior, nicknames_of(asked));
  context.print(asked.as_json ? json_text(found, asked)
                              : report_text(found.comparison, found.probability, context.catalog));
}

void compare_file(const Asked& asked, Context& context) {
  const base::MappedFile file(asked.left);
  text::NameTables tables = text::NameTables::built_in();
  for (const link::Nickname& pair : nicknames_of(asked))
    tables.add_nickname(pair.name, pair.nickname);
  const exchange::ScoredPairs scored = exchange::score_pairs(
      file.bytes(), asked.left, exchange::kinds_of_word(asked.kind), asked.prior, tables);
  base::write_file_whole(asked.scores, scored.csv);
  context.print(
      context.catalog.say(message("{}: {} pairs, {} of them more probably the same than not",
                                  asked.scores, scored.pairs, scored.same)) +
      "\n");
}

void run(const Asked& asked, Context& context) {
  if (!(asked.prior > 0 && asked.prior < 1))
    throw Error(Kind::usage,
                message("--prior is {}; give a number between 0 and 1, such as 0.5", asked.prior));
  if (asked.scores.empty() == asked.right.empty()) {
    throw Error(Kind::usage, message("give two names, or one file of pairs with --scores OUT.csv"));
  }
  const Outputs outputs = {{{"--scores", asked.scores, {"case,weight_bits,probability"}}},
                           {asked.left, asked.nicknames},
                           "",
                           asked.force};
  expect_outputs(outputs);
  clear_left_outputs(outputs, context);
  if (asked.scores.empty()) {
    compare_two(asked, context);
  } else {
    compare_file(asked, context);
  }
}

}  // namespace

void add_compare(Arguments& app, Context& context) {
  const auto asked = std::make_shared<Asked>();
  const Catalog& catalog = context.catalog;
  Arguments command =
      app.command("compare", catalog.say("Are two names the same, in any scripts, and why"));
  command
      .option("NAME", &asked->left,
              catalog.say("A name; or a CSV file of pairs with the columns case, name_l, "
                          "name_r, kind_l, kind_r and others in _l and _r"))
      .required();
  command.option("OTHER", &asked->right, catalog.say("The other name"));
  command.option(
      "--scores", &asked->scores,
      catalog.say("Write case,weight_bits,probability and the levels of each pair here"));
  command.option("--kind", &asked->kind,
                 catalog.say("What bears the names: person (the default), organisation, vessel, "
                             "or a schema of FollowTheMoney such as Company or LegalEntity"));
  command.option("--prior", &asked->prior,
                 catalog.say("How probable it is beforehand that a pair is one: 0.5"));
  command.option("--nicknames", &asked->nicknames,
                 catalog.say("Short forms of given names beside those that are built in: "
                             "name,nickname"));
  command.force(asked->force);
  command.flag("--json", asked->as_json, catalog.say("Answer in JSON"));
  command.footer(catalog.say("Example: sanaq compare \"Құрманов Айнұр\" \"Ainur Kurmanov\""));
  command.runs([asked, &context] { run(*asked, context); });
}

}  // namespace sanaq::cli
