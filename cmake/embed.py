"""embed.py NAMESPACE OUT FILE...: writes OUT.h and OUT.cpp with embedded_file(name) for the bytes of the files."""
import os
import sys

namespace, out, files = sys.argv[1], sys.argv[2], sys.argv[3:]

header = f"""// Made by cmake/embed.py.
#pragma once
#include <string_view>
namespace {namespace} {{
// The bytes of the file that was built in under this name; empty where there is none.
[[nodiscard]] std::string_view embedded_file(std::string_view name);
}}
"""

source = [f'#include "embedded/{os.path.basename(out)}.h"', "#include <array>", f"namespace {namespace} {{", "namespace {"]
for number, path in enumerate(files):
    with open(path, "rb") as file:
        data = file.read()
    source.append(f"alignas(8) constexpr unsigned char bytes_{number}[] = {{")
    source.extend(",".join(str(byte) for byte in data[at:at + 40]) + "," for at in range(0, len(data), 40))
    source.append("0};")
source.append("}  // namespace")
source.append("std::string_view embedded_file(std::string_view name) {")
for number, path in enumerate(files):
    source.append(
        f'  if (name == "{os.path.basename(path)}") return {{reinterpret_cast<const char*>(bytes_{number}), '
        f"sizeof bytes_{number} - 1}};")
source.append("  return {};\n}")
source.append(f"}}  // namespace {namespace}")

for suffix, text in ((".h", header), (".cpp", "\n".join(source) + "\n")):
    if not os.path.exists(out + suffix) or open(out + suffix, encoding="utf-8").read() != text:
        with open(out + suffix, "w", encoding="utf-8") as file:
            file.write(text)
    else:
        os.utime(out + suffix)
