#include "sanaq/publish/next_publication.h"

#include <tbb/parallel_for.h>
#include <tbb/parallel_sort.h>

#include <algorithm>
#include <deque>
#include <iterator>
#include <memory>
#include <mutex>
#include <nlohmann/json.hpp>
#include <optional>
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

// A form with what is hashed of it, once; nothing of one whose leaf is known.
struct Sealed {
  const PublicForm* form = nullptr;
  log::Hash salt{}, commitment{};

  void seal() {
    if (form->leaf) return;
    salt = salt_of(*form);
    commitment = log::commitment_of(salt, form->text);
  }
};

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
  Maker(const LogState& state, const PublicForms& forms, LogInput input, const LeafIndex& index)
      : before_(state), forms_(forms), input_(std::move(input)), index_(index) {
    for (const PublicForm& form : forms.open) all_.push_back({&form, {}, {}});
    for (const auto& [size, texts] : state.withdrawals) {
      for (const std::string& text : withdrawal_lines(texts)) {
        withdrawals_.push_back(withdrawal(text, {}, secret_of_withdrawal(text)));
        all_.push_back({&withdrawals_.back(), {}, {}});
      }
    }
    tbb::parallel_for(std::size_t{0}, all_.size(), [&](std::size_t at) { all_[at].seal(); });
    manifest_.keep = input_.keep;
  }

  NextPublication make() {
    next_.state = before_;
    open_now_.resize(before_.size());
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
      const auto known = one.form->leaf ? one.form->leaf : index_.with_commitment(one.commitment);
      if (!known) {
        if (new_commitments_.insert(one.commitment).second)
          new_open_.push_back({one.commitment, one.form->of});
        continue;
      }
      open_now_[*known] = &one;
      if (!before_.open.contains(*known)) reopened_.insert(*known);
    }
  }

  [[nodiscard]] std::vector<std::uint64_t> closing() const {
    std::vector<std::uint64_t> indices;
    for (const std::uint64_t index : before_.open) {
      if (open_now_[index] == nullptr) indices.push_back(index);
    }
    return indices;
  }

  [[nodiscard]] LogLeaves new_closed() const {
    LogLeaves closed;
    for (const PublicForm& form : forms_.closed) {
      const log::Hash commitment = commitment_to(form);
      if (!index_.newest_of(form.of) && !new_commitments_.contains(commitment))
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
      if (index_.with_commitment(commitment_to(withdrawal(text, {}, secret)))) return secret;
    }
    return input_.secret;
  }

  // By which withdrawal of the ledger a leaf is closed; by none, without a ground.
  using Withdrawals = std::map<std::string, disclose::Withdrawn>;
  [[nodiscard]] disclose::Withdrawn withdrawn_by(std::uint64_t index,
                                                 const Withdrawals& withdrawn) const {
    const std::string& of = before_.leaves[index].of;
    const auto found = withdrawn.find(is_row(of) ? std::string(place_word(of)) : of);
    return found == withdrawn.end() ? disclose::Withdrawn{"", ledger::ground_not_given, ""}
                                    : found->second;
  }

  // What closes and is ended by no entry and no other row is withdrawn by this publication: by one
  // leaf for each withdrawal of the ledger that took effect, and one for what nobody explains.
  void add_withdrawals(const std::vector<std::uint64_t>& closed) {
    std::set<std::uint64_t> ended;
    for (const Sealed& one : all_)
      for_each_end(one, [&](std::uint64_t index) { ended.insert(index); });
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

  // What a leaf that is known ends is what it closed when it was opened.
  template <typename Visit>
  void for_each_end(const Sealed& one, const Visit& visit) const {
    for (const std::uint64_t index : one.form->ends) visit(index);
    if (!one.form->leaf) return;
    if (!explained_) explained_ = explained_by(before_);
    const auto closed = explained_->find(*one.form->leaf);
    if (closed == explained_->end()) return;
    for (const std::uint64_t index : closed->second) visit(index);
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
    open_now_.resize(size);
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
    for (std::uint64_t open = 0; open < open_now_.size(); ++open) {
      if (open_now_[open] == nullptr) continue;
      for_each_end(*open_now_[open], [&](std::uint64_t ended) { ended_by[ended] = open; });
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

  // As it stands already, or as it is made.
  void append_opened_line(std::uint64_t index, std::string& text) const {
    const Sealed& one = *open_now_[index];
    if (one.form->leaf)
      text.append(input_.opened->line(index));
    else
      text.append(log::opened_line({one.form->text, index, one.salt}));
  }

  void add_openings() {
    std::string& opened = next_.files["log/opened.jsonl"];
    for (std::uint64_t index = 0; index < open_now_.size(); ++index) {
      if (open_now_[index] == nullptr) continue;
      append_opened_line(index, opened);
      opened.append("\n");
    }
  }

  // By person, each with the leaves in their order.
  [[nodiscard]] std::vector<std::vector<std::uint64_t>> leaves_of_persons() const {
    std::vector<std::pair<std::string_view, std::uint64_t>> all;
    for (std::uint64_t index = 0; index < open_now_.size(); ++index) {
      if (open_now_[index] != nullptr && !open_now_[index]->form->subject.empty())
        all.emplace_back(open_now_[index]->form->subject, index);
    }
    tbb::parallel_sort(all);
    std::vector<std::vector<std::uint64_t>> persons;
    for (std::size_t at = 0; at < all.size(); ++at) {
      if (at == 0 || all[at].first != all[at - 1].first) persons.emplace_back();
      persons.back().push_back(all[at].second);
    }
    return persons;
  }

  // Each person's file, which of a large site are as many as persons: they are handed over at once.
  [[nodiscard]] log::FileHashes entries_of_persons() {
    const std::vector<std::vector<std::uint64_t>> persons = leaves_of_persons();
    std::vector<std::pair<std::string, std::string>> made(persons.size());  // path, hash
    std::mutex alone;
    tbb::parallel_for(std::size_t{0}, persons.size(), [&](std::size_t at) {
      const std::vector<std::uint64_t>& leaves = persons[at];
      std::string text = "[\n";
      for (std::size_t one = 0; one < leaves.size(); ++one) {
        append_opened_line(leaves[one], text);
        text.append(one + 1 < leaves.size() ? ",\n" : "\n");
      }
      text.append("]\n");
      const std::string path =
          "person/" + open_now_[leaves.front()]->form->subject + ".entries.json";
      made[at] = {path, base::sha256_hex(text)};
      if (input_.write) return input_.write(path, text, made[at].second);
      const std::lock_guard lock(alone);
      next_.files[path] = std::move(text);
    });
    log::GatheredFiles files;
    for (const auto& [path, hash] : made) files.add(path, hash);
    return files.sorted();
  }

  void add_files(std::uint64_t size) {
    next_.files = input_.own;
    add_openings();
    for (const auto& [then, text] : next_.state.open_lists)
      next_.files[log::open_list_path(then)] = text;
    log::FileHashes listed;
    for (const auto& [path, bytes] : next_.files) listed.append(path, base::sha256_hex(bytes));
    manifest_.files = joined(input_.pages, joined(listed, entries_of_persons()));
    if (input_.code_page)
      manifest_.code_pages = {{code_page, base::sha256_hex(input_.code_page(size, ""))}};
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
    log::Growth whole = tree_over(next_.state.leaves);
    for (log::TreeFile& file : whole.files) next_.files[file.path] = std::move(file.bytes);
    next_.root = whole.root;
    if (input_.code_page)
      next_.files[code_page] = input_.code_page(
          next_.state.size(), log_code({input_.origin, next_.state.size(), next_.root, {}}));
    log::FileHashes others;
    for (const auto& [path, bytes] : next_.files) {
      if (!manifest_.files.contains(path)) others.append(path, base::sha256_hex(bytes));
    }
    next_.site = joined(manifest_.files, others);
    return std::move(next_);
  }

  const LogState& before_;
  const PublicForms& forms_;
  LogInput input_;
  const LeafIndex& index_;
  std::deque<PublicForm> withdrawals_;
  std::deque<Sealed> all_;  // the open ones, with the withdrawals; nothing of it ever moves
  log::LogManifest manifest_;
  NextPublication next_;
  LogLeaves new_open_;
  std::set<log::Hash> new_commitments_;
  std::set<std::uint64_t> reopened_;
  std::string withdrawn_;                // the forms of this publication's withdrawals, one a line
  std::vector<const Sealed*> open_now_;  // by leaf
  mutable std::optional<Explained> explained_;
};

// What the row replaces: what it replaced when it was opened; a new one what is open in its place,
// or said the same elsewhere.
std::optional<std::uint64_t> replaced_by(const LogState& state, const LeafIndex& index,
                                         const std::string& secret, const std::string& of,
                                         const disclose::RowForm& form) {
  const std::vector<std::uint64_t> before = index.of_place(place_word(of)),
                                   moved = index.of_cells(cells_word(of));
  std::vector<std::optional<std::uint64_t>> candidates = {std::nullopt};
  candidates.insert(candidates.end(), before.begin(), before.end());
  candidates.insert(candidates.end(), moved.begin(), moved.end());
  for (const auto& candidate : candidates) {
    const std::string text = form(candidate);
    const auto leaf = index.with_commitment(log::commitment_of(salt_under(secret, text), text));
    if (leaf && state.open.contains(*leaf)) return candidate;
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

disclose::KnownLeaves known_leaves(const LogState& state, const std::string& secret,
                                   std::shared_ptr<const LeafIndex> index) {
  if (!index) index = std::make_shared<const LeafIndex>(state.leaves);
  disclose::KnownLeaves known;
  known.index_of = [index](const std::string& of) { return index->newest_of(of); };
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

disclose::OpenRow open_rows(const LogState& state, const std::shared_ptr<const LeafIndex>& index) {
  return [&state, index](const std::string& of) -> std::optional<std::uint64_t> {
    for (const std::uint64_t leaf : index->of(of)) {
      if (state.open.contains(leaf)) return leaf;
    }
    return std::nullopt;
  };
}

NextPublication next_publication(const LogState& state, const PublicForms& forms, LogInput input,
                                 std::shared_ptr<const LeafIndex> index) {
  if (!index) index = std::make_shared<const LeafIndex>(state.leaves);
  return Maker(state, forms, std::move(input), *index).make();
}

}  // namespace sanaq::publish
