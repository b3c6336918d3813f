#include "model.h"

#include <nanobind/stl/string.h>
#include <nanobind/stl/vector.h>

#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>
#include <utility>

#include "bindings.h"
#include "sanaq/base/error.h"
#include "sanaq/link/model_file.h"
#include "table.h"

namespace sanaq::python {
namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

// A table of levels, row by row.
class Levels {
 public:
  void add(const std::string& comparison, const std::string& level, double m, double u,
           double weight_bits) {
    put(comparisons_, comparison);
    put(levels_, level);
    m_.push_back(m);
    u_.push_back(u);
    weights_.push_back(weight_bits);
  }
  record::PlainTable table() && {
    const std::size_t rows = m_.size();
    return {rows,
            {{"comparison", std::move(comparisons_)},
             {"level", std::move(levels_)},
             {"m", std::move(m_)},
             {"u", std::move(u_)},
             {"weight_bits", std::move(weights_)}}};
  }

 private:
  static void put(record::CodedTexts& texts, const std::string& text) {
    texts.codes.push_back(static_cast<std::uint32_t>(texts.texts.size()));
    texts.texts.push_back(text);
  }
  record::CodedTexts comparisons_, levels_;
  std::vector<double> m_, u_, weights_;
};

void add_splink(const splink::Model& model, Levels& levels) {
  for (const splink::Comparison& comparison : model.comparisons) {
    for (const splink::Level& level : comparison.levels) {
      const bool is_known = !level.is_null && level.m > 0 && level.u > 0;
      levels.add(comparison.name, level.label, level.m > 0 ? level.m : unknown,
                 level.u > 0 ? level.u : unknown,
                 is_known ? std::log2(level.m / level.u) : (level.is_null ? 0 : unknown));
    }
  }
}

double prior_match(const AnyModel& model) {
  return model.own ? model.own->prior_match : model.splink->prior_match;
}

std::vector<std::string> rules(const AnyModel& model) {
  if (!model.own) return model.splink->rule_texts;
  std::vector<std::string> all;
  for (const link::BlockRule& rule : model.own->rules) all.push_back(rule.rule);
  return all;
}

}  // namespace

record::PlainTable comparisons_table(const AnyModel& model) {
  Levels levels;
  if (model.splink) {
    add_splink(*model.splink, levels);
  } else {
    for (const link::Comparison& comparison : model.own->comparisons) {
      for (const link::Level& level : comparison.levels)
        levels.add(comparison.column, level.label, level.m, level.u, level.weight_bits);
    }
  }
  return std::move(levels).table();
}

std::string model_text(const AnyModel& model) {
  return model.own ? link::write_model(*model.own) : splink::write_model(*model.splink);
}

AnyModel read_any_model(const std::string& text, const std::string& path) {
  if (link::looks_like_own_model(text))
    return {std::make_shared<const link::Model>(link::read_model(text, path)), nullptr};
  if (splink::looks_like_model(text))
    return {nullptr, std::make_shared<const splink::Model>(splink::parse_model(text, path))};
  throw base::Error(
      base::Kind::bad_input,
      base::message("{}: this is no model that sanaq link --save-model or Splink has saved", path));
}

void bind_model(nb::module_& module) {
  nb::class_<AnyModel>(module, "AnyModel")
      .def("text", &model_text)
      .def("comparisons",
           [](const AnyModel& model) { return handed_out(comparisons_table(model)); })
      .def("is_splink", [](const AnyModel& model) { return model.splink != nullptr; })
      .def("prior_match", &prior_match)
      .def("rules", &rules)
      .def("recall_lost",
           [](const AnyModel& model) { return model.own ? model.own->recall_lost : unknown; })
      .def("converged", [](const AnyModel& model) { return !model.own || model.own->converged; });
  module.def("read_model", &read_any_model, nb::arg("text"), nb::arg("path"));
}

}  // namespace sanaq::python
