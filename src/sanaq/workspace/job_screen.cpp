#include "sanaq/workspace/job_screen.h"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

#include "sanaq/base/error.h"
#include "sanaq/pages/page_template.h"
#include "sanaq/report/json_text.h"
#include "sanaq/workspace/page.h"
#include "sanaq/workspace/run_words.h"

namespace sanaq::workspace {
namespace {

using base::message;

Job job_asked(const Visit& visit, Bench& bench) {
  const std::string& text = visit.names.at("ID");
  std::int64_t id = 0;
  const auto end = std::from_chars(text.data(), text.data() + text.size(), id);
  const bool is_number = end.ec == std::errc() && end.ptr == text.data() + text.size();
  const auto job = is_number ? bench.jobs().find(id) : std::nullopt;
  if (!job)
    throw base::Error(base::Kind::not_found,
                      message("There is no such piece of work; all of them stand under /jobs."));
  return *job;
}

std::string page_of_job(const Job& job) { return "/jobs/" + std::to_string(job.id); }

std::string state_words(const Job& job, const draw::Voice& voice) {
  switch (job.state) {
    case JobState::waiting:
      return voice.say("It waits");
    case JobState::running:
      return voice.say("It goes on");
    case JobState::done:
      return voice.say("Done");
    case JobState::failed:
      return job.code == code_killed ? voice.say("It failed: out of memory")
                                     : voice.say("It failed");
    case JobState::stopped:
      return voice.say("Stopped");
    case JobState::lost:
      break;
  }
  return voice.say("It was broken off");
}

std::int64_t percent_of(const Job& job) {
  return job.total > 0 ? 100 * std::min(job.done, job.total) / job.total : 0;
}

// Where the reader goes once it is done.
void set_way_on(Data& data, const Job& job, const draw::Voice& voice) {
  const bool is_done = job.state == JobState::done;
  data.set("is_done", is_done);
  data.set("way_on", std::string(job.verb == "count"     ? "/number"
                                 : job.verb == "publish" ? "/publish"
                                 : job.verb == "verify"  ? "/history"
                                                         : "/"));
  data.set("way_on_words", job.verb == "count"     ? voice.say("See the number")
                           : job.verb == "publish" ? voice.say("See what is public")
                           : job.verb == "verify"  ? voice.say("Everything that was done")
                                                   : voice.say("Back to the first page"));
}

Data sentences_of_job(const std::vector<std::string>& notes) {
  return pages::data_list(notes, [](const std::string& note) {
    Data item;
    item.set("text", note);
    return item;
  });
}

}  // namespace

http::Response show_job(const Visit& visit, Bench& bench) {
  const draw::Voice& voice = visit.voice;
  const Job job = job_asked(visit, bench);
  const base::Message why = why_of(job);
  Data data;
  data.set("id", std::to_string(job.id));
  data.set("title", voice.say(title_of(job)));
  data.set("state", state_words(job, voice));
  data.set("is_going", !job.is_over());
  data.set("is_counting", !job.is_over() && job.verb == "count");
  data.set("is_broken", job.state == JobState::failed || job.state == JobState::lost);
  data.set("can_begin_again", job.is_over() && job.state != JobState::done && job.verb != "copy");
  data.set("why", why.id.empty() ? std::string() : voice.say_isolating(why));
  data.set("has_why", !why.id.empty());
  data.set("what",
           job.what.id.empty() || job.is_over() ? std::string() : voice.say_isolating(job.what));
  data.set("has_total", job.state == JobState::running && job.total > 0);
  data.set("percent", std::to_string(percent_of(job)));
  data.set("began", moment_words(job.began, voice));
  data.set("has_began", !job.began.empty());
  data.set("ended", moment_words(job.ended, voice));
  data.set("has_ended", !job.ended.empty());
  data.set("notes", sentences_of_job(job.notes));
  data.set("has_notes", !job.notes.empty());
  data.set("csrf_stop", csrf_field(visit, "/jobs/{ID}/stop"));
  data.set("csrf_again", csrf_field(visit, "/jobs/{ID}/again"));
  set_way_on(data, job, voice);
  return page(visit, bench, {voice.say(title_of(job)), "jobs"}, "job", data);
}

http::Response job_json(const Visit& visit, Bench& bench) {
  const Job job = job_asked(visit, bench);
  const base::Message why = why_of(job);
  const nlohmann::ordered_json json = {{"id", job.id},
                                       {"verb", job.verb},
                                       {"state", state_name(job.state)},
                                       {"done", job.done},
                                       {"total", job.total},
                                       {"what", visit.voice.say(job.what)},
                                       {"code", job.code},
                                       {"began", job.began},
                                       {"ended", job.ended},
                                       {"says", visit.voice.say(why)}};
  http::Response response;
  response.type = "application/json";
  response.body = report::json_text(json);
  return response;
}

http::Response stop_job(const Visit& visit, Bench& bench) {
  const Job job = job_asked(visit, bench);
  bench.jobs().stop(job.id);
  return http::see_other(page_of_job(job));
}

http::Response begin_again(const Visit& visit, Bench& bench) {
  const Job job = job_asked(visit, bench);
  // What would be public is shown and agreed to anew; a copy is asked for its place.
  if (job.verb == "publish") return http::see_other("/publish");
  if (job.verb == "copy") return http::see_other("/copy");
  if (job.verb == "verify") return begin_verify(visit, bench);
  return http::see_other(page_of_job(bench.begin("count", "estimate")));
}

http::Response begin_verify(const Visit& /*visit*/, Bench& bench) {
  return http::see_other(page_of_job(bench.begin("verify", "verify")));
}

http::Response show_jobs(const Visit& visit, Bench& bench) {
  const draw::Voice& voice = visit.voice;
  const std::vector<Job> jobs = bench.jobs().all();
  Data data;
  data.set("csrf_verify", csrf_field(visit, "/verify"));
  data.set("has_jobs", !jobs.empty());
  data.set("jobs", pages::data_list(jobs, [&](const Job& job) {
             Data row;
             row.set("path", page_of_job(job));
             row.set("title", voice.say(title_of(job)));
             row.set("state", state_words(job, voice));
             row.set("began", moment_words(job.began, voice));
             row.set("ended", moment_words(job.ended, voice));
             return row;
           }));
  return page(visit, bench, {voice.say("What was done"), "jobs"}, "jobs", data);
}

}  // namespace sanaq::workspace
