// Mustache templates that are built in, with [[sentences]] that are said in the page's language
// first.
#pragma once
#include <kainjow/mustache.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/draw/voice.h"

namespace sanaq::draw {

using TemplateData = kainjow::mustache::data;

// Returns the source of a template by its name; "" if there is none. It is the same text at every
// call.
using TemplateSource = std::string_view (*)(std::string_view name);

// {{x}} is escaped, {{{x}}} is markup that a drawing or another page made. `name` must have a
// source. Any thread may call it.
[[nodiscard]] std::string render_template(TemplateSource source, std::string_view name,
                                          const Voice& voice, const TemplateData& data);

// Returns the [[sentences]] of a template, in order.
[[nodiscard]] std::vector<std::string> sentences_of_template(std::string_view source);

}  // namespace sanaq::draw
