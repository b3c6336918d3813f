// Long work without the GIL: on a thread of its own, while the caller's thread looks after signals
// and shows how far the work has come.
#pragma once
#include <nanobind/nanobind.h>

#include <functional>
#include <string>

#include "sanaq/base/progress.h"

namespace sanaq::python {

namespace nb = nanobind;

// Runs the job and waits for its end. `progress` is None or a callable (what, done, total), which
// is called on the caller's thread, at most ten times a second. Whatever a signal handler (Ctrl-C)
// or the callable raises stops the job and is raised here, once the job has ended. No part of the
// job may touch a Python object.
void run(nb::handle progress, const std::function<void(base::Progress&)>& job);

// The same for a job with a result.
template <typename Result, typename Job>
[[nodiscard]] Result run_for(nb::handle progress, const Job& job) {
  Result result;
  run(progress, [&](base::Progress& told) { result = job(told); });
  return result;
}

// The language of messages, of all threads: "en", "ru" or "kk".
[[nodiscard]] std::string language();
// Throws Error{usage} for a language without a catalogue.
void set_language(const std::string& name);

}  // namespace sanaq::python
