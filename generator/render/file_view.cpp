#include "render/view_fields.hpp"
#include "render/views.hpp"
#include "site/file_names.hpp"

#include <array>
#include <utility>

namespace render {

namespace {

using values::RecordField;
using values::Value;

constexpr auto kFileFields = std::to_array<RecordField>({
    {"name", nullptr, kText},
    {"type", nullptr, kText},
    {"path", nullptr, kText},
});

}  // namespace

const values::RecordType kFileType = {.name = "file", .fields = kFileFields};

Value files_value(std::span<const site::Route> files) {
  values::List items;
  for (const site::Route& file : files) {
    const site::FileName& name = site::file_name(file.format);
    values::Map map;
    map.set("name", Value::view(name.shown));
    map.set("type", Value::view(name.media_type.substr(0, name.media_type.find(';'))));
    map.set("path", Value::view(file.href));
    items.push_back(Value::map(std::move(map)));
  }
  return Value::list(std::move(items));
}

}  // namespace render
