#pragma once

#include <memory>
#include <string>

namespace render {

/// The outline fonts of this machine, as fontconfig finds them: what a picture's text can be drawn
/// with. Immutable; may be asked from any thread.
class InstalledFonts {
 public:
  InstalledFonts();
  InstalledFonts(const InstalledFonts&) = delete;
  InstalledFonts& operator=(const InstalledFonts&) = delete;
  InstalledFonts(InstalledFonts&&) = delete;
  InstalledFonts& operator=(InstalledFonts&&) = delete;
  ~InstalledFonts();

  /// Whether any font has `value`, or nothing of it is seen.
  [[nodiscard]] bool can_show(char32_t value) const;

  /// Changes with the fonts: their names and versions, in one order.
  [[nodiscard]] const std::string& version() const { return version_; }

 private:
  struct Characters;
  std::unique_ptr<const Characters> characters_;
  std::string version_;
};

/// The same for the whole run, made when first asked for (some milliseconds).
[[nodiscard]] const InstalledFonts& installed_fonts();

}  // namespace render
