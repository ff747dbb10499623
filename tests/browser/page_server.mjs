import { readFile } from "node:fs/promises";
import { createServer } from "node:http";

const kHarness = new URL("harness.js", import.meta.url);

/** The last page of each series asks another host and has a frame of its own: when both are heard of, so is
 * all that the pages before it did. */
export const kBell =
  "<!doctype html><title>bell</title><script>fetch('//bell.example/').catch(() => {})</script>" +
  "<iframe src='data:text/html,<script>bell()</script>'></iframe>";

/**
 * Serves the tested pages at /page/ID as a static file server would: the browser decodes the bytes and
 * finds the encoding itself. `page_of(id)` gives `{ bytes, context }`.
 */
export async function start_page_server(page_of) {
  const harness = await readFile(kHarness);
  const answers = {
    "/": ["text/html", "<!doctype html><title>payloads</title><body><script src=/harness.js></script>"],
    "/harness.js": ["text/javascript", harness],
    "/blank": ["text/html", "<!doctype html><title>one payload</title>"],
    "/bell": ["text/html", kBell],
  };
  const server = createServer((request, response) => {
    const id = request.url.match(/^\/page\/(\d+)$/)?.[1];
    if (id !== undefined) {
      const { bytes, context } = page_of(Number(id));
      response.setHeader("content-type", context.xml ? "application/xml" : "text/html");
      response.end(bytes);
      return;
    }
    const [type, body] = answers[request.url] ?? ["text/plain", ""];
    response.statusCode = request.url in answers ? 200 : 404;
    response.setHeader("content-type", type);
    response.end(body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { origin: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}
