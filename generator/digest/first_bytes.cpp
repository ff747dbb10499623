#include "digest/first_bytes.hpp"

#include "digest/format.hpp"

#include <string>

namespace digest {

FirstBytes first_bytes_of(const Format& format) {
  FirstBytes bytes;
  for (const Opener& opener : format.openers) {
    bytes.starts.add_pattern(opener.pattern);
    if (opener.inside != Opener::Inside::never) {
      bytes.literals.add_literal(opener.pattern.first_literal());
    }
  }
  for (const LinePattern& heading : format.headings) {
    bytes.starts.add_pattern(heading);
    bytes.literals.add_literal(heading.first_literal());
  }
  for (const std::string& mark : format.also_marks) {
    bytes.starts.add_literal(mark);
    bytes.literals.add_literal(mark);
  }
  for (const std::string& dash : format.legend_dashes) {
    bytes.dashes.add_literal(dash);
  }
  for (const NoiseRule& rule : format.noise) {
    bytes.noise.add_pattern(rule.pattern);
  }
  bytes.inside.add_all(bytes.literals);
  bytes.inside.add_all(bytes.dashes);
  bytes.ends_legend.add_all(bytes.starts);
  bytes.ends_legend.add_all(bytes.noise);
  bytes.ends_legend.add_literal(format.summary_label);
  for (const std::string& note : format.source_notes) {
    bytes.ends_legend.add_literal(note);
  }
  for (const Label& label : format.labels) {
    bytes.labels.add(label.word());
  }
  return bytes;
}

}  // namespace digest
