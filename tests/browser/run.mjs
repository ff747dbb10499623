// What script/test-browser runs:
//
//   node run.mjs PAYLOAD_PAGES SITES [--every N] [--screenshots FOLDER]
//
// PAYLOAD_PAGES is what sitegen_payload_pages wrote. SITES holds what `sitegen build` made of this project's site:
// default/ and ledger/, its themes, and below/ for https://example.org/deep/papers. With --every N each
// context meets one payload in N, another one in each context, so that all payloads and contexts are met.
import { join } from "node:path";
import { parseArgs } from "node:util";

import { try_payloads } from "./payloads.mjs";
import { Report } from "./report.mjs";
import { try_search } from "./search_page.mjs";
import { try_export } from "./site_export.mjs";
import { try_site } from "./site_pages.mjs";
import { try_html } from "./valid_html.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { every: { type: "string", default: "12" }, screenshots: { type: "string" } },
});

const report = new Report();
const sites = positionals[1];
for (const theme of ["default", "ledger"]) {
  const site = join(sites, theme);
  try_html(report, site);
  await try_site(report, site, values.screenshots && join(values.screenshots, theme));
  await try_search(report, site);
  await try_export(report, site);
}
await try_search(report, join(sites, "below"), "/deep/papers");
await try_payloads(report, positionals[0], Number(values.every));
report.print();
process.exitCode = report.failed === 0 ? 0 : 1;
