#include "values/value.hpp"

#include <algorithm>
#include <bit>
#include <functional>

namespace values {

const RecordField* RecordType::find(std::string_view field) const {
  const auto found = std::ranges::find(fields, field, &RecordField::name);
  return found == fields.end() ? nullptr : &*found;
}

Value Value::view(std::string_view text, Safety safety) {
  return Value(Data(TextView{text.data(), static_cast<std::uint32_t>(text.size()), safety}));
}

Value Value::text(std::string text, Safety safety) {
  return Value(Data(std::make_shared<const OwnedText>(OwnedText{std::move(text), safety})));
}

Value Value::list(List items) {
  return Value(Data(std::make_shared<const List>(std::move(items))));
}

Value Value::tuple(List items) {
  return Value(Data(std::make_shared<const Tuple>(Tuple{std::move(items)})));
}

Value Value::map(Map members) {
  return Value(Data(std::make_shared<const Map>(std::move(members))));
}

Value Value::view(const List& items) {
  return Value(Data(&items));
}

Value Value::view(const Map& members) {
  return Value(Data(&members));
}

Value Value::record(const RecordType& type, const void* record, const void* context) {
  return Value(Data(RecordView{&type, record, context}));
}

Value Value::sequence(const SequenceType& type, const void* container, const void* context) {
  return Value(Data(SequenceView{&type, container, context}));
}

Value Value::object(std::shared_ptr<Object> object) {
  return Value(Data(std::move(object)));
}

Kind Value::kind() const {
  // In the order of Data's alternatives.
  static constexpr Kind kKinds[] = {Kind::undefined, Kind::none, Kind::boolean, Kind::integer,
                                    Kind::real,      Kind::text, Kind::text,    Kind::list,
                                    Kind::list,      Kind::map,  Kind::list,    Kind::map,
                                    Kind::map,       Kind::list, Kind::object};
  static_assert(std::size(kKinds) == std::variant_size_v<Data>);
  return kKinds[data_.index()];
}

bool Value::is_tuple() const {
  return std::holds_alternative<std::shared_ptr<const Tuple>>(data_);
}

bool Value::as_boolean(bool fallback) const {
  const bool* value = std::get_if<bool>(&data_);
  return value == nullptr ? fallback : *value;
}

std::int64_t Value::as_integer(std::int64_t fallback) const {
  const std::int64_t* value = std::get_if<std::int64_t>(&data_);
  return value == nullptr ? fallback : *value;
}

double Value::as_real(double fallback) const {
  if (const double* value = std::get_if<double>(&data_)) {
    return *value;
  }
  const std::int64_t* integer = std::get_if<std::int64_t>(&data_);
  return integer == nullptr ? fallback : static_cast<double>(*integer);
}

std::string_view Value::as_text() const {
  if (const TextView* view = std::get_if<TextView>(&data_)) {
    return {view->data, view->size};
  }
  const auto* owned = std::get_if<std::shared_ptr<const OwnedText>>(&data_);
  return owned == nullptr ? std::string_view() : std::string_view((*owned)->text);
}

bool Value::is_trusted() const {
  if (const TextView* view = std::get_if<TextView>(&data_)) {
    return view->safety == Safety::trusted;
  }
  const auto* owned = std::get_if<std::shared_ptr<const OwnedText>>(&data_);
  return owned != nullptr && (*owned)->safety == Safety::trusted;
}

const List* Value::plain_list() const {
  if (const auto* view = std::get_if<const List*>(&data_)) {
    return *view;
  }
  if (const auto* owned = std::get_if<std::shared_ptr<const List>>(&data_)) {
    return owned->get();
  }
  const auto* tuple = std::get_if<std::shared_ptr<const Tuple>>(&data_);
  return tuple == nullptr ? nullptr : &(*tuple)->items;
}

const Map* Value::plain_map() const {
  if (const auto* view = std::get_if<const Map*>(&data_)) {
    return *view;
  }
  const auto* owned = std::get_if<std::shared_ptr<const Map>>(&data_);
  return owned == nullptr ? nullptr : owned->get();
}

std::size_t Value::size() const {
  if (const SequenceView* sequence = std::get_if<SequenceView>(&data_)) {
    return sequence->type->size(sequence->container);
  }
  if (const RecordView* record = std::get_if<RecordView>(&data_)) {
    return record->type->fields.size();
  }
  if (const List* items = plain_list()) {
    return items->size();
  }
  const Map* members = plain_map();
  return members == nullptr ? 0 : members->members().size();
}

Value Value::at(std::size_t index) const {
  if (const SequenceView* sequence = std::get_if<SequenceView>(&data_)) {
    return index < sequence->type->size(sequence->container)
               ? sequence->type->at(sequence->container, sequence->context, index)
               : Value();
  }
  const List* items = plain_list();
  return items != nullptr && index < items->size() ? (*items)[index] : Value();
}

Value Value::member(std::string_view name) const {
  if (const RecordView* record = std::get_if<RecordView>(&data_)) {
    const RecordField* field = record->type->find(name);
    return field == nullptr ? Value() : field->read(record->record, record->context);
  }
  const Map* members = plain_map();
  const Value* found = members == nullptr ? nullptr : members->find(name);
  return found == nullptr ? Value() : *found;
}

std::string_view Value::member_name(std::size_t index) const {
  if (const RecordView* record = std::get_if<RecordView>(&data_)) {
    return record->type->fields[index].name;
  }
  const Map* members = plain_map();
  return members == nullptr ? std::string_view() : members->members()[index].first;
}

Value Value::member_value(std::size_t index) const {
  if (const RecordView* record = std::get_if<RecordView>(&data_)) {
    return record->type->fields[index].read(record->record, record->context);
  }
  const Map* members = plain_map();
  return members == nullptr ? Value() : members->members()[index].second;
}

const RecordType* Value::record_type() const {
  const RecordView* record = std::get_if<RecordView>(&data_);
  return record == nullptr ? nullptr : record->type;
}

Value Value::read_field(const RecordField& field) const {
  const RecordView* record = std::get_if<RecordView>(&data_);
  return record == nullptr ? Value() : field.read(record->record, record->context);
}

const void* Value::record_address() const {
  const RecordView* record = std::get_if<RecordView>(&data_);
  return record == nullptr ? nullptr : record->record;
}

const std::shared_ptr<Object>* Value::object_pointer() const {
  return std::get_if<std::shared_ptr<Object>>(&data_);
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
