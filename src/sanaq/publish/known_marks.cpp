#include "sanaq/publish/known_marks.h"

#include <algorithm>

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/ledger/ledger.h"

namespace sanaq::publish {
namespace {

std::string marks_file(const std::string& investigation) {
  return base::join(base::join(investigation, ".sanaq"), "site-marks");
}

std::string remembered(const std::string& investigation) {
  const std::string path = marks_file(investigation);
  return base::file_exists(path) ? base::read_file(path) : "";
}

bool has_line(const std::string& text, const std::string& line) {
  return ("\n" + text).find("\n" + line + "\n") != std::string::npos;
}

}  // namespace

bool is_known_mark(const std::string& investigation, const std::string& hash) {
  if (has_line(remembered(investigation), hash)) return true;
  if (!base::folder_exists(ledger::ledger_folder(investigation))) return false;
  const auto publications = ledger::publications(investigation);
  return std::any_of(publications.begin(), publications.end(),
                     [&](const auto& entered) { return entered.mark == hash; });
}

void remember_mark(const std::string& investigation, const std::string& hash) {
  const std::string before = remembered(investigation);
  if (has_line(before, hash)) return;
  base::make_folder(base::parent_folder(marks_file(investigation)));
  base::write_file_whole(marks_file(investigation), before + hash + "\n");
}

bool is_anothers_site(const SitePlace& place) {
  return is_anothers_site(place, read_mark(place.folder));
}

bool is_anothers_site(const SitePlace& place, const std::optional<SiteMark>& mark) {
  return mark && !is_known_mark(place.investigation, mark_hash(*mark));
}

void expect_no_others_site(const SitePlace& place) {
  if (place.named_by != NamedBy::user || !is_anothers_site(place)) return;
  throw base::Error(
      base::Kind::usage,
      base::message("{}: a site stands here that this investigation never published, so nothing in "
                    "it is replaced; name a new folder, or take the old site away yourself",
                    place.shown));
}

}  // namespace sanaq::publish
