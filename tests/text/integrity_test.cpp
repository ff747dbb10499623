#include "text/integrity.hpp"

#include <gtest/gtest.h>

namespace {

TEST(SubresourceIntegrity, GivesTheHashOfTheSpecificationsExample) {
  EXPECT_EQ(text::subresource_integrity("alert('Hello, world.');"),
            "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO");
}

}  // namespace
