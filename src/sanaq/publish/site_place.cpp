#include "sanaq/publish/site_place.h"

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/path_kind.h"
#include "sanaq/base/walk_tree.h"
#include "sanaq/investigation/own_places.h"
#include "sanaq/publish/site_mark.h"
#include "sanaq/settings/config.h"

namespace sanaq::publish {
namespace {

using base::Error;
using base::join;
using base::Kind;
using base::message;
using base::PathKind;

std::string without_slashes(std::string path) {
  while (path.size() > 1 && path.ends_with('/')) path.pop_back();
  return path;
}

void expect_a_folder(const std::string& path) {
  const PathKind kind = base::path_kind(path);
  if (kind == PathKind::link)
    throw Error(Kind::usage, message("{}: this is a symbolic link; name the folder itself", path));
  if (kind != PathKind::folder && kind != PathKind::nothing)
    throw Error(Kind::usage, message("{}: this is a file; the site is a folder", path));
}

void expect_beside(const SitePlace& place, const settings::Config& config) {
  if (base::is_within(place.investigation, place.folder))
    throw Error(Kind::usage,
                message("{}: the investigation itself lies in this folder; name another for the "
                        "site",
                        place.shown));
  investigation::expect_free_of(place.investigation, place.folder);
  if (const auto around = investigation::investigation_around(place.folder))
    investigation::expect_free_of(*around, place.folder);
  for (const std::string& file : investigation::named_files(config, place.investigation)) {
    if (base::is_within(file, place.folder))
      throw Error(
          Kind::usage,
          message("{}: the investigation counts from a file in this folder; name another for "
                  "the site",
                  place.shown));
  }
}

// What every site of ours had before there were marks.
bool looks_like_a_site(const std::string& folder) {
  return base::path_kind(join(folder, "index.html")) == PathKind::file &&
         base::path_kind(join(folder, "sanaq.css")) == PathKind::file;
}

bool may_be_an_old_site(const SitePlace& place) {
  const bool is_usual = place.named_by == NamedBy::settings &&
                        base::file_name(place.folder) == settings::PublishConfig().site;
  return is_usual || looks_like_a_site(place.folder);
}

}  // namespace

SitePlace site_place(const std::string& investigation, const settings::Config& config,
                     const std::string& out) {
  SitePlace place;
  place.investigation = investigation;
  place.named_by = out.empty() ? NamedBy::settings : NamedBy::user;
  place.shown = without_slashes(out.empty() ? join(investigation, config.publish.site) : out);
  expect_a_folder(place.shown);
  place.folder = base::absolute_path(place.shown);
  if (out.empty() && !base::is_within(place.folder, investigation))
    throw Error(Kind::usage, message("{}: a link leads this folder out of the investigation; name "
                                     "another, or say with --out where the site goes",
                                     place.shown));
  expect_beside(place, config);
  if (standing_of(place) == Standing::unmarked && !may_be_an_old_site(place))
    throw_strangers_folder(place);
  return place;
}

Standing standing_of(const SitePlace& place) {
  if (base::path_kind(place.folder) == PathKind::nothing) return Standing::free;
  if (base::list_folder(place.folder).empty()) return Standing::free;
  return read_mark(place.folder) ? Standing::ours : Standing::unmarked;
}

void throw_strangers_folder(const SitePlace& place) {
  throw Error(
      Kind::usage,
      message("{}: this folder is not empty and has no mark of a site ({}), so nothing in it "
              "is replaced; name a new folder",
              place.shown, mark_file));
}

std::string place_in_investigation(const SitePlace& place) {
  const std::string root = base::absolute_path(place.investigation) + "/";
  return place.folder.starts_with(root) ? place.folder.substr(root.size()) : "";
}

}  // namespace sanaq::publish
