#include "pipeline/own_formats.hpp"

#include "digest/format_library.hpp"

namespace pipeline {

diagnostics::Reported<std::vector<digest::Format>> own_formats(
    const std::vector<files::Source>& sources) {
  std::vector<const text::SourceText*> own;
  own.reserve(sources.size());
  for (const files::Source& source : sources) {
    own.push_back(source.get());
  }
  return digest::read_formats(own);
}

}  // namespace pipeline
