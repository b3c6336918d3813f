// An invented town whose truth is known: it is linked once, and counted again after answers to some
// of its doubtful pairs, each as the truth has it. For the test and the study of the queue's order.
#pragma once
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "sanaq/base/check.h"
#include "sanaq/base/files.h"
#include "sanaq/investigation/estimated.h"
#include "sanaq/investigation/linked.h"
#include "sanaq/investigation/review_queue.h"
#include "sanaq/investigation/steps.h"
#include "sanaq/simulate/file_bytes.h"
#include "sanaq/simulate/investigation_files.h"

namespace sanaq::investigation {

class AnAnsweredTown {
 public:
  // What a count is after some answers, and how far from the truth.
  struct Count {
    double persons = 0, total = 0;       // documented, and the estimate's median
    double mean_persons = 0;             // over the sampled registers
    std::int64_t wrong = 0, missed = 0;  // links of the register that are no, and those it lacks
    double persons_error = 0, total_error = 0;  // distance from listed() and from total_of_truth()
  };
  using Task = std::vector<std::uint32_t>;  // records

  AnAnsweredTown(const simulate::Options& options, const std::string& folder)
      : steps_(put(options, folder), caller_, {}, Reuse::nothing) {
    steps_.ingest();
    Outcome& all = steps_.outcome();
    all.config.estimate.checks_on_own_lists = all.config.estimate.alternatives = false;
    steps_.link();
    know_truth();
    first_ = all.link;
    all.config.link.model =
        first_.model;  // what is compared is answers, not what is learnt of them
    (void)counted({});
    as_it_stands_ = all;
    total_of_truth_ = total_of_true_register();
  }

  // Without any answer. Its config has the model of the first linking.
  [[nodiscard]] const Outcome& outcome() const { return as_it_stands_; }
  // Persons in truth of whom some record has a name.
  [[nodiscard]] double listed() const { return listed_; }
  // Of the same lists linked as the truth has it: no answer about links can mend what the lists do
  // not know.
  [[nodiscard]] double total_of_truth() const { return total_of_truth_; }
  [[nodiscard]] bool is_same(std::uint32_t one, std::uint32_t other) const {
    return truth_[one] == truth_[other];
  }
  // Pairs of one person in truth, of all that are linked with another.
  [[nodiscard]] const std::set<std::pair<std::uint32_t, std::uint32_t>>& true_pairs() const {
    return true_pairs_;
  }

  // The queue's tasks for persons, in its order.
  [[nodiscard]] std::vector<Task> queue(GainOf gain = GainOf::persons_and_bound) const {
    std::vector<Task> tasks;
    base::Progress silent;
    for (const ReviewTask& task :
         grouped(as_it_stands_, {}, review_queue(as_it_stands_, {}, silent, gain))) {
      if (task.kind == TaskKind::pair || task.kind == TaskKind::person)
        tasks.push_back(task.records);
    }
    return tasks;
  }

  // Counts again once these are answered.
  [[nodiscard]] Count counted(const std::vector<Task>& answered) {
    std::vector<link::Decision> decisions;
    for (const Task& task : answered) {
      for (std::size_t one = 0; one < task.size(); ++one) {
        for (std::size_t other = one + 1; other < task.size(); ++other)
          decisions.push_back({task[one], task[other], is_same(task[one], task[other])});
      }
    }
    Outcome& all = steps_.outcome();
    all.link = link_lists(all, all.lists, all.config, decisions, silent_).result;
    all.persons =
        persons::persons_of(all.records, all.link, all.in_scope, all.record_ids, all.arrivals);
    return counted_now(decisions);
  }

 private:
  static std::string put(const simulate::Options& options, const std::string& folder) {
    const simulate::Result town = simulate::simulate(options);
    base::make_folder(folder);
    base::make_folder(base::join(folder, "lists"));
    for (const simulate::SimulatedList& list : town.lists)
      base::write_file_whole(base::join(folder, "lists/" + list.plan.file),
                             simulate::file_bytes(list));
    base::write_file_whole(base::join(folder, "investigation.toml"), simulate::settings_toml(town));
    base::write_file_whole(base::join(folder, "claims.csv"), simulate::claims_csv(town));
    base::write_file_whole(base::join(folder, "truth-records.csv"),
                           simulate::truth_records_csv(town));
    return folder;
  }

