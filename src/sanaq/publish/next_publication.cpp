#include "sanaq/publish/next_publication.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <deque>
#include <iterator>
#include <memory>
#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>

#include "sanaq/base/check.h"
#include "sanaq/base/hmac.h"
#include "sanaq/base/sha256.h"
#include "sanaq/ledger/grounds.h"
#include "sanaq/log/log_entry.h"
#include "sanaq/log/tiles.h"
#include "sanaq/publish/log_batch.h"
#include "sanaq/publish/log_code.h"

namespace sanaq::publish {
namespace {

using disclose::PublicForm;
using disclose::PublicForms;

constexpr const char* code_page = "log/index.html";

log::Hash keyed(std::string_view key, const std::string& text) {
  return *log::hash_of_hex(base::hmac_sha256_hex(key, text));
}

log::Hash salt_under(std::string_view key, const std::string& form) {
  return keyed(key, "sanaq public 1" + base::sha256_hex(form));
}

log::Hash commitment_to(const PublicForm& form) {
  return log::commitment_of(salt_of(form), form.text);
}

// A form with what is hashed of it, once.
struct Sealed {
  const PublicForm* form = nullptr;
  log::Hash salt{}, commitment{};

  void seal() {
    salt = salt_of(*form);
    commitment = log::commitment_of(salt, form->text);
  }
};

// Of a row: where it stood, and what it said.
std::string place_word(const std::string& of) { return of.substr(0, of.rfind(':')); }
std::string cells_word(const std::string& of) { return of.substr(of.rfind(':')); }
bool is_row(const std::string& of) { return of.starts_with("row:"); }

// Leaves by what they stand for, each list in the order of indices.
struct LeafIndex {
  std::map<std::string, std::vector<std::uint64_t>> by_of, by_place, by_cells;
  std::map<log::Hash, std::uint64_t> by_commitment;

