#include "render/installed_fonts.hpp"

#include "text/unicode.hpp"

#include <algorithm>
#include <fontconfig/fontconfig.h>
#include <string_view>
#include <vector>

namespace render {

namespace {

struct Free {
  void operator()(FcPattern* pattern) const { FcPatternDestroy(pattern); }

  void operator()(FcObjectSet* objects) const { FcObjectSetDestroy(objects); }

  void operator()(FcFontSet* fonts) const { FcFontSetDestroy(fonts); }

  void operator()(FcCharSet* characters) const { FcCharSetDestroy(characters); }
};

template <typename Thing>
using Owned = std::unique_ptr<Thing, Free>;

Owned<FcFontSet> all_fonts() {
  const Owned<FcPattern> any(FcPatternCreate());
  // Fonts of bitmaps are not drawn with.
  FcPatternAddBool(any.get(), FC_SCALABLE, FcTrue);
  const Owned<FcObjectSet> wanted(
      FcObjectSetBuild(FC_FULLNAME, FC_FONTVERSION, FC_CHARSET, nullptr));
  return Owned<FcFontSet>(FcFontList(nullptr, any.get(), wanted.get()));
}

/// `Noto Serif CJK SC 131072`
std::string name_and_version(FcPattern* font) {
  FcChar8* name = nullptr;
  int version = 0;
  FcPatternGetString(font, FC_FULLNAME, 0, &name);
  FcPatternGetInteger(font, FC_FONTVERSION, 0, &version);
  std::string both = name == nullptr ? std::string() : reinterpret_cast<const char*>(name);
  return both + " " + std::to_string(version);
}

/// Selects how the character before it looks; fonts need not have one of its own.
bool is_variation_selector(char32_t value) {
  return (value >= 0xFE00 && value <= 0xFE0F) || (value >= 0xE0100 && value <= 0xE01EF);
}

}  // namespace

struct InstalledFonts::Characters {
  Owned<FcCharSet> all{FcCharSetCreate()};
};

InstalledFonts::InstalledFonts() {
  auto characters = std::make_unique<Characters>();
  std::vector<std::string> names;
  if (const Owned<FcFontSet> fonts = all_fonts()) {
    for (int i = 0; i < fonts->nfont; ++i) {
      FcPattern* const font = fonts->fonts[i];
      FcCharSet* own = nullptr;
      if (FcPatternGetCharSet(font, FC_CHARSET, 0, &own) == FcResultMatch) {
        FcCharSetMerge(characters->all.get(), own, nullptr);
      }
      names.push_back(name_and_version(font));
    }
  }
  characters_ = std::move(characters);
  std::ranges::sort(names);
  for (const std::string& name : names) {
    version_ += name + "\n";
  }
}

InstalledFonts::~InstalledFonts() = default;

bool InstalledFonts::can_show(char32_t value) const {
  return value == U' ' || !text::is_visible(value) || is_variation_selector(value) ||
         FcCharSetHasChar(characters_->all.get(), value) == FcTrue;
}

const InstalledFonts& installed_fonts() {
  static const InstalledFonts kFonts;
  return kFonts;
}

}  // namespace render
