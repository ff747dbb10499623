#include "render/view_fields.hpp"
#include "render/views.hpp"

#include <array>

/// The fields of what is made for a page as a map. They are read from the map itself, so the types
/// have no functions to read them.
namespace render {

namespace {

using values::RecordField;

constexpr values::Shape kMarkupOrNone{.kind = values::Kind::text, .optional = true};

constexpr auto kPageFields = std::to_array<RecordField>({
    {"kind", nullptr, kText},
    {"title", nullptr, kText},
    {"description", nullptr, kTextOrNone},
    {"path", nullptr, kText},
    {"permalink", nullptr, kText},
    {"breadcrumbs", nullptr, list_of(kBreadcrumbType)},
    {"content", nullptr, kMarkupOrNone},
    {"updated", nullptr, kTextOrNone},
    {"feeds", nullptr, list_of(kFileType)},
    {"citations", nullptr, list_of(kFileType)},
    {"card", nullptr, maybe(kCardType)},
    {"structured_data", nullptr, kMapOrNone},
    {"translations", nullptr, list_of(kTranslationType)},
});

constexpr auto kTranslationFields = std::to_array<RecordField>({
    {"language", nullptr, kText},
    {"name", nullptr, kText},
    {"path", nullptr, kText},
    {"permalink", nullptr, kText},
    {"current", nullptr, kBoolean},
});

constexpr auto kCardFields = std::to_array<RecordField>({
    {"title", nullptr, kText},
    {"path", nullptr, kText},
    {"permalink", nullptr, kText},
    {"width", nullptr, kInteger},
    {"height", nullptr, kInteger},
});

constexpr auto kBreadcrumbFields = std::to_array<RecordField>({
    {"title", nullptr, kText},
    {"path", nullptr, kTextOrNone},
});

constexpr auto kPaginatorFields = std::to_array<RecordField>({
    {"number", nullptr, kInteger},
    {"count", nullptr, kInteger},
    {"item_count", nullptr, kInteger},
    {"previous", nullptr, kTextOrNone},
    {"next", nullptr, kTextOrNone},
    {"pages", nullptr, list_of(kPaginatorPageType)},
});

constexpr auto kPaginatorPageFields = std::to_array<RecordField>({
    {"number", nullptr, kInteger},
    {"path", nullptr, kText},
    {"first", nullptr, kTextOrNone},
    {"last", nullptr, kTextOrNone},
    {"current", nullptr, kBoolean},
});

constexpr auto kCountedPaperFields = std::to_array<RecordField>({
    {"paper", nullptr, one(kPaperType)},
    {"count", nullptr, kInteger},
});

constexpr auto kCountedTermFields = std::to_array<RecordField>({
    {"term", nullptr, one(kTermType)},
    {"count", nullptr, kInteger},
});

constexpr auto kTopicFields = std::to_array<RecordField>({
    {"text", nullptr, kText},
    {"paper", nullptr, maybe(kPaperType)},
});

constexpr auto kLegendEntryFields = std::to_array<RecordField>({
    {"code", nullptr, kText},
    {"name", nullptr, kText},
});

constexpr auto kMonthCountFields = std::to_array<RecordField>({
    {"date", nullptr, kText},
    {"count", nullptr, kInteger},
    {"share", nullptr, kInteger},
    {"path", nullptr, kTextOrNone},
});

constexpr auto kYearCountFields = std::to_array<RecordField>({
    {"year", nullptr, kInteger},
    {"count", nullptr, kInteger},
    {"path", nullptr, kTextOrNone},
});

}  // namespace

const values::RecordType kPageType = {.name = "page", .fields = kPageFields};
const values::RecordType kTranslationType = {.name = "translation", .fields = kTranslationFields};
const values::RecordType kCardType = {.name = "card", .fields = kCardFields};
const values::RecordType kBreadcrumbType = {.name = "breadcrumb", .fields = kBreadcrumbFields};
const values::RecordType kPaginatorType = {.name = "paginator", .fields = kPaginatorFields};
const values::RecordType kPaginatorPageType = {.name = "page of a paginator",
                                               .fields = kPaginatorPageFields};
const values::RecordType kCountedTermType = {.name = "counted term", .fields = kCountedTermFields};
const values::RecordType kCountedPaperType = {.name = "counted paper",
                                              .fields = kCountedPaperFields};
const values::RecordType kTopicType = {.name = "topic", .fields = kTopicFields};
const values::RecordType kLegendEntryType = {.name = "legend entry", .fields = kLegendEntryFields};
const values::RecordType kMonthCountType = {.name = "count of a month",
                                            .fields = kMonthCountFields};
const values::RecordType kYearCountType = {.name = "count of a year", .fields = kYearCountFields};

}  // namespace render
