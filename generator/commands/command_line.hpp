#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

// The command line as values: argv in, one of these structs out.
namespace commands {

struct BuildCommand {
  std::string source = ".";
  std::string output;  ///< empty: SOURCE/public
  std::optional<std::string> base_url;
  unsigned jobs = 0;
  bool strict = false;
  bool clean = false;
  bool quiet = false;
  bool json = false;
};

struct ServeCommand {
  std::string source = ".";
  std::string host = "127.0.0.1";
  int port = 8080;
  bool open = false;
};

struct CheckCommand {
  std::string source = ".";
  bool strict = false;
  bool json = false;
};

struct ExtractCommand {
  std::vector<std::string> paths;
  std::string source = ".";  ///< the site whose formats and dates count
  std::string formats;       ///< a folder of formats instead; empty: SOURCE/formats
  std::string format = "jsonl";
  bool strict = false;
};

struct ExplainCommand {
  std::string path;
  std::string source = ".";
  std::string formats;
  bool json = false;
};

struct RoutesCommand {
  std::string source = ".";
};

struct WhichCommand {
  std::string source = ".";
  std::string template_name;
};

struct RenderCommand {
  std::string template_path;
  std::string templates = ".";
  std::string data;  ///< a JSON file; empty: none
  bool autoescape = true;
  bool trim_blocks = false;
  bool lstrip_blocks = false;
  bool keep_trailing_newline = false;
  std::string undefined = "lenient";
};

/// The command line asked for text only (`--help`, `--version`), or was wrong.
struct Usage {
  std::string text;
  int exit_status = 0;
};

using Command = std::variant<BuildCommand, ServeCommand, CheckCommand, ExtractCommand,
                             ExplainCommand, RoutesCommand, WhichCommand, RenderCommand, Usage>;

[[nodiscard]] Command parse_command_line(int argc, const char* const* argv);

}  // namespace commands
