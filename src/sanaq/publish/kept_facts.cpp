#include "sanaq/publish/kept_facts.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/path_kind.h"
#include "sanaq/base/sha256.h"
#include "sanaq/disclose/correction_lines.h"
#include "sanaq/investigation/published_places.h"

namespace sanaq::publish {
namespace {

using base::join;
using base::message;
using base::PathKind;
using disclose::CorrectionLine;
using disclose::KeptFacts;
using investigation::published_corrections;
using investigation::published_facts;
using investigation::published_intake_keys;
using ledger::Finding;
using ledger::Publication;
using ledger::Weight;

std::string text_at(const std::string& investigation, std::string_view name) {
  const std::string path = join(investigation, std::string(name));
  for (const std::string& each : {base::parent_folder(path), path}) {
    const PathKind kind = base::path_kind(each);
    if (kind == PathKind::nothing) return {};
    if (kind != (each == path ? PathKind::file : PathKind::folder))
      throw base::Error(base::Kind::bad_input,
                        message("{}: a link or no file stands where sanaq keeps what was "
                                "published; put the file itself there",
                                each));
  }
  return base::read_file(path);
}

std::string hash_or_none(const std::string& text) {
  return text.empty() ? std::string() : base::sha256_hex(text);
}

// Lines of both, each once, in the order of days; of two that differ only in whether a fact was
// closed, the closed one.
std::vector<CorrectionLine> joined_lines(std::vector<CorrectionLine> left,
                                         const std::vector<CorrectionLine>& right) {
  const auto key = [](const CorrectionLine& line) {
    return std::tuple(line.said.day, line.said.page, line.said.property, line.was, line.is,
                      line.said.kind, line.said.reason);
  };
  left.insert(left.end(), right.begin(), right.end());
  std::stable_sort(left.begin(), left.end(),
                   [&](const auto& one, const auto& other) { return key(one) < key(other); });
  std::vector<CorrectionLine> joined;
  for (CorrectionLine& line : left) {
    if (joined.empty() || key(joined.back()) != key(line)) {
      joined.push_back(std::move(line));
      continue;
    }
    pages::PublicCorrection& said = joined.back().said;
    if (line.said.before.empty()) said.before.clear();
    if (line.said.now.empty()) said.now.clear();
  }
  return joined;
}

// What a withdrawal closes was closed by one office, and may stand open in what the other kept.
void close_withdrawn(std::vector<CorrectionLine>& lines) {
  std::vector<std::uint64_t> closed;
  for (const CorrectionLine& line : lines) {
    const bool is_closed = line.said.kind == pages::PublicCorrection::Kind::withdrawn ||
                           (line.was != 0 && line.said.before.empty());
    if (is_closed) closed.push_back(line.was);
  }
  disclose::close_facts(lines, closed);
}

// Of one file, as the publications name it.
struct Named {
  std::set<std::string> known;
  std::string newest;

