#include "values/value.hpp"

#include <algorithm>
#include <bit>
#include <functional>

namespace values {

const RecordField* RecordType::find(std::string_view field) const {
  const auto found = std::ranges::find(fields, field, &RecordField::name);
  return found == fields.end() ? nullptr : &*found;
}

void Value::share(const Value& other) noexcept {
  new (&shared_) std::shared_ptr<const void>(other.shared_);
}

/// Leaves `other` undefined.
void Value::take(Value& other) noexcept {
  new (&shared_) std::shared_ptr<const void>(std::move(other.shared_));
  other.release();
}

void Value::assign_shared(const Value& other) noexcept {
  Value copy(other);
  assign_shared(std::move(copy));
}

void Value::assign_shared(Value&& other) noexcept {
  if (this == &other) {
    return;
  }
  if (is_shared()) {
    release();
  }
  head_ = other.head_;
  if (is_shared()) {
    take(other);
  } else {
    copy_plain(other);
  }
}

/// Gives up the share; the value is undefined then.
void Value::release() noexcept {
  shared_.~shared_ptr();
  head_ = Head();
  absence_ = Absence();
}

Value Value::text(std::string text, Safety safety) {
  return {Kind::text, Form::text, std::make_shared<const std::string>(std::move(text)), safety};
}

Value Value::list(List items) {
  return {Kind::list, Form::list, std::make_shared<const List>(std::move(items))};
}

Value Value::tuple(List items, std::span<const std::string_view> names) {
  return {Kind::list, Form::tuple, std::make_shared<const Tuple>(Tuple{std::move(items), names})};
}

Value Value::map(Map members) {
  return {Kind::map, Form::map, std::make_shared<const Map>(std::move(members))};
}

Value Value::view(const List& items) {
  Value result(Kind::list, Form::list_view);
  result.list_ = &items;
  return result;
}

Value Value::view(const Map& members) {
  Value result(Kind::map, Form::map_view);
  result.map_ = &members;
  return result;
}

Value Value::object(std::shared_ptr<Object> object) {
  return {Kind::object, Form::object, std::shared_ptr<const void>(std::move(object))};
}

std::shared_ptr<Object> Value::share_object() const {
  return head_.kind == Kind::object ? std::shared_ptr<Object>(shared_, as_object()) : nullptr;
}

double Value::as_real(double fallback) const {
  if (head_.kind == Kind::integer) {
    return static_cast<double>(integer_);
  }
  return head_.kind == Kind::real ? real_ : fallback;
}

const List* Value::plain_list() const {
  switch (head_.form) {
    case Form::list_view:
      return list_;
    case Form::list:
      return static_cast<const List*>(shared_.get());
    case Form::tuple:
      return &static_cast<const Tuple*>(shared_.get())->items;
    default:
      return nullptr;
  }
}

const Map* Value::plain_map() const {
  if (head_.form == Form::map_view) {
    return map_;
  }
  return head_.form == Form::map ? static_cast<const Map*>(shared_.get()) : nullptr;
}

std::size_t Value::size() const {
  if (head_.form == Form::sequence) {
    return sequence_.type->size(sequence_.container);
  }
  if (head_.form == Form::record) {
    return record_.type->fields.size();
  }
  if (const List* items = plain_list()) {
    return items->size();
  }
  const Map* members = plain_map();
  return members == nullptr ? 0 : members->members().size();
}

Value Value::at(std::size_t index) const {
  if (head_.form == Form::sequence) {
    return index < sequence_.type->size(sequence_.container)
               ? sequence_.type->at(sequence_.container, sequence_.context, index)
               : Value();
  }
  const List* items = plain_list();
  return items != nullptr && index < items->size() ? (*items)[index] : Value();
}

Value Value::member(std::string_view name) const {
  if (head_.form == Form::record) {
    const RecordField* field = record_.type->find(name);
    return field == nullptr ? Value() : field->read(record_.address, record_.context);
  }
  if (head_.form == Form::tuple) {
    const auto& tuple = *static_cast<const Tuple*>(shared_.get());
    const auto found = std::ranges::find(tuple.names, name);
    return found == tuple.names.end() ? Value()
                                      : at(static_cast<std::size_t>(found - tuple.names.begin()));
  }
  const Map* members = plain_map();
  const Value* found = members == nullptr ? nullptr : members->find(name);
  return found == nullptr ? Value() : *found;
}

std::string_view Value::member_name(std::size_t index) const {
  if (head_.form == Form::record) {
    return record_.type->fields[index].name;
  }
  const Map* members = plain_map();
  return members == nullptr ? std::string_view() : members->members()[index].first;
}

Value Value::member_value(std::size_t index) const {
  if (head_.form == Form::record) {
    return record_.type->fields[index].read(record_.address, record_.context);
  }
  const Map* members = plain_map();
  return members == nullptr ? Value() : members->members()[index].second;
}

namespace {

/// Up to this many members, comparing names one by one beats hashing.
constexpr std::size_t kUnindexedMembers = 8;
constexpr std::size_t kNotFound = static_cast<std::size_t>(-1);

}  // namespace

std::size_t Map::position_of(std::string_view name) const {
  if (index_.empty()) {
    const auto found = std::ranges::find(members_, name, &Member::first);
    return found == members_.end() ? kNotFound : static_cast<std::size_t>(found - members_.begin());
  }
  const std::size_t mask = index_.size() - 1;
  for (std::size_t i = std::hash<std::string_view>()(name) & mask; index_[i] != 0;
       i = (i + 1) & mask) {
    if (members_[index_[i] - 1].first == name) {
      return index_[i] - 1;
    }
  }
  return kNotFound;
}

void Map::rebuild_index() {
  const std::size_t size = std::bit_ceil(members_.size() * 4);
  index_.assign(size, 0);
  for (std::size_t member = 0; member < members_.size(); ++member) {
    std::size_t i = std::hash<std::string_view>()(members_[member].first) & (size - 1);
    while (index_[i] != 0) {
      i = (i + 1) & (size - 1);
    }
    index_[i] = static_cast<std::uint32_t>(member + 1);
  }
}

void Map::set(std::string name, Value value) {
  const std::size_t position = position_of(name);
  if (position != kNotFound) {
    members_[position].second = std::move(value);
    return;
  }
  members_.emplace_back(std::move(name), std::move(value));
  if (members_.size() <= kUnindexedMembers) {
    return;
  }
  if (members_.size() * 2 > index_.size()) {
    rebuild_index();
    return;
  }
  const std::size_t mask = index_.size() - 1;
  std::size_t i = std::hash<std::string_view>()(members_.back().first) & mask;
  while (index_[i] != 0) {
    i = (i + 1) & mask;
  }
  index_[i] = static_cast<std::uint32_t>(members_.size());
}

const Value* Map::find(std::string_view name) const {
  const std::size_t position = position_of(name);
  return position == kNotFound ? nullptr : &members_[position].second;
}

Value view_or_none(std::string_view text) {
  return text.empty() ? Value::none() : Value::view(text);
}

}  // namespace values
