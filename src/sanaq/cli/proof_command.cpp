#include "sanaq/cli/proof_command.h"

#include <algorithm>

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/cli/output_file.h"
#include "sanaq/cli/verify_logged_site.h"
#include "sanaq/publish/log_proof.h"

namespace sanaq::cli {
namespace {

struct Flags {
  std::string site, page, out = ".";
  bool replaces = false;
};

void prove(const Flags& flags, Context& context) {
  const publish::CheckedLog checked = whole_logged_site(flags.site, context);
  const auto proofs = publish::prove_page(flags.site, flags.page, checked);
  std::string name = flags.page;
  std::replace(name.begin(), name.end(), '/', '-');
  Outputs outputs{{}, {}, {}, flags.replaces};
  for (const publish::PageProof& proof : proofs)
    outputs.files.push_back(
        {"--out",
         base::join(flags.out, base::portable_file_name(name + "-" + std::to_string(proof.index) +
                                                        ".tlog-proof")),
         {"c2sp.org/tlog-proof@v1\n"}});
  expect_outputs(outputs);
  for (std::size_t at = 0; at < proofs.size(); ++at) {
    base::write_file_whole(outputs.files[at].path, proofs[at].text);
    context.print(outputs.files[at].path + "\n");
  }
}

}  // namespace

void add_proof(Arguments& app, Context& context) {
  const auto flags = std::make_shared<Flags>();
  const base::Catalog& catalog = context.catalog;
  Arguments command = app.command(
      "proof", catalog.say("Write proofs of what a page of a site shows, one for each fact in the "
                           "log, that can be checked without the site"));
  command.option("SITE", &flags->site, catalog.say("The published site")).required();
  command.option("PAGE", &flags->page, catalog.say("The page, as person/12")).required();
  command.option("--out", &flags->out, catalog.say("The folder for the proofs"));
  command.force(flags->replaces);
  command.example({"sanaq proof my-count/site person/12"});
  command.runs([flags, &context] { prove(*flags, context); });
}

}  // namespace sanaq::cli
