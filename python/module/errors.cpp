// Errors of the library as exceptions of the package.
#include <nanobind/stl/string.h>

#include <exception>
#include <nlohmann/json.hpp>
#include <string>

#include "bindings.h"
#include "sanaq/base/catalog.h"
#include "sanaq/base/error.h"
#include "work.h"

namespace sanaq::python {
namespace {

// What a sentence says to do stands behind its last semicolon.
std::string advice_of(const base::Message& message, const std::string& said) {
  const std::size_t at = message.id.find("; ") == std::string::npos ? said.npos : said.rfind("; ");
  return at == said.npos ? "" : said.substr(at + 2);
}

void raise(base::Kind kind, const std::string& said, const std::string& advice) {
  try {
    const nb::object made = nb::module_::import_("sanaq._errors")
                                .attr("error_of")(static_cast<int>(kind), said, advice);
    PyErr_SetObject(made.type().ptr(), made.ptr());
  } catch (nb::python_error& error) {
    error.restore();
  }
}

}  // namespace

void bind_errors(nb::module_&) {
  nb::register_exception_translator([](const std::exception_ptr& raised, void*) {
    try {
      std::rethrow_exception(raised);
    } catch (const base::Error& error) {
      const std::string said = base::Catalog(language()).say(error.message());
      raise(error.kind(), said, advice_of(error.message(), said));
    } catch (const nlohmann::json::exception& error) {
      raise(base::Kind::bad_input, error.what(), "");
    }
  });
}

}  // namespace sanaq::python