  explicit LeafIndex(const LogLeaves& leaves) {
    for (std::uint64_t index = 0; index < leaves.size(); ++index) {
      const std::string& of = leaves[index].of;
      by_commitment.emplace(leaves[index].commitment, index);
      if (of == "pad" || of == "publication") continue;
      by_of[of].push_back(index);
      if (!is_row(of)) continue;
      by_place[place_word(of)].push_back(index);
      by_cells[cells_word(of)].push_back(index);
    }
  }
};

std::vector<std::uint64_t> found_in(const std::map<std::string, std::vector<std::uint64_t>>& in,
                                    const std::string& word) {
  const auto found = in.find(word);
  return found == in.end() ? std::vector<std::uint64_t>() : found->second;
}

std::vector<std::string> withdrawal_lines(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

// By leaf, all that were closed by it, and by what it closed in turn.
using Explained = std::map<std::uint64_t, std::set<std::uint64_t>>;

Explained explained_by(const LogState& state) {
  Explained explained;
  for (const auto& [size, text] : state.open_lists) {
    const auto list = log::parse_open_list(text, size);
    if (!list) continue;
    for (const auto& [index, by] : list->closed) {
      const std::set<std::uint64_t> before = explained[index];
      std::set<std::uint64_t>& all = explained[by];
      all.insert(index);
      all.insert(before.begin(), before.end());
    }
  }
  return explained;
}

std::set<std::uint64_t> with_what_they_closed(const Explained& explained,
                                              const std::vector<std::uint64_t>& indices) {
  std::set<std::uint64_t> all(indices.begin(), indices.end());
  for (const std::uint64_t index : indices) {
    const auto found = explained.find(index);
    if (found != explained.end()) all.insert(found->second.begin(), found->second.end());
  }
  return all;
}

// Makes the next publication from what is there.
class Maker {
 public:
  Maker(const LogState& state, const PublicForms& forms, LogInput input)
      : before_(state), forms_(forms), input_(std::move(input)), index_(state.leaves) {
    for (const PublicForm& form : forms.open) all_.push_back({&form, {}, {}});
    for (const auto& [size, texts] : state.withdrawals) {
      for (const std::string& text : withdrawal_lines(texts)) {
        withdrawals_.push_back(withdrawal(text, {}, secret_of_withdrawal(text)));
        all_.push_back({&withdrawals_.back(), {}, {}});
      }
    }
    tbb::parallel_for(std::size_t{0}, all_.size(), [&](std::size_t at) { all_[at].seal(); });
    manifest_.keep = input_.keep;
    manifest_.files = std::move(input_.pages);
  }

  NextPublication make() {
    next_.state = before_;
    sort_open_forms();
    if (new_open_.empty() && reopened_.empty() && closing().empty() && !before_.leaves.empty()) {
      add_files(before_.size());
      const auto newest = newest_publication(before_);
      if (newest && newest->manifest == base::sha256_hex(next_.files.at(manifest()))) return done();
    }
    add_batch();
    return done();
  }

 private:
  static std::string manifest() { return std::string(log::manifest_path); }

  void sort_open_forms() {
    for (const Sealed& one : all_) {
      const auto known = index_.by_commitment.find(one.commitment);
      if (known == index_.by_commitment.end()) {
        if (new_commitments_.insert(one.commitment).second)
          new_open_.push_back({one.commitment, one.form->of});
        continue;
      }
      open_now_[known->second] = &one;
      if (!before_.open.contains(known->second)) reopened_.insert(known->second);
    }
  }

  [[nodiscard]] std::vector<std::uint64_t> closing() const {
    std::vector<std::uint64_t> indices;
    for (const std::uint64_t index : before_.open) {
      if (!open_now_.contains(index)) indices.push_back(index);
    }
    return indices;
  }

  [[nodiscard]] LogLeaves new_closed() const {
    LogLeaves closed;
    for (const PublicForm& form : forms_.closed) {
      const log::Hash commitment = commitment_to(form);
      if (!index_.by_of.contains(form.of) && !new_commitments_.contains(commitment))
        closed.push_back({commitment, form.of});
    }
    return closed;
  }

  [[nodiscard]] static PublicForm withdrawal(const std::string& text,
                                             std::vector<std::uint64_t> ends,
                                             const std::string& secret) {
    return {"withdrawal", text, secret, "", std::move(ends)};
  }

  // It keeps its leaf when the secret becomes another.
  [[nodiscard]] std::string secret_of_withdrawal(const std::string& text) const {
    for (const std::string& secret : input_.older_secrets) {
      if (index_.by_commitment.contains(commitment_to(withdrawal(text, {}, secret)))) return secret;
    }
    return input_.secret;
  }

  // By which withdrawal of the ledger a leaf is closed; by none, without a ground.
  using Withdrawals = std::map<std::string, disclose::Withdrawn>;
  [[nodiscard]] disclose::Withdrawn withdrawn_by(std::uint64_t index,
                                                 const Withdrawals& withdrawn) const {
    const std::string& of = before_.leaves[index].of;
    const auto found = withdrawn.find(is_row(of) ? place_word(of) : of);
    return found == withdrawn.end() ? disclose::Withdrawn{"", ledger::ground_not_given, ""}
                                    : found->second;
  }

  // What closes and is ended by no entry and no other row is withdrawn by this publication: by one
  // leaf for each withdrawal of the ledger that took effect, and one for what nobody explains.
  void add_withdrawals(const std::vector<std::uint64_t>& closed) {
    std::set<std::uint64_t> ended;
    for (const Sealed& one : all_) ended.insert(one.form->ends.begin(), one.form->ends.end());
    std::vector<std::uint64_t> left;
    std::set_difference(closed.begin(), closed.end(), ended.begin(), ended.end(),
                        std::back_inserter(left));
    struct Group {
      std::string ground;
      std::set<std::string> pages;
      std::vector<std::uint64_t> leaves;
    };
    std::map<std::string, Group> groups;  // by the entry
    const Withdrawals withdrawn =
        left.empty() || !forms_.withdrawn ? Withdrawals() : forms_.withdrawn();
    for (const std::uint64_t index : left) {
      const disclose::Withdrawn by = withdrawn_by(index, withdrawn);
      Group& group = groups[by.by];
      group.ground = by.ground;
      if (!by.page.empty()) group.pages.insert(by.page);
      group.leaves.push_back(index);
    }
    for (const auto& [by, group] : groups) add_withdrawal(group.ground, group.pages, group.leaves);
  }

  void add_withdrawal(const std::string& ground, const std::set<std::string>& pages,
                      const std::vector<std::uint64_t>& leaves) {
    nlohmann::json form = {{"closes", with_what_they_closed(explained_by(before_), leaves)},
                           {"day", input_.day},
                           {"ground", ground},
                           {"kind", "withdrawal"},
                           {"origin", input_.origin}};
    if (!pages.empty()) form["pages"] = pages;
    withdrawn_ += (withdrawn_.empty() ? "" : "\n") + form.dump();
    withdrawals_.push_back(withdrawal(form.dump(), leaves, input_.secret));
    all_.push_back({&withdrawals_.back(), {}, {}});
    all_.back().seal();
    new_open_.push_back({all_.back().commitment, "withdrawal"});
  }

  void add_batch() {
    next_.is_new = true;
    next_.files.clear();
    const std::vector<std::uint64_t> closed = closing();
    add_withdrawals(closed);
    const std::uint64_t begin = before_.size();
    for (LogLeaf& leaf : plan_batch(new_open_, new_closed(), [&](std::size_t number) {
           return keyed(input_.secret, "sanaq padding 1\n" + std::to_string(begin + number));
         }))
      next_.state.leaves.push_back(std::move(leaf));
    const std::uint64_t size = next_.state.size() + 1;
    std::map<log::Hash, std::uint64_t> added;
    for (std::uint64_t index = begin; index + 1 < size; ++index)
      added.emplace(next_.state.leaves[index].commitment, index);
    log::OpenList list;
    list.opened = reopened_;
    for (const Sealed& one : all_) {
      const auto place = added.find(one.commitment);
      if (place == added.end()) continue;
      open_now_[place->second] = &one;
      list.opened.insert(place->second);
    }
    close(closed, list);
    if (!withdrawn_.empty()) next_.state.withdrawals[size] = withdrawn_;
    next_.state.open_lists[size] = log::open_list_text(list);
    (void)log::add_open_list(next_.state.open, list);
    next_.state.ever_open.insert(list.opened.begin(), list.opened.end());
    add_files(size);
    add_publication(size);
  }

  // The open leaf that says why each is closed: the retraction, the erasure, the row in its place,
  // a withdrawal.
  void close(const std::vector<std::uint64_t>& closed, log::OpenList& list) const {
    std::map<std::uint64_t, std::uint64_t> ended_by;
    for (const auto& [open, one] : open_now_) {
      for (const std::uint64_t ended : one->form->ends) ended_by[ended] = open;
    }
    for (const std::uint64_t index : closed) list.closed[index] = ended_by.at(index);
  }

  void add_publication(std::uint64_t size) {
    const auto newest = newest_publication(before_);
    log::OpenedLeaf own;
    own.body = log::publication_body(
        {newest ? newest->size : 0, input_.day, base::sha256_hex(next_.files.at(manifest())),
         base::sha256_hex(next_.state.open_lists.at(size)), input_.origin, size});
    own.index = size - 1;
    own.salt = salt_under(input_.secret, own.body);
    next_.state.leaves.push_back({log::commitment_of(own.salt, own.body), "publication"});
    next_.state.publications[size] = log::opened_line(own) + "\n";
  }

  [[nodiscard]] static log::OpenedLeaf opened_leaf(std::uint64_t index, const Sealed& one) {
    return {one.form->text, index, one.salt};
  }

  void add_openings() {
    std::string& opened = next_.files["log/opened.jsonl"];
    std::map<std::string_view, std::vector<std::uint64_t>> of_person;
    for (const auto& [index, one] : open_now_) {
      opened.append(log::opened_line(opened_leaf(index, *one))).append("\n");
      if (!one->form->subject.empty()) of_person[one->form->subject].push_back(index);
    }
    for (const auto& [person, indices] : of_person) {
      std::vector<log::OpenedLeaf> leaves;
      for (const std::uint64_t index : indices)
        leaves.push_back(opened_leaf(index, *open_now_.at(index)));
      next_.files["person/" + std::string(person) + ".entries.json"] = log::entries_json(leaves);
    }
  }

  void add_files(std::uint64_t size) {
    next_.files = input_.own;
    add_openings();
    for (const auto& [then, text] : next_.state.open_lists)
      next_.files[log::open_list_path(then)] = text;
    for (const auto& [path, bytes] : next_.files) manifest_.files[path] = base::sha256_hex(bytes);
    if (input_.code_page)
      manifest_.code_pages[code_page] = base::sha256_hex(input_.code_page(size, ""));
    manifest_.salt = {};
    std::string text = manifest_text(manifest_);
    const std::string salt = "salt " + log::hex_of(manifest_.salt);
    base::check(text.starts_with(salt), "a manifest begins with its salt");
    manifest_.salt = keyed(input_.secret, "sanaq manifest 1\n" + text);
    text.replace(0, salt.size(), "salt " + log::hex_of(manifest_.salt));
    next_.files[manifest()] = std::move(text);
  }

  NextPublication done() {
    for (const auto& [size, text] : next_.state.publications)
      next_.files[log::publication_path(size)] = text;
    const log::Growth whole = log::grow(0, entries_of(next_.state.leaves),
                                        [](const std::string&) { return std::nullopt; });
    for (const log::TreeFile& file : whole.files) next_.files[file.path] = file.bytes;
    next_.root = whole.root;
    if (input_.code_page)
      next_.files[code_page] = input_.code_page(
          next_.state.size(), log_code({input_.origin, next_.state.size(), next_.root, {}}));
    return std::move(next_);
  }

  const LogState& before_;
  const PublicForms& forms_;
  LogInput input_;
  LeafIndex index_;
  std::deque<PublicForm> withdrawals_;
  std::deque<Sealed> all_;  // the open ones, with the withdrawals; nothing of it ever moves
  log::LogManifest manifest_;
  NextPublication next_;
  LogLeaves new_open_;
  std::set<log::Hash> new_commitments_;
  std::set<std::uint64_t> reopened_;
  std::string withdrawn_;  // the forms of this publication's withdrawals, one a line
  std::map<std::uint64_t, const Sealed*> open_now_;
};

// What the row replaces: what it replaced when it was opened; a new one what is open in its place,
// or said the same elsewhere.
std::optional<std::uint64_t> replaced_by(const LogState& state, const LeafIndex& index,
                                         const std::string& secret, const std::string& of,
                                         const disclose::RowForm& form) {
  std::vector<std::uint64_t> before = found_in(index.by_place, place_word(of));
  std::vector<std::uint64_t> moved = found_in(index.by_cells, cells_word(of));
  std::vector<std::optional<std::uint64_t>> candidates = {std::nullopt};
  candidates.insert(candidates.end(), before.begin(), before.end());
  candidates.insert(candidates.end(), moved.begin(), moved.end());
  for (const auto& candidate : candidates) {
    const std::string text = form(candidate);
    const auto leaf = index.by_commitment.find(log::commitment_of(salt_under(secret, text), text));
    if (leaf != index.by_commitment.end() && state.open.contains(leaf->second)) return candidate;
  }
  for (const auto& places : {before, moved}) {
    for (auto place = places.rbegin(); place != places.rend(); ++place) {
      if (state.open.contains(*place)) return *place;
    }
  }
  return std::nullopt;
}

}  // namespace

log::Hash salt_of(const PublicForm& form) { return salt_under(form.salt_key, form.text); }

disclose::KnownLeaves known_leaves(const LogState& state, const std::string& secret) {
  const auto index = std::make_shared<const LeafIndex>(state.leaves);
  disclose::KnownLeaves known;
  known.index_of = [index](const std::string& of) -> std::optional<std::uint64_t> {
    const std::vector<std::uint64_t> found = found_in(index->by_of, of);
    if (found.empty()) return std::nullopt;
    return found.back();
  };
  known.was_open = [&state](std::uint64_t leaf) { return state.ever_open.contains(leaf); };
  const auto explained = std::make_shared<const Explained>(explained_by(state));
  known.with_what_it_closed = [explained](std::uint64_t leaf) {
    const std::set<std::uint64_t> all = with_what_they_closed(*explained, {leaf});
    return std::vector<std::uint64_t>(all.begin(), all.end());
  };
  known.replaced_by = [&state, index, secret](const std::string& of,
                                              const disclose::RowForm& form) {
    return replaced_by(state, *index, secret, of, form);
  };
  return known;
}

NextPublication next_publication(const LogState& state, const PublicForms& forms, LogInput input) {
  return Maker(state, forms, std::move(input)).make();
}

}  // namespace sanaq::publish
