#pragma once

#include "values/value.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace jinja {

/// The names in force while a template is rendered: those it set itself, then the page's, then the
/// site's. Names are views into template sources.
class Scope {
 public:
  Scope(const values::Map& globals, const values::Map* context)
      : globals_(globals), context_(context) {}

  /// The value of `name`, or null.
  [[nodiscard]] const values::Value* find(std::string_view name) const {
    for (std::size_t i = names_.size(); i-- > floor_;) {
      if (names_[i].name == name) {
        return &names_[i].value;
      }
    }
    const values::Value* found = context_ == nullptr ? nullptr : context_->find(name);
    return found == nullptr ? globals_.find(name) : found;
  }

  /// Sets `name` in the innermost frame.
  void set(std::string_view name, values::Value value) {
    for (std::size_t i = names_.size(); i-- > frame_;) {
      if (names_[i].name == name) {
        names_[i].value = std::move(value);
        return;
      }
    }
    names_.push_back({name, std::move(value)});
  }

  /// Where a frame began, to go back to.
  struct Mark {
    std::size_t size;
    std::size_t frame;
    std::size_t floor;
    const values::Map* context;
  };

  /// Begins a frame that sees the names outside it.
  Mark open() {
    const Mark mark = here();
    frame_ = names_.size();
    return mark;
  }

  /// Begins a frame that sees neither the caller's names nor the page's: that of a macro.
  Mark open_closed() {
    const Mark mark = open();
    floor_ = names_.size();
    context_ = nullptr;
    return mark;
  }

  void close(const Mark& mark) {
    names_.resize(mark.size);
    frame_ = mark.frame;
    floor_ = mark.floor;
    context_ = mark.context;
  }

  /// Every name that can be seen, for suggestions.
  [[nodiscard]] std::vector<std::string_view> names() const {
    std::vector<std::string_view> all;
    for (std::size_t i = floor_; i < names_.size(); ++i) {
      all.push_back(names_[i].name);
    }
    for (const values::Map* map : {context_, &globals_}) {
      if (map != nullptr) {
        for (const values::Map::Member& member : map->members()) {
          all.push_back(member.first);
        }
      }
    }
    return all;
  }

  struct Name {
    std::string_view name;
    values::Value value;
  };

  /// The names of the innermost frame: what a module exports.
  [[nodiscard]] std::vector<Name> frame_names() const {
    return {names_.begin() + static_cast<std::ptrdiff_t>(frame_), names_.end()};
  }

 private:
  [[nodiscard]] Mark here() const { return {names_.size(), frame_, floor_, context_}; }

  const values::Map& globals_;
  const values::Map* context_;
  std::vector<Name> names_;
  std::size_t frame_ = 0;
  std::size_t floor_ = 0;
};

}  // namespace jinja
