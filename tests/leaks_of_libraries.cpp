// What the leak checker of the asan preset must not report, because it is not ours: fontconfig
// loses some bytes whenever it reads its configuration, and Pango keeps what it knows of fonts
// until after the end of its thread. A program of three calls to fontconfig is reported just so.
extern "C" const char* __lsan_default_suppressions();

extern "C" const char* __lsan_default_suppressions() {
  return "leak:libfontconfig\nleak:libpango\n";
}
