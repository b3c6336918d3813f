#include "sanaq/investigation/linking_beside.h"

#include <chrono>
#include <utility>

#include "sanaq/link/link.h"

namespace sanaq::investigation {
namespace {

constexpr std::size_t records_most = 20'000;
constexpr auto between_two_looks = std::chrono::milliseconds(50);  // whether the user stopped

}  // namespace

LinkingBeside::LinkingBeside(const record::RecordTable& table, link::Options options)
    : options_(std::move(options)), answer_(std::async(std::launch::async, [this, &table] {
        return link::link(table, options_, progress_);
      })) {}

LinkingBeside::~LinkingBeside() {
  progress_.stop = true;
  if (answer_.valid()) answer_.wait();
}

link::Result LinkingBeside::take(const base::Progress& progress) {
  while (answer_.wait_for(between_two_looks) != std::future_status::ready)
    progress.throw_if_stopped();
  return answer_.get();
}

bool may_link_beside(const record::RecordTable& table, const link::Options& options) {
  return options.threads != 1 && table.record_count() <= records_most;
}

}  // namespace sanaq::investigation
