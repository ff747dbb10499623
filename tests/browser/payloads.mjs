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

const kWritten = 100; // pages opened in one go
const kLoaded = 25;
const kLookedInto = 1500; // pages that are opened alone, because something happened near them
const kShown = 5; // failures of a context

const [folder, , every = "1"] = process.argv.slice(2);
const index = JSON.parse(readFileSync(join(folder, "pages.json"), "utf8"));
const all_bytes = readFileSync(join(folder, "pages.bin"));

const canary = { name: "canary", source: "", rules: [], xml: false };
const pages = canaries.map((html) => ({
  context: canary,
  payload: { group: "canary", written: html, value: "" },
  bytes: Buffer.from(`<!doctype html><meta charset=utf-8><body>${html}`),
}));

/** Appends the chosen pages of a context; gives their places. */
function choose(context, number) {
  const first = pages.length;
  const chosen = context.pages.filter(({ payload }) => (payload + number) % Number(every) === 0);
  pages.push(
    ...chosen.map(({ payload, at, size }) => ({
      context,
      payload: index.payloads[payload],
      bytes: all_bytes.subarray(at, at + size),
      xml: context.xml,
    })),
  );
  return chosen.map((_, i) => first + i);
}

const tested = index.contexts.map(choose);
const browser = await BrowserPages.start(pages);

let passed = 0;
let failed = 0;
let looked_into = 0;
const failures = new Map(); // name of a context to what went wrong

function pass(count) {
  passed += count;
}

function fail(context, count, what) {
  failed += count;
  failures.set(context.name, [...(failures.get(context.name) ?? []), what]);
}

const groups_of = (ids, size) =>
  Array.from({ length: Math.ceil(ids.length / size) }, (_, i) => ids.slice(i * size, (i + 1) * size));

/** Opens each page alone. Gives how many failed. */
async function load(ids) {
  let broken = 0;
  for (const group of groups_of(ids, kLoaded)) {
    for (const [i, problems] of (await browser.load(group)).entries()) {
      const { context, payload } = pages[group[i]];
      if (problems.length === 0) {
        pass(1);
      } else {
        ++broken;
        fail(context, 1, `[${payload.group}] ${payload.written.slice(0, 120)}\n      ${problems[0]}`);
      }
    }
  }
  return broken;
}

/** Opens pages of one context in one window, and alone if anything happens. */
async function write(ids) {
  const problems = await browser.write(ids);
  const { context } = pages[ids[0]];
  if (problems.length === 0) {
    pass(ids.length);
  } else if (looked_into + ids.length > kLookedInto) {
    fail(context, ids.length, `somewhere in ${ids.length} pages: ${problems[0]}`);
  } else {
    looked_into += ids.length;
    if ((await load(ids)) === 0) {
      fail(context, 1, `when ${ids.length} pages followed each other: ${problems[0]}`);
    }
  }
}

/** Pages on which something does run: the alarms must ring, whichever way they are opened. */
async function try_alarms() {
  const ids = canaries.map((_, id) => id);
  const loaded = await browser.load(ids);
  for (const id of ids) {
    const silent = [
      ...(loaded[id].length === 0 ? ["loaded"] : []),
      ...((await browser.write([id])).length === 0 ? ["written"] : []),
    ];
    if (silent.length === 0) {
      pass(1);
    } else {
      fail(canary, 1, `${canaries[id]}\n      no alarm when ${silent.join(" and ")}`);
    }
  }
}

/** What only bytes from a server can show: encodings, and XML. */
const needs_loading = ({ payload, xml }) => xml || payload.group === "encodings";

const started = Date.now();
await try_alarms();
for (const ids of tested) {
  await load(ids.filter((id) => needs_loading(pages[id])));
  for (const group of groups_of(ids.filter((id) => !needs_loading(pages[id])), kWritten)) {
    await write(group);
  }
}
await browser.close();

for (const [name, lines] of failures) {
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
    `${pages.length - canaries.length} of ${possible} pages` +
    (Number(every) > 1 ? `, every context with one payload in ${every}` : "") +
    `, and ${canaries.length} pages on which something must run, in ` +
    `${((Date.now() - started) / 1000).toFixed(0)} s`,
);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
