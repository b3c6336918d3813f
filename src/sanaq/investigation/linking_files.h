// What linking may be given in files: a model, pairs whose truth is known, short forms of names.
#pragma once
#include <optional>
#include <string>

#include "sanaq/base/message.h"
#include "sanaq/investigation/config.h"

namespace sanaq::investigation {

// Each throws Error{bad_input} naming the file and what is wrong with it, Error{io} where it cannot
// be read.

// A model of our own or Splink's, told apart by what stands in it; it takes the place of any other.
void take_model(link::Options& options, std::shared_ptr<const splink::Model>& splink_model,
                const std::string& path);
// Rows that nobody judged teach nothing; how many there are is said.
[[nodiscard]] std::optional<base::Message> take_labels(link::Options& options,
                                                       const std::string& path);
void take_nicknames(link::Options& options, const std::string& path);

// All that [link] names, from the investigation's folder.
[[nodiscard]] std::optional<base::Message> take_linking_files(Config& config,
                                                              const std::string& folder);

}  // namespace sanaq::investigation
