// Opens pages that show hostile texts in Chromium and touches everything on them: nothing may run.
//
//   node payloads.mjs FOLDER [--every N]
//
// FOLDER is what sitegen_payload_pages wrote. With --every N each context meets one payload in N, another
// one in each context, so that all payloads and all contexts are met.
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { BrowserPages } from "./browser_pages.mjs";
import { canaries } from "./canaries.mjs";

const kWritten = 250; // pages opened in one go
const kLoaded = 50;
const kLookedInto = 1500; // pages that are opened alone, because something happened near them
const kShown = 5; // failures of a context
const kBrowsers = 2; // at a time

const [folder, , every = "1"] = process.argv.slice(2);
const index = JSON.parse(readFileSync(join(folder, "pages.json"), "utf8"));
const all_bytes = readFileSync(join(folder, "pages.bin"));

const canary = { name: "canary", source: "", rules: [], xml: false };
const pages = canaries.map((html) => ({
  context: canary,
  payload: { group: "canary", written: html, value: "" },
  bytes: Buffer.from(`<!doctype html><meta charset=utf-8><body>${html}`),
}));
const canary_ids = [...pages.keys()];

for (const [number, context] of index.contexts.entries()) {
  const chosen = context.pages.filter(({ payload }) => (payload + number) % Number(every) === 0);
  for (const { payload, at, size } of chosen) {
    pages.push({ context, payload: index.payloads[payload], bytes: all_bytes.subarray(at, at + size) });
  }
}

let passed = 0;
let failed = 0;
let looked_into = 0;
const failures = new Map(); // name of a context to what went wrong

function fail(name, count, what) {
  failed += count;
  failures.set(name, [...(failures.get(name) ?? []), what]);
}

/** Pages on which something does run: the alarms must ring, whichever way they are opened. */
async function try_alarms(browser) {
  const loaded = await browser.load(canary_ids);
  for (const id of canary_ids) {
    const silent = [
      ...(loaded[id].length === 0 ? ["loaded"] : []),
      ...((await browser.write([id])).length === 0 ? ["written"] : []),
    ];
    if (silent.length === 0) {
      ++passed;
    } else {
      fail(canary.name, 1, `${canaries[id]}\n      no alarm when ${silent.join(" and ")}`);
    }
  }
}

/** Opens each page alone. Gives how many failed. */
async function load(browser, ids) {
  let broken = 0;
  for (const [i, problems] of (await browser.load(ids)).entries()) {
    const { context, payload } = pages[ids[i]];
    if (problems.length === 0) {
      ++passed;
    } else {
      ++broken;
      fail(context.name, 1, `[${payload.group}] ${payload.written.slice(0, 120)}\n      ${problems[0]}`);
    }
  }
  return broken;
}

/** Opens pages in one window, and alone if anything happens. */
async function write(browser, ids) {
  const problems = await browser.write(ids);
  if (problems.length === 0) {
    passed += ids.length;
    return;
  }
  const among = `${pages[ids[0]].context.name} to ${pages[ids.at(-1)].context.name}`;
  if (looked_into + ids.length > kLookedInto) {
    fail(among, ids.length, `somewhere in ${ids.length} pages: ${problems[0]}`);
    return;
  }
  looked_into += ids.length;
  let broken = 0;
  for (const group of groups_of(ids, kLoaded)) {
    broken += await load(browser, group);
  }
  if (broken === 0) {
    fail(among, 1, `when ${ids.length} pages followed each other: ${problems[0]}`);
  }
}

const groups_of = (ids, size) =>
  Array.from({ length: Math.ceil(ids.length / size) }, (_, i) => ids.slice(i * size, (i + 1) * size));

const tested = [...pages.keys()].slice(canaries.length);
/** What only bytes from a server can show: encodings, and XML. */
const needs_loading = (id) => pages[id].context.xml || pages[id].payload.group === "encodings";
const may_request = (id) => pages[id].context.rules.includes("requests");
const written = tested.filter((id) => !needs_loading(id));

const jobs = [
  try_alarms,
  ...groups_of(tested.filter(needs_loading), kLoaded).map((ids) => (browser) => load(browser, ids)),
  // What is an alarm is the same for all pages of a window.
  ...[written.filter(may_request), written.filter((id) => !may_request(id))]
    .flatMap((ids) => groups_of(ids, kWritten))
    .map((ids) => (browser) => write(browser, ids)),
];

async function work() {
  const browser = await BrowserPages.start(pages);
  for (let job = jobs.shift(); job; job = jobs.shift()) {
    await job(browser);
  }
  await browser.close();
}

const started = Date.now();
await Promise.all(Array.from({ length: kBrowsers }, work));

for (const [name, lines] of [...failures].sort()) {
  console.log(`${name}:\n${lines.slice(0, kShown).map((line) => `    ${line}`).join("\n")}`);
  if (lines.length > kShown) {
    console.log(`    and ${lines.length - kShown} more`);
  }
}
const refused = index.contexts.filter((context) => context.pages.length === 0);
if (refused.length > 0) {
  console.log(`templates that the engine refuses: ${refused.map(({ name }) => name).join(" ")}`);
}
const possible = index.contexts.reduce((sum, context) => sum + context.pages.length, 0);
console.log(
  `${index.payloads.length} payloads in ${index.contexts.length} contexts: opened ` +
    `${tested.length} of ${possible} pages` +
    (Number(every) > 1 ? `, every context with one payload in ${every}` : "") +
    `, and ${canaries.length} pages on which something must run, in ` +
    `${((Date.now() - started) / 1000).toFixed(0)} s`,
);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
