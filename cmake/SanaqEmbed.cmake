# sanaq_embed(TARGET NAMESPACE FILES...): puts data files into the program.
#
# Each file becomes an entry of NAMESPACE::embedded_file(name) -> std::string_view, declared in the generated header
# "embedded/TARGET.h". The name is the file's name without its folder. Files may be made by the build.
find_package(Python3 REQUIRED COMPONENTS Interpreter)
function(sanaq_embed target namespace)
  set(out ${PROJECT_BINARY_DIR}/generated/embedded)
  file(MAKE_DIRECTORY ${out})
  add_custom_command(
    OUTPUT ${out}/${target}.cpp ${out}/${target}.h
    COMMAND Python3::Interpreter ${PROJECT_SOURCE_DIR}/cmake/embed.py ${namespace} ${out}/${target} ${ARGN}
    DEPENDS ${ARGN} ${PROJECT_SOURCE_DIR}/cmake/embed.py
    VERBATIM)
  # What `make lint` needs before it can read the sources.
  if(NOT TARGET sanaq_embedded)
    add_custom_target(sanaq_embedded)
  endif()
  add_custom_target(${target}_embedded DEPENDS ${out}/${target}.h)
  add_dependencies(sanaq_embedded ${target}_embedded)
  target_sources(${target} PRIVATE ${out}/${target}.cpp ${out}/${target}.h)
  target_include_directories(${target} PRIVATE ${PROJECT_BINARY_DIR}/generated)
endfunction()
