// What linking may be given in files: a model, pairs whose truth is known, short forms of names.
#pragma once
#include <memory>
#include <optional>
#include <string>

#include "sanaq/base/message.h"
#include "sanaq/link/model.h"
#include "sanaq/link/options.h"
#include "sanaq/splink/model.h"

namespace sanaq::exchange {

// Each throws Error{bad_input}, naming the file and what is wrong with it, and Error{io} if it
// cannot be read.

// Loads a model of our own or of Splink, recognised by its content. It replaces any other model.
void load_model(link::Options& options, std::shared_ptr<const splink::Model>& splink_model,
                const std::string& path);
// Adds the labels to the options. Rows without a judgement have no effect; the returned message
// says how many there are.
[[nodiscard]] std::optional<base::Message> load_labels(link::Options& options,
                                                       const std::string& path);
void load_nicknames(link::Options& options, const std::string& path);

}  // namespace sanaq::exchange
