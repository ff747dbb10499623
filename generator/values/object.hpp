#pragma once

#include <string>

namespace values {

/// Something that only the template engine understands, as a macro or a namespace. The engine
/// derives from it; everybody else passes it through.
class Object {
 public:
  Object() = default;
  Object(const Object&) = delete;
  Object& operator=(const Object&) = delete;
  Object(Object&&) = delete;
  Object& operator=(Object&&) = delete;
  virtual ~Object() = default;

  /// Appends what `{{ }}` prints.
  virtual void print(std::string& out) const { out += "<object>"; }
};

}  // namespace values
