import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

import { launch_browser } from "./browser_pages.mjs";
import { serve_site } from "./site_server.mjs";

/** The file that a press of the button at `selector` saves. */
async function saved_by(page, selector) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.click(selector)]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
}

/** The first page below `folder` whose `<body>` is of that kind. */
function page_of_kind(folder, kind) {
  const pages = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".html"));
  return pages.sort().find((name) => readFileSync(join(folder, name), "utf8").includes(`class="kind-${kind}"`));
}

/** Picks two papers of a list with the keyboard alone and saves them in every notation. */
async function pick_two(page, report, path) {
  await page.focus(".pick-start");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Space");
  await page.locator(".pick input").nth(1).focus();
  await page.keyboard.press("Space");
  const buttons = [
    ["papers.bib", (text) => text.match(/^@misc\{/gm)?.length],
    ["papers.ris", (text) => text.match(/^ER {2}- \r$/gm)?.length],
    ["papers.csl.json", (text) => JSON.parse(text).length],
    ["papers.csv", (text) => text.trimEnd().split("\r\n").length - 1],
  ];
  for (const [i, [name, count]] of buttons.entries()) {
    const saved = await saved_by(page, `.picks button >> nth=${i}`);
    report_if(report, saved.name === name && count(saved.text) === 2, path, `${saved.name} holds ${count(saved.text)}`);
  }
}

function report_if(report, good, path, problem) {
  if (good) {
    report.pass();
  } else {
    report.fail(path, problem);
  }
}

/** What the scripts of cite boxes and lists save is what the pages say. */
export async function try_export(report, folder) {
  const server = await serve_site(folder);
  const browser = await launch_browser();
  // A window each: Chromium drops the eleventh file that one window saves within a second.
  const open = async (path) => {
    const page = await browser.newPage();
    await page.goto(`${server.origin}/${path}`);
    return page;
  };
  for (const kind of ["day", "month", "category"]) {
    const path = page_of_kind(folder, kind);
    await pick_two(await open(path), report, `/${path}`);
  }
  const path = page_of_kind(folder, "paper");
  const page = await open(path);
  const saved = await saved_by(page, ".acts >> nth=0 >> button:last-child");
  const shown = await page.textContent("pre[data-format=bib]");
  report_if(report, saved.text === shown && saved.name.endsWith(".bib"), `/${path}`, `saved ${saved.text}`);
  await browser.close();
  server.close();
}
