#include "sanaq/cli/verify_logged_site.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/path_kind.h"
#include "sanaq/log/log_manifest.h"
#include "sanaq/log/note.h"
#include "sanaq/publish/log_against.h"
#include "sanaq/publish/log_witness.h"
#include "sanaq/publish/site_check.h"
#include "sanaq/publish/site_mark.h"
#include "sanaq/report/json_text.h"
#include "sanaq/report/text_table.h"

namespace sanaq::cli {
namespace {

using base::Error;
using base::Kind;
using base::message;

constexpr std::size_t place_characters_max = 400;

std::string text_of(const publish::LogReport& report, const base::Catalog& catalog) {
  std::string text;
  for (const publish::LogFinding& finding : report.findings)
    text += word_text(finding.word) + "  " +
            report::safe_cell(finding.place, place_characters_max) + ": " +
            catalog.say(finding.what) + "\n";
  if (report.origin.empty()) return text;
  text += catalog.say(message("log {}, leaves: {}, open: {}, publications: {}, files: {}",
                              report.origin, report.size, report.open, report.publications,
                              report.files)) +
          "\n" + catalog.say(message("its code is {}", report.code)) + "\n";
  for (const std::string& key : report.signers)
    text += catalog.say(message("signed by {}", key)) + "\n";
  if (report.is_whole())
    text += catalog.say(
                "whole: every file and every open fact is what its log says. That others see the "
                "same log, only their codes or witnesses tell") +
            "\n";
  return text;
}

nlohmann::json json_of(const publish::LogReport& report) {
  nlohmann::json findings = nlohmann::json::array();
  for (const publish::LogFinding& finding : report.findings)
    findings.push_back({{"word", word_text(finding.word)},
                        {"place", finding.place},
                        {"what", finding.what.english()}});
  return {{"whole", report.is_whole()}, {"findings", findings},
          {"origin", report.origin},    {"code", report.code},
          {"size", report.size},        {"open", report.open},
          {"files", report.files},      {"publications", report.publications},
          {"signed_by", report.signers}};
}

// What the log keeps out of its manifest, besides its own files.
bool is_kept_by_manifest(const std::string& site, const std::string& path) {
  const auto bytes = publish::read_files_of(site)(std::string(log::manifest_path));
  const auto manifest = bytes ? log::parse_manifest(*bytes) : base::Result<log::LogManifest>{};
  return manifest && log::is_kept(manifest->keep, path);
}

// The site's other list of files stands beside the log and is not judged by it. Its lines about the
// log itself are not judged here either: a witness adds his to the checkpoint.
bool is_whole_mark(const std::string& site, base::Progress& progress) {
  const auto mark = publish::read_mark(site);
  if (!mark) return false;
  const publish::SiteState state = publish::check_site(site, publish::without_log(*mark), progress);
  return state.is_whole() &&
         std::all_of(state.strangers.begin(), state.strangers.end(), [&](const std::string& path) {
           return publish::is_log_path(path) || is_kept_by_manifest(site, path);
         });
}

void check_mark(const std::string& site, publish::LogReport& report, Context& context) {
  if (!report.is_whole() ||
      base::path_kind(base::join(site, publish::mark_file)) == base::PathKind::nothing)
    return;
  if (!is_whole_mark(site, context.progress))
    report.add(publish::LogWord::changed, publish::mark_file,
               message("this is not what was published"));
}

}  // namespace

std::vector<log::NoteKey> witness_keys(const std::vector<std::string>& texts) {
  std::vector<log::NoteKey> keys;
  for (const std::string& text : texts) {
    const auto key = log::parse_vkey(text);
    if (!key || key->type != log::cosignature_type)
      throw Error(
          Kind::usage,
          message("{}: this is no public key of a witness; sanaq witness --new prints one", text));
    keys.push_back(*key);
  }
  return keys;
}

void verify_logged_site(const LoggedSiteFlags& flags, Context& context) {
  const auto witnesses = witness_keys(flags.witnesses);
  if (flags.quorum && static_cast<std::size_t>(*flags.quorum) > witnesses.size())
    throw Error(Kind::usage,
                message("--quorum {}: witnesses named: {}; name with --witness at least as many as "
                        "are to have signed",
                        *flags.quorum, static_cast<std::int64_t>(witnesses.size())));
  publish::CheckedLog checked = publish::verify_log(flags.site, context.progress);
  check_mark(flags.site, checked.report, context);
  if (!flags.against.empty()) publish::check_against(flags.site, flags.against, checked);
  if (!witnesses.empty())
    publish::check_witnesses(
        witnesses, flags.quorum ? static_cast<std::size_t>(*flags.quorum) : witnesses.size(),
        checked);
  context.print(flags.json ? report::json_text(json_of(checked.report))
                           : text_of(checked.report, context.catalog));
  if (!checked.report.is_whole())
    throw Error(Kind::corrupt,
                message("{}: this is not what it was; the places are named above", flags.site));
}

publish::CheckedLog whole_logged_site(const std::string& site, Context& context) {
  if (!publish::has_log(site))
    throw Error(Kind::not_found, message("{}: this is no site with a log (log/checkpoint)", site));
  publish::CheckedLog checked = publish::verify_log(site, context.progress);
  if (!checked.report.is_whole())
    throw Error(Kind::corrupt,
                message("{}: the site is not whole; sanaq verify names the places", site));
  return checked;
}

}  // namespace sanaq::cli
