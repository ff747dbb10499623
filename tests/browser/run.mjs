// What script/test-browser runs:
//
//   node run.mjs PAYLOAD_PAGES SITE SITE_BELOW_A_PATH [--every N] [--screenshots FOLDER]
//
// PAYLOAD_PAGES is what sitegen_payload_pages wrote, SITE what `sitegen build` did, SITE_BELOW_A_PATH the same for
// https://example.org/deep/papers. With --every N each
// context meets one payload in N, another one in each context, so that all payloads and contexts are met.
import { parseArgs } from "node:util";

import { try_payloads } from "./payloads.mjs";
import { Report } from "./report.mjs";
import { try_search } from "./search_page.mjs";
import { try_site } from "./site_pages.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { every: { type: "string", default: "12" }, screenshots: { type: "string" } },
});

const report = new Report();
await try_site(report, positionals[1], values.screenshots);
await try_search(report, positionals[1]);
await try_search(report, positionals[2], "/deep/papers");
await try_payloads(report, positionals[0], Number(values.every));
report.print();
process.exitCode = report.failed === 0 ? 0 : 1;
