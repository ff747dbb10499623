#pragma once

#include "values/object.hpp"
#include "values/record_type.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <new>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace values {

class Map;
using List = std::vector<Value>;

/// Whether a text has to be escaped where it is printed.
enum class Safety : std::uint8_t {
  plain,
  trusted,  ///< markup that we made: it may stand between tags, but it is no code
  code,     ///< a template's author vouches for it, or it is JSON: it may stand in scripts, too
};

/// Why a value is undefined, for the one who will have to say it. The engine that made the value
/// knows what `place` means; whoever has nothing to say leaves both null.
struct Absence {
  const void* place = nullptr;
  const RecordType* type = nullptr;  ///< of the thing that has no such field
};

/// The dynamic value that YAML and JSON give and templates take. It either owns what it holds
/// (texts made while rendering, lists from YAML) or views an object of the catalog, which then must
/// outlive it: a page costs no copy of its records. Copying a Value never copies a list or a text;
/// views and numbers, which pages mostly consist of, are copied as plain bytes.
class Value {
 public:
  /// Undefined: a name that is not there.
  Value() noexcept : absence_() {}

  Value(const Value& other) noexcept : head_(other.head_) {
    if (is_shared()) [[unlikely]] {
      share(other);
    } else {
      copy_plain(other);
    }
  }

  Value(Value&& other) noexcept : head_(other.head_) {
    if (is_shared()) [[unlikely]] {
      take(other);
    } else {
      copy_plain(other);
    }
  }

  // Called for every instruction of a template; the compiler would not inline them by itself.
  [[gnu::always_inline]] Value& operator=(const Value& other) noexcept {
    if (is_shared() || other.is_shared()) [[unlikely]] {
      assign_shared(other);
    } else {
      head_ = other.head_;
      copy_plain(other);
    }
    return *this;
  }

  [[gnu::always_inline]] Value& operator=(Value&& other) noexcept {
    if (is_shared() || other.is_shared()) [[unlikely]] {
      assign_shared(std::move(other));
    } else {
      head_ = other.head_;
      copy_plain(other);
    }
    return *this;
  }

  ~Value() {
    if (is_shared()) [[unlikely]] {
      release();
    }
  }

  /// Makes it undefined.
  void clear() noexcept {
    if (is_shared()) [[unlikely]] {
      release();
    } else {
      head_ = Head();
      absence_ = Absence();
    }
  }

  static Value undefined(Absence absence);
  static Value none();
  static Value boolean(bool value);
  static Value integer(std::int64_t value);
  static Value real(double value);

  /// A text that somebody else owns and that outlives this value.
  static Value view(std::string_view text, Safety safety = Safety::plain);
  /// A text of its own.
  static Value text(std::string text, Safety safety = Safety::plain);

  static Value list(List items);
  /// A list that prints with round brackets. If it has `names`, its first items are members of
  /// these names too; they outlive the value.
  static Value tuple(List items, std::span<const std::string_view> names = {});
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

  [[nodiscard]] Kind kind() const { return head_.kind; }

  [[nodiscard]] bool is_undefined() const { return head_.kind == Kind::undefined; }

  [[nodiscard]] bool is_none() const { return head_.kind == Kind::none; }

  /// Why the value is undefined; null for every other kind.
  [[nodiscard]] const Absence* absence() const { return is_undefined() ? &absence_ : nullptr; }

  [[nodiscard]] bool is_tuple() const { return head_.form == Form::tuple; }

  /// The value as that kind; the fallback if it is of another kind.
  [[nodiscard]] bool as_boolean(bool fallback = false) const {
    return head_.kind == Kind::boolean ? boolean_ : fallback;
  }

  [[nodiscard]] std::int64_t as_integer(std::int64_t fallback = 0) const {
    return head_.kind == Kind::integer ? integer_ : fallback;
  }

  [[nodiscard]] double as_real(double fallback = 0) const;  ///< integers too

  /// The characters of a text, a view that lives as long as this value (or as what it views).
  [[nodiscard]] std::string_view as_text() const {
    if (head_.form == Form::text_view) {
      return {text_.data, text_.size};
    }
    return head_.form == Form::text
               ? std::string_view(*static_cast<const std::string*>(shared_.get()))
               : std::string_view();
  }

  /// Whether it is a text that is markup: Safety::trusted or Safety::code.
  [[nodiscard]] bool is_trusted() const { return head_.safety != Safety::plain; }

  [[nodiscard]] bool is_code() const { return head_.safety == Safety::code; }

  /// Members of a list or map of any representation; 0 for every other kind.
  [[nodiscard]] std::size_t size() const;
  /// Item `index` of a list; undefined outside it or for every other kind.
  [[nodiscard]] Value at(std::size_t index) const;

  /// The same of a list and an index that is known to lie inside it.
  [[nodiscard]] Value item(std::size_t index) const {
    return head_.form == Form::sequence
               ? sequence_.type->at(sequence_.container, sequence_.context, index)
               : (*plain_list())[index];
  }

