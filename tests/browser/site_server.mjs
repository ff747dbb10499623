import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";

const kTypes = {
  ".css": "text/css",
  ".html": "text/html",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".xml": "application/xml",
};

/** Serves a site's folder below `base` as any static file server does it. */
export async function serve_site(folder, base = "") {
  const server = createServer((request, response) => {
    const path = decodeURI(new URL(request.url, "http://localhost").pathname);
    const file = path.slice(base.length) + (path.endsWith("/") ? "index.html" : "");
    try {
      if (!path.startsWith(`${base}/`)) throw new Error("outside of the site");
      const bytes = readFileSync(join(folder, file));
      response.setHeader("content-type", kTypes[extname(file)] ?? "application/octet-stream");
      response.end(bytes);
    } catch {
      response.statusCode = 404;
      response.end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { origin: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}
