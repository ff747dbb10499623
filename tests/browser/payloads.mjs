import { readFileSync } from "node:fs";
import { join } from "node:path";

import { BrowserPages } from "./browser_pages.mjs";
import { canaries } from "./canaries.mjs";

const kWritten = 250; // pages opened in one go
const kLoaded = 50;
const kLookedInto = 1500; // pages that are opened alone, because something happened near them
const kBrowsers = 2; // at a time

const groups_of = (ids, size) =>
  Array.from({ length: Math.ceil(ids.length / size) }, (_, i) => ids.slice(i * size, (i + 1) * size));

/** Pages on which something does run. */
function canary_pages() {
  const context = { name: "canary", source: "", rules: [], xml: false };
  return canaries.map((html) => ({
    context,
    payload: { group: "canary", written: html, value: "" },
    bytes: Buffer.from(`<!doctype html><meta charset=utf-8><body>${html}`),
  }));
}

/** Of each context one page in `every`, of another payload in each. */
function payload_pages(folder, { payloads, contexts }, every) {
  const all_bytes = readFileSync(join(folder, "pages.bin"));
  return contexts.flatMap((context, number) =>
    context.pages
      .filter(({ payload }) => (payload + number) % every === 0)
      .map(({ payload, at, size }) => ({
        context,
        payload: payloads[payload],
        bytes: all_bytes.subarray(at, at + size),
      })),
  );
}

/** What only bytes from a server can show: encodings, and XML. */
const needs_loading = ({ context, payload }) => context.xml || payload.group === "encodings";
const may_request = ({ context }) => context.rules.includes("requests");

/** The tests of all pages: each opens some in the browser that it is given, and reports. */
class PageTests {
  looked_into = 0;

  constructor(report, pages) {
    this.report = report;
    this.pages = pages;
  }

  /** The alarms must ring, whichever way the pages are opened. */
  async try_alarms(browser, ids) {
    const loaded = await browser.load(ids);
    for (const [i, id] of ids.entries()) {
      const silent = [
        ...(loaded[i].length === 0 ? ["loaded"] : []),
        ...((await browser.write([id])).length === 0 ? ["written"] : []),
      ];
      if (silent.length === 0) {
        this.report.pass();
      } else {
        const { context, payload } = this.pages[id];
        this.report.fail(context.name, `${payload.written}\n      no alarm when ${silent.join(" and ")}`);
      }
    }
  }

  /** Opens each page alone. Gives how many failed. */
  async load(browser, ids) {
    let broken = 0;
    for (const [i, problems] of (await browser.load(ids)).entries()) {
      const { context, payload } = this.pages[ids[i]];
      if (problems.length === 0) {
        this.report.pass();
      } else {
        ++broken;
        const shown = payload.written.slice(0, 120);
        this.report.fail(context.name, `[${payload.group}] ${shown}\n      ${problems[0]}`);
      }
    }
    return broken;
  }

  /** Opens pages in one window, and alone if anything happens. */
  async write(browser, ids) {
    const problems = await browser.write(ids);
    if (problems.length === 0) {
      this.report.pass(ids.length);
      return;
    }
    const among = `${this.#context_name(ids[0])} to ${this.#context_name(ids.at(-1))}`;
    if (this.looked_into + ids.length > kLookedInto) {
      this.report.fail(among, `somewhere in ${ids.length} pages: ${problems[0]}`, ids.length);
      return;
    }
    this.looked_into += ids.length;
    let broken = 0;
    for (const group of groups_of(ids, kLoaded)) {
      broken += await this.load(browser, group);
    }
    if (broken === 0) {
      this.report.fail(among, `when ${ids.length} pages followed each other: ${problems[0]}`);
    }
  }

  #context_name(id) {
    return this.pages[id].context.name;
  }
}

/** Opens pages that show hostile texts and touches everything on them: nothing may run. */
export async function try_payloads(report, folder, every) {
  const started = Date.now();
  const index = JSON.parse(readFileSync(join(folder, "pages.json"), "utf8"));
  const pages = [...canary_pages(), ...payload_pages(folder, index, every)];
  const tests = new PageTests(report, pages);
  const ids = [...pages.keys()].slice(canaries.length);
  const loaded = ids.filter((id) => needs_loading(pages[id]));
  const written = ids.filter((id) => !needs_loading(pages[id]));
  // What rings an alarm must be the same for all pages of a window.
  const windows = [
    ...groups_of(written.filter((id) => may_request(pages[id])), kWritten),
    ...groups_of(written.filter((id) => !may_request(pages[id])), kWritten),
  ];

  const jobs = [
    (browser) => tests.try_alarms(browser, [...canaries.keys()]),
    ...groups_of(loaded, kLoaded).map((group) => (browser) => tests.load(browser, group)),
    ...windows.map((group) => (browser) => tests.write(browser, group)),
  ];
  const work = async () => {
    const browser = await BrowserPages.start(pages);
    for (let job = jobs.shift(); job; job = jobs.shift()) {
      await job(browser);
    }
    await browser.close();
  };
  await Promise.all(Array.from({ length: kBrowsers }, work));

  const refused = index.contexts.filter((context) => context.pages.length === 0);
  report.note(`templates that the engine refuses: ${refused.map(({ name }) => name).join(" ") || "none"}`);
  const possible = index.contexts.reduce((sum, context) => sum + context.pages.length, 0);
  report.note(
    `${index.payloads.length} payloads in ${index.contexts.length} contexts: opened ${ids.length} of ` +
      `${possible} pages (one payload in ${every}), and ${canaries.length} on which something must run, ` +
      `in ${((Date.now() - started) / 1000).toFixed(0)} s`,
  );
}