  void know_truth() {
    const Outcome& all = steps_.outcome();
    std::map<std::pair<std::string, std::string>, std::uint32_t> person;  // of list and record
    std::map<std::string, std::uint32_t> numbers;
    std::string text = base::read_file(base::join(all.folder, "truth-records.csv"));
    std::erase(text, '\r');
    for (std::size_t from = text.find('\n') + 1; from < text.size();) {
      const std::size_t end = text.find('\n', from), first = text.find(',', from),
                        second = text.find(',', first + 1);
      const std::uint32_t number =
          numbers.emplace(text.substr(second + 1, end - second - 1), numbers.size()).first->second;
      person[{text.substr(from, first - from), text.substr(first + 1, second - first - 1)}] =
          number;
      from = end + 1;
    }
    for (std::uint32_t at = 0; at < all.records.record_count(); ++at) {
      const std::string& list = all.records.lists[all.records.list_of[at]].name;
      auto found = person.find({list, all.records.ids[at]});
      if (found == person.end()) found = person.find({list, std::to_string(all.records.rows[at])});
      base::check(found != person.end(), "every record of an invented list has a true person");
      truth_.push_back(found->second);
    }
    std::map<std::uint32_t, std::vector<std::uint32_t>> of_person;
    for (std::uint32_t at = 0; at < truth_.size(); ++at) {
      if (all.link.is_linkable[at]) of_person[truth_[at]].push_back(at);
    }
    listed_ = static_cast<double>(of_person.size());
    for (const auto& [number, records] : of_person) {
      for (std::size_t one = 0; one < records.size(); ++one) {
        for (std::size_t other = one + 1; other < records.size(); ++other)
          true_pairs_.emplace(records[one], records[other]);
      }
    }
  }

  Count counted_now(const std::vector<link::Decision>& decisions) {
    Outcome& all = steps_.outcome();
    const Number number = number_of(all, all.config, {{}, decisions}, silent_, {});
    static_cast<Number&>(all) = number;
    Count count;
    count.persons = static_cast<double>(number.documented_low);
    count.total = number.estimate && number.estimate->estimate ? number.estimate->estimate->median
                                                               : std::nan("");
    for (const auto& draw : all.link.draws) {
      std::set<std::uint32_t> persons;
      for (std::uint32_t at = 0; at < draw.size(); ++at) {
        if (all.link.is_linkable[at]) persons.insert(draw[at]);
      }
      count.mean_persons +=
          static_cast<double>(persons.size()) / static_cast<double>(all.link.draws.size());
    }
    std::int64_t right = 0;
    for (const persons::Person& person : all.persons) {
      for (std::size_t one = 0; one < person.records.size(); ++one) {
        for (std::size_t other = one + 1; other < person.records.size(); ++other)
          ++(is_same(person.records[one], person.records[other]) ? right : count.wrong);
      }
    }
    count.missed = static_cast<std::int64_t>(true_pairs_.size()) - right;
    count.persons_error = std::abs(count.persons - listed_);
    count.total_error = std::abs(count.total - total_of_truth_);
    return count;
  }

  double total_of_true_register() {
    Outcome& all = steps_.outcome();
    const link::Result linked = all.link;
    all.link.person_of = truth_;
    std::uint32_t others = *std::max_element(truth_.begin(), truth_.end());
    for (std::uint32_t at = 0; at < truth_.size(); ++at) {
      if (!all.link.is_linkable[at]) all.link.person_of[at] = ++others;  // joined with nobody
    }
    all.link.draws.clear();
    all.link.lost.clear();
    all.persons =
        persons::persons_of(all.records, all.link, all.in_scope, all.record_ids, all.arrivals);
    const double total = counted_now({}).total;
    all.link = linked;
    return total;
  }

  base::Progress silent_;
  base::Catalog english_;
  Caller caller_{silent_, english_};
  Steps steps_;
  link::Result first_;
  Outcome as_it_stands_;
  std::vector<std::uint32_t> truth_;  // the person of each record
  std::set<std::pair<std::uint32_t, std::uint32_t>> true_pairs_;
  double listed_ = 0, total_of_truth_ = 0;
};

}  // namespace sanaq::investigation
