import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";

const kOutputSize = 64 << 20;

function checker() {
  const require = createRequire(import.meta.url);
  return join(dirname(require.resolve("vnu-jar")), "build/dist/vnu.jar");
}

/** Every page of the site in `folder`, as the W3C's checker of HTML and SVG reads it. */
export function try_html(report, folder) {
  const arguments_ = ["-jar", checker(), "--errors-only", "--skip-non-html", "--format", "json", folder];
  const { stderr, status, error } = spawnSync("java", arguments_, { encoding: "utf8", maxBuffer: kOutputSize });
  if (error || (status !== 0 && !stderr.startsWith("{"))) {
    report.fail("the HTML checker", error?.message ?? stderr.slice(0, 400));
    return;
  }
  const messages = stderr ? JSON.parse(stderr).messages : [];
  for (const { url, lastLine, message } of messages) {
    report.fail(relative(folder, new URL(url).pathname), `line ${lastLine}: ${message}`);
  }
  if (messages.length === 0) {
    report.pass();
  }
  report.note(`${folder}: valid HTML, or said above`);
}
