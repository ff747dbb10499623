#include "render/qr_code.hpp"

#include <gtest/gtest.h>

#include <string>

namespace {

TEST(QrCode, IsOnePathWithAQuietZone) {
  const std::string svg = render::qr_code_svg("https://example.org/papers/2302.02801/");

  // Version 3 holds up to 53 bytes in 29 modules a side; four modules of quiet zone on each.
  EXPECT_TRUE(svg.starts_with("<svg class=\"qr-code\" viewBox=\"0 0 37 37\""));
  // The finder pattern in the upper left corner: seven dark modules, then one light one.
  EXPECT_NE(svg.find("d=\"M4 4h7v1h-7z"), std::string::npos);
  EXPECT_EQ(svg, render::qr_code_svg("https://example.org/papers/2302.02801/"));
}

TEST(QrCode, IsEmptyForWhatItCannotHold) {
  EXPECT_FALSE(render::qr_code_svg(std::string(2953, 'a')).empty());
  EXPECT_TRUE(render::qr_code_svg(std::string(2954, 'a')).empty());
}

}  // namespace
