import axe from "axe-core";
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { launch_browser } from "./browser_pages.mjs";
import { serve_site } from "./site_server.mjs";

const kWidths = [360, 1280];
const kPictureHeight = 2400;
const kSchemes = ["light", "dark"];

/** The longest and the shortest page of each kind: { kind, path }. */
function chosen_pages(folder) {
  const kinds = new Map();
  for (const path of readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".html"))) {
    const bytes = readFileSync(join(folder, path), "utf8");
    const kind = bytes.match(/<body class="kind-(\w+)"/)?.[1] ?? "unknown";
    kinds.set(kind, [...(kinds.get(kind) ?? []), { kind, path, size: bytes.length }]);
  }
  return [...kinds.values()].flatMap((pages) => {
    pages.sort((a, b) => b.size - a.size || a.path.localeCompare(b.path));
    return pages.length === 1 ? pages : [pages[0], pages.at(-1)];
  });
}

/** What is wrong on the page that is open. */
async function problems_of(page) {
  await page.evaluate(axe.source);
  const { wider, findings } = await page.evaluate(async () => ({
    wider: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    // Every rule, and WCAG 2.2's size of targets, which is off otherwise.
    findings: (await window.axe.run({ rules: { "target-size": { enabled: true } } })).violations,
  }));
  return [
    ...(wider > 0 ? [`is ${wider} px too wide`] : []),
    ...findings.map(({ id, nodes }) => `axe ${id} (${nodes.length}): ${nodes[0].html.slice(0, 160)}`),
  ];
}

/** The upper part of the page that is open. */
async function take_picture(page, path) {
  const { width, height } = await page.evaluate(() => document.documentElement.getBoundingClientRect());
  const clip = { x: 0, y: 0, width, height: Math.min(Math.ceil(height), kPictureHeight) };
  await page.screenshot({ path, fullPage: true, clip });
}

/** Opens pages of a site, as a phone and a desk show them, by day and by night. */
export async function try_site(report, folder, screenshots) {
  const server = await serve_site(folder);
  const browser = await launch_browser();
  const pages = chosen_pages(folder);
  if (screenshots) {
    mkdirSync(screenshots, { recursive: true });
  }
  for (const width of kWidths) {
    for (const colorScheme of kSchemes) {
      const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme });
      const page = await context.newPage();
      let noticed = [];
      page.on("console", (message) => noticed.push(`console: ${message.text()}`));
      page.on("pageerror", (error) => noticed.push(`script: ${error.message}`));
      page.on("request", (request) => {
        if (!request.url().startsWith(`${server.origin}/`) && !request.url().startsWith("data:")) {
          noticed.push(`asked for ${request.url()}`);
        }
      });
      for (const [i, { kind, path }] of pages.entries()) {
        noticed = [];
        await page.goto(`${server.origin}/${path}`);
        if (screenshots) {
          await take_picture(page, join(screenshots, `${kind}-${i}-${width}-${colorScheme}.png`));
        }
        const problems = [...(await problems_of(page)), ...noticed];
        if (problems.length === 0) {
          report.pass();
        } else {
          report.fail(`/${path} (${kind})`, `${width} px, ${colorScheme}: ${problems.join("; ")}`);
        }
      }
      await context.close();
    }
  }
  await browser.close();
  server.close();
  report.note(`${folder}: ${pages.length} pages, each ${kWidths.join(" and ")} px wide, light and dark`);
}