  /// Member `name` of a map, record or tuple with names; undefined if there is none.
  [[nodiscard]] Value member(std::string_view name) const;
  /// The name of member `index` of a map or record, in their own order.
  [[nodiscard]] std::string_view member_name(std::size_t index) const;
  /// The value of member `index` of a map or record.
  [[nodiscard]] Value member_value(std::size_t index) const;

  /// The type of a record view; null for every other value.
  [[nodiscard]] const RecordType* record_type() const {
    return head_.form == Form::record ? record_.type : nullptr;
  }

  /// The value of field `field` of a record view, which must be of the field's type.
  [[nodiscard]] Value read_field(const RecordField& field) const {
    return head_.form == Form::record ? field.read(record_.address, record_.context) : Value();
  }

  /// Makes this what read_field gives of another value, without a copy in between.
  void set_to_field(const Value& record, const RecordField& field) {
    if (is_shared()) [[unlikely]] {
      release();
    }
    new (this) Value(record.read_field(field));
  }

  /// The address that a record view views; null for every other value.
  [[nodiscard]] const void* record_address() const {
    return head_.form == Form::record ? record_.address : nullptr;
  }

  /// The engine's object; null for every other kind. Lives as long as this value.
  [[nodiscard]] Object* as_object() const {
    // Only object() makes this form, from an Object that is not const.
    return head_.kind == Kind::object
               ? const_cast<Object*>(static_cast<const Object*>(shared_.get()))
               : nullptr;
  }

  /// A share in the engine's object; null for every other kind.
  [[nodiscard]] std::shared_ptr<Object> share_object() const;

 private:
  /// How the value is held. Those from `text` on share in something on the heap.
  enum class Form : std::uint8_t {
    plain,  ///< undefined, none, booleans and numbers
    text_view,
    list_view,
    map_view,
    record,
    sequence,
    text,
    list,
    tuple,
    map,
    object
  };

  struct TextView {
    const char* data;
    std::size_t size;
  };

  struct RecordView {
    const RecordType* type;
    const void* address;
    const void* context;
  };

  struct SequenceView {
    const SequenceType* type;
    const void* container;
    const void* context;
  };

  /// Any of the plain forms, to be copied, word by word: a wider load cannot be served from the
  /// stores that just made the value, and waits until they have reached the cache. Half the time of
  /// reading a field went there.
  struct PlainBytes {
    std::uint64_t first;
    std::uint64_t second;
    std::uint64_t third;
  };

  struct Tuple {
    List items;
    std::span<const std::string_view> names;
  };

  /// What tells which member of the union counts; copied at once.
  struct Head {
    Kind kind = Kind::undefined;
    Form form = Form::plain;
    Safety safety = Safety::plain;
    std::uint8_t unused = 0;
  };

  Value(Kind kind, Form form, Safety safety = Safety::plain)
      : head_{kind, form, safety}, absence_() {}

  Value(Kind kind, Form form, std::shared_ptr<const void> shared, Safety safety = Safety::plain)
      : head_{kind, form, safety}, shared_(std::move(shared)) {}

  [[nodiscard]] bool is_shared() const { return head_.form >= Form::text; }

  [[gnu::always_inline]] void copy_plain(const Value& other) noexcept {
    bytes_.first = other.bytes_.first;
    bytes_.second = other.bytes_.second;
    bytes_.third = other.bytes_.third;
  }

  // The rare ways, out of line so that the frequent ones are short.
  void share(const Value& other) noexcept;
  void take(Value& other) noexcept;
  void assign_shared(const Value& other) noexcept;
  void assign_shared(Value&& other) noexcept;
  void release() noexcept;

  [[nodiscard]] const List* plain_list() const;
  [[nodiscard]] const Map* plain_map() const;

  Head head_;

  /// Which member counts, `head_` says.
  union {
    PlainBytes bytes_;  ///< any of the plain forms, to be copied
    Absence absence_;
    bool boolean_;
    std::int64_t integer_;
    double real_;
    TextView text_;
    const List* list_;
    const Map* map_;
    RecordView record_;
    SequenceView sequence_;
    std::shared_ptr<const void> shared_;
  };
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

// What pages are made of, in the header so that the compiler sees through it.

inline Value Value::undefined(Absence absence) {
  Value value;
  value.absence_ = absence;
  return value;
}

inline Value Value::none() {
  return {Kind::none, Form::plain};
}

inline Value Value::boolean(bool value) {
  Value result(Kind::boolean, Form::plain);
  result.boolean_ = value;
  return result;
}

inline Value Value::integer(std::int64_t value) {
  Value result(Kind::integer, Form::plain);
  result.integer_ = value;
  return result;
}

inline Value Value::real(double value) {
  Value result(Kind::real, Form::plain);
  result.real_ = value;
  return result;
}

inline Value Value::view(std::string_view text, Safety safety) {
  Value result(Kind::text, Form::text_view, safety);
  result.text_ = {text.data(), text.size()};
  return result;
}

inline Value Value::record(const RecordType& type, const void* record, const void* context) {
  Value result(Kind::map, Form::record);
  result.record_ = {&type, record, context};
  return result;
}

inline Value Value::sequence(const SequenceType& type, const void* container, const void* context) {
  Value result(Kind::list, Form::sequence);
  result.sequence_ = {&type, container, context};
  return result;
}

}  // namespace values
