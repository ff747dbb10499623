#pragma once

#include "jinja/builtin.hpp"
#include "jinja/layer.hpp"
#include "jinja/program.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Values that only the engine understands: every values::Object is one of these.
namespace jinja {

class TemplateObject : public values::Object {
 public:
  enum class Type { macro, module, loop, name_space, function, cycler, joiner };

  [[nodiscard]] virtual Type type() const = 0;

  /// Field `name`; undefined if there is none.
  [[nodiscard]] virtual values::Value field(std::string_view name) const;

  /// Calls method `name`; nothing if there is no such method. Macros are fields, not methods.
  virtual std::optional<ValueOrReason> call_method(std::string_view name,
                                                   const Arguments& arguments);
};

/// The object that `value` holds as that type, or null.
template <typename Object>
[[nodiscard]] Object* object_as(const values::Value& value) {
  auto* const object = static_cast<TemplateObject*>(value.as_object());
  return object != nullptr && object->type() == Object::kType ? static_cast<Object*>(object)
                                                              : nullptr;
}

/// A template while it is rendered, included or imported: its variables, and the templates whose
/// blocks it shows, itself first, then what it extends.
struct Module {
  const Template* source = nullptr;
  Layer* layer = nullptr;
  std::vector<const Template*> chain;
  bool bare = false;  ///< imported for known calls only: its body has not run
};

/// The block that a routine runs in, for super().
struct BlockPosition {
  NameId name = 0;
  std::size_t level = 0;  ///< in Module::chain
  bool inside = false;
};

class MacroObject final : public TemplateObject {
 public:
  static constexpr Type kType = Type::macro;

  [[nodiscard]] Type type() const override { return kType; }

  void print(std::string& out) const override;
  [[nodiscard]] values::Value field(std::string_view name) const override;

  const Template* source = nullptr;
  const Routine* routine = nullptr;
  Module* module = nullptr;
  Layer* layer = nullptr;
  BlockPosition block;
  std::vector<values::Value> captured;  ///< one for each of the routine's captures
};

/// What `import` gives.
class ModuleObject final : public TemplateObject {
 public:
  static constexpr Type kType = Type::module;

  ModuleObject(const Program& program, const Module& module) : program_(program), module_(module) {}

  [[nodiscard]] Type type() const override { return kType; }

  void print(std::string& out) const override;
  [[nodiscard]] values::Value field(std::string_view name) const override;

  [[nodiscard]] const Template& source() const { return *module_.source; }

  [[nodiscard]] std::vector<std::string_view> names() const;

 private:
  const Program& program_;
  const Module& module_;
};

/// `loop` inside a for.
class Loop final : public TemplateObject {
 public:
  static constexpr Type kType = Type::loop;

  [[nodiscard]] Type type() const override { return kType; }

  void print(std::string& out) const override;
  [[nodiscard]] values::Value field(std::string_view name) const override;
  [[nodiscard]] values::Value field(LoopField which) const;
  std::optional<ValueOrReason> call_method(std::string_view name,
                                           const Arguments& arguments) override;

  values::Value items;  ///< a list
  std::size_t size = 0;
  std::size_t next = 0;  ///< the item after the current one
  std::int64_t depth = 0;
  values::List kept;
  std::optional<values::List> last_changed;

  /// Where `loop(...)` begins again; null: the loop is not recursive, or over.
  const Instruction* recursion = nullptr;
  const void* frame = nullptr;  ///< the machine's frame that the loop runs in
};

class Namespace final : public TemplateObject {
 public:
  static constexpr Type kType = Type::name_space;

  [[nodiscard]] Type type() const override { return kType; }

  void print(std::string& out) const override;
  [[nodiscard]] values::Value field(std::string_view name) const override;

  values::Map members;
};

/// A function of the language, as range().
class Function final : public TemplateObject {
 public:
  static constexpr Type kType = Type::function;
  using Implementation = ValueOrReason (*)(const Arguments&);

  Function(std::string_view name, Signature signature, Implementation implementation)
      : name_(name), signature_(signature), implementation_(implementation) {}

  [[nodiscard]] Type type() const override { return kType; }

  void print(std::string& out) const override;
  /// Checks the arguments, then calls.
  [[nodiscard]] ValueOrReason call(const Arguments& arguments) const;

 private:
  std::string_view name_;
  Signature signature_;
  Implementation implementation_;
};

/// The functions of the language, by name.
[[nodiscard]] std::vector<std::pair<std::string_view, values::Value>> builtin_functions();

/// What calling a joiner() gives: nothing the first time, then its separator.
class Joiner final : public TemplateObject {
 public:
  static constexpr Type kType = Type::joiner;

  explicit Joiner(values::Value separator) : separator_(std::move(separator)) {}

  [[nodiscard]] Type type() const override { return kType; }

  values::Value call();

 private:
  values::Value separator_;
  bool used_ = false;
};

}  // namespace jinja
