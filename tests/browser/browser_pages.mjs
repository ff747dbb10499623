import { chromium } from "playwright-core";

import { kBell, start_page_server } from "./page_server.mjs";

const kExecutable = process.env.CHROMIUM ?? "/usr/bin/chromium";
const kBellLimit = 5000; // milliseconds; where a window is gone, its bell is never heard

/** Chromium, to which there is no host but this one, whatever pages ask for. */
export function launch_browser() {
  return chromium.launch({
    executablePath: kExecutable,
    args: ["--no-sandbox", "--disable-gpu", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"],
  });
}

/**
 * A browser that opens tested pages: { context, payload, bytes }, known by their place in `pages`.
 * Each way of opening gives what went wrong, as texts.
 */
export class BrowserPages {
  static async start(pages) {
    const opened = new BrowserPages();
    opened.pages = pages;
    opened.asked = [];
    opened.heard_bell = () => {};
    opened.server = await start_page_server((id) => pages[id]);
    opened.browser = await launch_browser();
    const context = await opened.browser.newContext();
    await context.addInitScript({ path: new URL("alarms.js", import.meta.url).pathname });
    context.on("request", (request) => opened.#note(request));
    opened.harness = await context.newPage();
    await opened.harness.goto(`${opened.server.origin}/`);
    return opened;
  }

  async close() {
    await this.browser.close();
    this.server.close();
  }

  /** Each page in a frame of its own. Gives a list of problems for each. */
  async load(ids) {
    const paths = ids.map((id) => `/page/${id}`);
    const { result, asked } = await this.#run((list) => window.load_pages(list), paths);
    return result.map(({ alarms, visits, ...found }, i) => {
      const page = this.pages[ids[i]];
      const own = asked.filter(({ frame }) => frame === paths[i] || frame === "");
      return [...this.#actions(page, alarms, visits, own), ...findings_problems(page, found)];
    });
  }

  /** All pages one after the other in one window. Gives their problems, which may be another one's. */
  async write(ids) {
    const pages = ids.map((id) => this.pages[id]);
    const texts = pages.map(({ bytes }) => bytes.toString("utf8"));
    const { result, asked } = await this.#run(
      ([list, bell]) => window.write_pages(list, bell),
      [texts, kBell],
    );
    return [
      ...this.#actions(pages[0], result.alarms, result.visits, asked),
      ...result.found.flatMap((one, i) => findings_problems(pages[i], one)),
    ];
  }

  /** Calls the harness. Gives its answer, and the requests until the bell's, which is the last. */
  async #run(call, argument) {
    this.asked = [];
    const bell = new Promise((resolve) => (this.heard_bell = resolve));
    const result = await this.harness.evaluate(call, argument);
    await Promise.race([bell, new Promise((resolve) => setTimeout(resolve, kBellLimit))]);
    return { result, asked: this.asked };
  }

  #note(request) {
    const url = request.url();
    if (/^https?:\/\/bell\.example\//.test(url)) {
      this.heard_bell();
    } else if (!url.startsWith(this.server.origin) && /^(https?|wss?|ftp):/.test(url)) {
      this.asked.push({ frame: outer_frame(request), url });
    }
  }

  #actions(page, alarms, visits, asked) {
    const links = page.context.rules.includes("requests");
    const may_visit = (address) =>
      address.startsWith(this.server.origin) ||
      /^[a-z0-9+.-]*about:invalid/i.test(address) || // refused, at least in part
      (links && /^(https?|mailto):/.test(address));
    return [
      ...alarms,
      ...visits.filter((address) => !may_visit(address)).map((address) => `left for ${address}`),
      ...(links ? [] : asked.map(({ url }) => `asked for ${url}`)),
    ];
  }
}

/** The name of the harness's frame that a request comes from, if any. */
function outer_frame(request) {
  try {
    let frame = request.frame();
    while (frame.parentFrame()?.parentFrame()) {
      frame = frame.parentFrame();
    }
    return frame.name();
  } catch {
    return ""; // of a frame that is only being made
  }
}

/** Whether the page's script hands on the value that it was given. */
function shows_value({ context }) {
  return /window\.shown|show\(/.test(context.source) && !context.rules.includes("no_round_trip");
}

/** Bytes that are no characters are U+FFFD in the browser; how many, is its own affair. */
const characters = (text) => text.replaceAll("\uFFFD", "");

function findings_problems(page, { shown, pattern }) {
  const value = characters(page.payload.value);
  const problems = [];
  if (shows_value(page) && characters(String(shown)) !== value) {
    problems.push(`the script got ${JSON.stringify(shown)}`);
  }
  const matches = () => pattern && new RegExp(characters(pattern)).test(value);
  if (page.context.source.includes("window.pattern") && !matches()) {
    problems.push(`the pattern is ${pattern}`);
  }
  return problems;
}
