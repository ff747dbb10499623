#pragma once

namespace commands {

/// What the program tells its caller.
inline constexpr int kClean = 0;
inline constexpr int kContentErrors = 1;  ///< in content or templates; with --strict also warnings
inline constexpr int kUsage = 2;          ///< a wrong command line, or a wrong site.yaml
inline constexpr int kOurBug = 70;        ///< EX_SOFTWARE of sysexits.h

}  // namespace commands
