#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace values {

class Map;
class Value;
using List = std::vector<Value>;

enum class Kind { undefined, none, boolean, integer, real, text, list, map, object };

/// Whether a text has to be escaped where it is printed. `trusted` is markup that we made.
enum class Safety { plain, trusted };

/// One field of a C++ type that templates may see. `read` gets the address of the object and of
/// what it belongs to (a paper's site), and gives a Value that views it: nothing is copied.
struct RecordField {
  std::string_view name;
  Value (*read)(const void* record, const void* context);
};

/// What templates may see of a C++ type: a closed list of fields. Types are constants that live as
/// long as the program.
struct RecordType {
  std::string_view name;  ///< for errors: "a paper has no field ..."
  std::span<const RecordField> fields;

  /// The field of that name, or null.
  [[nodiscard]] const RecordField* find(std::string_view field) const;
};

/// How templates walk over a C++ container; `context` as in RecordField.
struct SequenceType {
  std::size_t (*size)(const void* container);
  Value (*at)(const void* container, const void* context, std::size_t index);
};

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

/// Why a value is undefined, for the one who will have to say it. The engine that made the value
/// knows what `place` means; whoever has nothing to say leaves both null.
struct Absence {
  const void* place = nullptr;
  const RecordType* type = nullptr;  ///< of the thing that has no such field
};

/// The dynamic value that YAML and JSON give and templates take. It either owns what it holds
/// (texts made while rendering, lists from YAML) or views an object of the catalog, which then must
/// outlive it: a page costs no copy of its records. Copying a Value never copies a list or a text.
class Value {
 public:
  Value() = default;  ///< undefined: a name that is not there

  static Value undefined(Absence absence) { return Value(Data(absence)); }

  static Value none() { return Value(Data(std::in_place_type<None>)); }

  static Value boolean(bool value) { return Value(Data(value)); }

  static Value integer(std::int64_t value) { return Value(Data(value)); }

  static Value real(double value) { return Value(Data(value)); }

  /// A text that somebody else owns and that outlives this value.
  static Value view(std::string_view text, Safety safety = Safety::plain);
  /// A text of its own.
  static Value text(std::string text, Safety safety = Safety::plain);

  static Value list(List items);
  /// A list that prints with round brackets.
  static Value tuple(List items);
  static Value map(Map members);
  /// A list or map that somebody else owns and that outlives this value.
  static Value view(const List& items);
  static Value view(const Map& members);

  /// A view of `*record`, whose fields are those of `type`; `context` is handed to them. All three
  /// outlive this value.
  static Value record(const RecordType& type, const void* record, const void* context = nullptr);
  /// A view of `*container`. All three outlive this value.
  static Value sequence(const SequenceType& type, const void* container,
                        const void* context = nullptr);
  static Value object(std::shared_ptr<Object> object);

  [[nodiscard]] Kind kind() const;

  [[nodiscard]] bool is_undefined() const { return kind() == Kind::undefined; }

  [[nodiscard]] bool is_none() const { return kind() == Kind::none; }

  /// Why the value is undefined; null for every other kind.
  [[nodiscard]] const Absence* absence() const { return std::get_if<Absence>(&data_); }

  [[nodiscard]] bool is_tuple() const;

  /// The value as that kind; the fallback if it is of another kind.
  [[nodiscard]] bool as_boolean(bool fallback = false) const;
  [[nodiscard]] std::int64_t as_integer(std::int64_t fallback = 0) const;
  [[nodiscard]] double as_real(double fallback = 0) const;  ///< integers too
  /// The characters of a text, a view that lives as long as this value (or as what it views).
  [[nodiscard]] std::string_view as_text() const;
  [[nodiscard]] bool is_trusted() const;  ///< a text with Safety::trusted

  /// Members of a list or map of any representation; 0 for every other kind.
  [[nodiscard]] std::size_t size() const;
  /// Item `index` of a list; undefined outside it or for every other kind.
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

  struct Tuple {
    List items;
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

  using Data = std::variant<Absence, None, bool, std::int64_t, double, TextView,
                            std::shared_ptr<const OwnedText>, std::shared_ptr<const List>,
                            std::shared_ptr<const Tuple>, std::shared_ptr<const Map>, const List*,
                            const Map*, RecordView, SequenceView, std::shared_ptr<Object>>;

  explicit Value(Data data) : data_(std::move(data)) {}

  [[nodiscard]] const List* plain_list() const;
  [[nodiscard]] const Map* plain_map() const;

  Data data_;
};

/// Names and values in the order in which they came.
class Map {
 public:
  using Member = std::pair<std::string, Value>;

  /// Sets member `name`: in its old place if it is there, else at the end. Constant time.
  void set(std::string name, Value value);
  /// The value of `name`, or null.
  [[nodiscard]] const Value* find(std::string_view name) const;

  [[nodiscard]] const std::vector<Member>& members() const { return members_; }

 private:
  [[nodiscard]] std::size_t position_of(std::string_view name) const;
  void rebuild_index();

  std::vector<Member> members_;
  /// Open addressing: a member's place + 1, or 0, at the hash of its name. Empty while the map is
  /// small, when comparing all names is faster.
  std::vector<std::uint32_t> index_;
};

/// A view of `text`, or none if it is empty.
[[nodiscard]] Value view_or_none(std::string_view text);

}  // namespace values
