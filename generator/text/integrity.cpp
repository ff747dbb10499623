#include "text/integrity.hpp"

#include <array>
#include <openssl/evp.h>
#include <openssl/sha.h>

namespace text {

std::string subresource_integrity(std::string_view bytes) {
  std::array<unsigned char, SHA384_DIGEST_LENGTH> hash{};
  SHA384(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), hash.data());
  // Base64 makes four characters of three bytes, and EVP_EncodeBlock ends them with a NUL.
  std::array<unsigned char, SHA384_DIGEST_LENGTH / 3 * 4 + 1> encoded{};
  const int size = EVP_EncodeBlock(encoded.data(), hash.data(), SHA384_DIGEST_LENGTH);
  return "sha384-" + std::string(encoded.begin(), encoded.begin() + size);
}

}  // namespace text