  void add(const std::string& hash) {
    known.insert(hash);
    newest = hash;
  }
};

struct NamedHashes {
  Named facts, corrections, intake_keys;
  std::set<std::string> writers;
};

NamedHashes named_hashes(const std::string& investigation) {
  NamedHashes named;
  for (const Publication& one : ledger::publications(investigation)) {
    if (one.facts.empty() && one.corrections.empty() && one.intake_keys.empty()) continue;
    named.facts.add(one.facts);
    named.corrections.add(one.corrections);
    named.intake_keys.add(one.intake_keys);
    named.writers.insert(one.place.writer);
  }
  return named;
}

Finding finding(Weight weight, std::string_view file, base::Message what, base::Message advice) {
  return {weight, std::string(file), 0, std::move(what), std::move(advice)};
}

base::Message advice_for_missing(std::string_view file) {
  if (file == published_intake_keys)
    return message(
        "put it back from a copy of the folder; server/intake-keys.txt of the site that "
        "was published last has the same bytes");
  return message(
      "put it back from a copy of the folder: without it the site forgets what it corrected");
}

// `is_joined` of a file that merging makes anew from two.
void check(std::string_view file, const std::string& text, const Named& named, bool is_joined,
           std::vector<Finding>& found) {
  const std::string hash = hash_or_none(text);
  if (hash.empty() && !named.newest.empty())
    found.push_back(
        finding(Weight::damage, file, message("this is missing"), advice_for_missing(file)));
  else if (!hash.empty() && !named.known.contains(hash))
    found.push_back(finding(is_joined ? Weight::warning : Weight::damage, file,
                            message("no publication of the ledger names these bytes"),
                            is_joined ? message("if it was merged with another office's, the next "
                                                "`sanaq publish` enters it")
                                      : message("it was altered, or published without a key; put "
                                                "it back from a copy of the folder")));
  else if (hash != named.newest)
    found.push_back(finding(Weight::warning, file, message("this is of an older publication"),
                            message("the next `sanaq publish` makes it anew")));
}

}  // namespace

KeptFacts read_kept_facts(const std::string& investigation) {
  return {text_at(investigation, published_facts), text_at(investigation, published_corrections),
          text_at(investigation, published_intake_keys)};
}

void keep_facts(const std::string& investigation, const KeptFacts& kept) {
  const KeptFacts before = read_kept_facts(investigation);
  const auto write = [&](std::string_view name, const std::string& text, const std::string& old) {
    if (text == old) return;
    const std::string path = join(investigation, std::string(name));
    if (text.empty()) return base::remove_file(path);
    base::make_folder(base::parent_folder(path));
    base::write_file_whole(path, text);
  };
  write(published_corrections, kept.corrections, before.corrections);
  write(published_facts, kept.facts, before.facts);
  write(published_intake_keys, kept.intake_keys, before.intake_keys);
}

void name_kept_facts(const KeptFacts& kept, Publication& publication) {
  publication.facts = hash_or_none(kept.facts);
  publication.corrections = hash_or_none(kept.corrections);
  publication.intake_keys = hash_or_none(kept.intake_keys);
}

std::vector<base::Message> merge_kept_facts(const std::string& investigation,
                                            const std::string& other) {
  const KeptFacts here = read_kept_facts(investigation), there = read_kept_facts(other);
  const NamedHashes named = named_hashes(investigation);
  KeptFacts whole = here;
  std::vector<base::Message> said;
  if (!there.facts.empty() && hash_or_none(there.facts) == named.facts.newest)
    whole.facts = there.facts;
  const bool may_give_way =
      here.intake_keys.empty() || named.intake_keys.known.contains(hash_or_none(here.intake_keys));
  if (may_give_way && hash_or_none(there.intake_keys) == named.intake_keys.newest)
    whole.intake_keys = there.intake_keys;
  if (!there.corrections.empty() && there.corrections != here.corrections) {
    if (!named.corrections.known.contains(hash_or_none(there.corrections))) {
      said.push_back(
          message("{}: no publication of the ledger names these bytes; they were not taken",
                  join(other, std::string(published_corrections))));
    } else {
      std::vector<CorrectionLine> lines =
          joined_lines(disclose::read_correction_lines(here.corrections),
                       disclose::read_correction_lines(there.corrections));
      close_withdrawn(lines);
      whole.corrections = disclose::text_of(lines);
    }
  }
  if (whole.facts == here.facts && whole.corrections == here.corrections &&
      whole.intake_keys == here.intake_keys)
    return said;
  keep_facts(investigation, whole);
  said.push_back(message(
      "what the other office has published is known here too; the next `sanaq publish` shows the "
      "corrections of both"));
  return said;
}

std::vector<Finding> verify_kept_facts(const std::string& investigation) {
  std::vector<Finding> found;
  const NamedHashes named = named_hashes(investigation);
  const KeptFacts kept = read_kept_facts(investigation);
  check(published_facts, kept.facts, named.facts, false, found);
  check(published_corrections, kept.corrections, named.corrections, named.writers.size() > 1,
        found);
  check(published_intake_keys, kept.intake_keys, named.intake_keys, false, found);
  return found;
}

}  // namespace sanaq::publish
