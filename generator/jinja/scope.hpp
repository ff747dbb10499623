#pragma once

#include "values/value.hpp"

#include <algorithm>
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
    for (std::size_t i = sees_top_ ? std::min(top_end_, floor_) : 0; i-- > 0;) {
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
    std::size_t top_end;
    bool sees_top;
    const values::Map* context;
  };

  /// Begins a frame that sees the names outside it.
  Mark open() {
    const Mark mark = here();
    top_end_ = frame_ == 0 ? names_.size() : top_end_;
    frame_ = names_.size();
    return mark;
  }

  /// Begins a frame that sees neither the caller's names nor the page's: that of an imported
  /// template and its macros.
  Mark open_closed() {
    const Mark mark = open();
    floor_ = names_.size();
    sees_top_ = false;
    context_ = nullptr;
    return mark;
  }

  /// Begins a frame that sees the page's names and those set outside any tag, but not the
  /// caller's: that of a macro of the page's own template.
  Mark open_macro() {
    const Mark mark = open();
    floor_ = names_.size();
    sees_top_ = true;
    return mark;
  }

  void close(const Mark& mark) {
    names_.resize(mark.size);
    frame_ = mark.frame;
    floor_ = mark.floor;
    top_end_ = mark.top_end;
    sees_top_ = mark.sees_top;
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
  [[nodiscard]] Mark here() const {
    return {names_.size(), frame_, floor_, top_end_, sees_top_, context_};
  }

  const values::Map& globals_;
  const values::Map* context_;
  std::vector<Name> names_;
  std::size_t frame_ = 0;
  std::size_t floor_ = 0;    ///< names before it are hidden
  std::size_t top_end_ = 0;  ///< where the names of the outermost frame end
  bool sees_top_ = false;    ///< those are seen all the same
};

}  // namespace jinja
