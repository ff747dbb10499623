#pragma once

#include "values/object.hpp"
#include "values/record_type.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace values {

class Map;
using List = std::vector<Value>;

enum class Kind { undefined, none, boolean, integer, real, text, list, map, object };

/// Whether a text has to be escaped where it is printed. `trusted` is markup that we made.
enum class Safety { plain, trusted };

/// The dynamic value that YAML and JSON give and templates take. It either owns what it holds
/// (texts made while rendering, lists from YAML) or views an object of the catalog, which then must
/// outlive it: a page costs no copy of its records. Copying a Value never copies a list or a text.
class Value {
 public:
  Value() = default;  ///< undefined: a name that is not there

  static Value none() { return Value(Data(std::in_place_type<None>)); }

  static Value boolean(bool value) { return Value(Data(value)); }

  static Value integer(std::int64_t value) { return Value(Data(value)); }

  static Value real(double value) { return Value(Data(value)); }

  /// A text that somebody else owns and that outlives this value.
  static Value view(std::string_view text, Safety safety = Safety::plain);
  /// A text of its own.
  static Value text(std::string text, Safety safety = Safety::plain);

  static Value list(List items);
  static Value map(Map members);
  /// A list or map that somebody else owns and that outlives this value.
  static Value view(const List& items);
  static Value view(const Map& members);

  /// A view of `*record`, whose fields are those of `type`; `context` is handed to them. All three
  /// outlive this value.
  static Value record(const RecordType& type, const void* record, const void* context = nullptr);
  /// A view of `*container`, likewise.
  static Value sequence(const SequenceType& type, const void* container,
                        const void* context = nullptr);
  static Value object(std::shared_ptr<Object> object);

  [[nodiscard]] Kind kind() const;

  [[nodiscard]] bool is_undefined() const { return kind() == Kind::undefined; }

  [[nodiscard]] bool is_none() const { return kind() == Kind::none; }

  /// The value as that kind; the fallback if it is of another kind.
  [[nodiscard]] bool as_boolean(bool fallback = false) const;
  [[nodiscard]] std::int64_t as_integer(std::int64_t fallback = 0) const;
  [[nodiscard]] double as_real(double fallback = 0) const;  ///< integers too
  /// The characters of a text, a view that lives as long as this value (or as what it views).
  [[nodiscard]] std::string_view as_text() const;
  [[nodiscard]] bool is_trusted() const;  ///< a text with Safety::trusted

  /// Members of a list or map of any representation; 0 for every other kind.
  [[nodiscard]] std::size_t size() const;
  /// Item `index` of a list; undefined outside it.
  [[nodiscard]] Value at(std::size_t index) const;
  /// Member `name` of a map or record; undefined if there is none.
  [[nodiscard]] Value member(std::string_view name) const;
  /// The name of member `index` of a map or record, in their own order.
  [[nodiscard]] std::string_view member_name(std::size_t index) const;
  /// The value of member `index` of a map or record.
  [[nodiscard]] Value member_value(std::size_t index) const;

  /// The type of a record view; null for every other value.
  [[nodiscard]] const RecordType* record_type() const;
  /// The value of field `field` of a record view, which must be of the field's type.
  [[nodiscard]] Value read_field(const RecordField& field) const;
  /// The address that a record view views; null for every other value.
  [[nodiscard]] const void* record_address() const;
  /// The engine's object; null for every other kind.
  [[nodiscard]] const std::shared_ptr<Object>* object_pointer() const;

 private:
  struct None {};

  struct TextView {
    const char* data;
    std::uint32_t size;
    Safety safety;
  };

  struct OwnedText {
    std::string text;
    Safety safety;
  };

  struct RecordView {
    const RecordType* type;
    const void* record;
    const void* context;
  };

  struct SequenceView {
    const SequenceType* type;
    const void* container;
    const void* context;
  };

  using Data = std::variant<std::monostate, None, bool, std::int64_t, double, TextView,
                            std::shared_ptr<const OwnedText>, std::shared_ptr<const List>,
                            std::shared_ptr<const Map>, const List*, const Map*, RecordView,
                            SequenceView, std::shared_ptr<Object>>;

  explicit Value(Data data) : data_(std::move(data)) {}

  [[nodiscard]] const List* plain_list() const;
  [[nodiscard]] const Map* plain_map() const;

  Data data_;
};

/// Names and values in the order in which they came.
class Map {
 public:
  using Member = std::pair<std::string, Value>;

  /// Sets member `name`: in its old place if it is there, else at the end.
  void set(std::string name, Value value);
  /// The value of `name`, or null.
  [[nodiscard]] const Value* find(std::string_view name) const;

  [[nodiscard]] const std::vector<Member>& members() const { return members_; }

 private:
  std::vector<Member> members_;
};

/// A view of `text`, or none if it is empty.
[[nodiscard]] Value view_or_none(std::string_view text);

}  // namespace values
