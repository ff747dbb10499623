#pragma once

#include "diagnostics/expected.hpp"
#include "render/draw_svg.hpp"
#include "site/site.hpp"

#include <string>

// The pictures that other sites show beside a link to a day.
namespace render {

/// What chat programs and social networks show without cutting: 1.91 to 1, and twice the 600 pixels
/// that they need at least for a large picture.
inline constexpr PixelSize kCardSize = {.width = 1200, .height = 630};

/// What the card at `route` is drawn from: `card.svg`, which sees what the page of the day sees.
/// Fails with the template's error.
[[nodiscard]] diagnostics::Expected<std::string> card_svg(const site::Site& site,
                                                          const site::Route& route);

/// The card at `route` as a PNG. Fails with the template's error, or with "render/bad-card" if what
/// the template wrote is no SVG.
[[nodiscard]] diagnostics::Expected<std::string> card_png(const site::Site& site,
                                                          const site::Route& route);

/// What is wrong with the card at `route`, as card_png() would say it, without drawing it.
[[nodiscard]] diagnostics::Expected<void> check_card(const site::Site& site,
                                                     const site::Route& route);

/// What the bytes of the card at `route` depend on. Equal for two builds on one machine: equal
/// bytes, so the card need not be drawn again, which takes a hundred times as long as this.
[[nodiscard]] diagnostics::Expected<std::string> card_recipe(const site::Site& site,
                                                             const site::Route& route);

}  // namespace render
