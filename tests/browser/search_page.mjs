import axe from "axe-core";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { launch_browser } from "./browser_pages.mjs";
import { serve_site } from "./site_server.mjs";

/** Papers of the site as its search knows them: { href, title, title_zh, date, category }. */
function papers_of(folder) {
  const { categories } = JSON.parse(readFileSync(join(folder, "search/index.json"), "utf8"));
  const rows = readdirSync(join(folder, "search/rows"))
    .flatMap((name) => JSON.parse(readFileSync(join(folder, "search/rows", name), "utf8")).rows);
  return rows.map(([href, title, title_zh, date, category]) => ({ href, title, title_zh, date, code: categories[category]?.[0] }));
}

/** The tests: each opens the page by itself and gives what is wrong, or nothing. */
const kTests = {
  async "finds a Chinese title by a part of it"({ ask, papers }) {
    const paper = papers.find(({ title_zh }) => /[\u4e00-\u9fff]{6}/.test(title_zh));
    const part = paper.title_zh.match(/[\u4e00-\u9fff]{6}/)[0].slice(1, 5);
    const { links, marks } = await ask(part);
    return !links.includes(paper.href) ? `${part} does not find ${paper.href}` : !marks.includes(part) && `${part} is not marked: ${marks}`;
  },
  async "finds an English word by its beginning while it is typed"({ open, papers, answer }) {
    const paper = papers.find(({ title }) => /\bdiffusion\b/i.test(title));
    const page = await open("/search/");
    await page.type("#ask input", "diffu", { delay: 20 });
    const { links, marks } = await answer(page);
    const address = new URL(page.url()).search;
    return !links.includes(paper.href) ? "diffu does not find a paper on diffusion"
      : !marks.some((mark) => /diffusion/i.test(mark)) ? "diffusion is not marked" : address !== "?q=diffu" && `the address has ${address}`;
  },
  async "wants all words, of both languages"({ ask, papers }) {
    const { links, titles } = await ask("扩散 diffusion");
    return links.length === 0 || links.length >= papers.length / 2 ? `${links.length} results: ${titles}` : "";
  },
  async "says so where no paper has all words"({ ask }) {
    const { status, links } = await ask("zzzzqqq model");
    return links.length === 0 || !/zzzzqqq/.test(status) ? `says "${status}"` : "";
  },
  async "narrows by category and date"({ ask, papers }) {
    const { code, date } = papers.find((paper) => paper.code);
    const month = `${String(date).slice(0, 4)}-${String(date).slice(4, 6)}`;
    const { links } = await ask(`tag:${code} date:${month}..${month}`);
    const wanted = papers.filter((paper) => paper.code === code && Math.floor(paper.date / 100) === Math.floor(date / 100));
    return links.length !== Math.min(10, wanted.length) || !links.every((link) => wanted.some(({ href }) => href === link))
      ? `${links.length} results for ${wanted.length} papers` : "";
  },
  async "looks into titles and names only when told to"({ ask, papers }) {
    const { links, titles } = await ask("title:language");
    return links.length === 0 || !titles.every((title) => /language/i.test(title)) ? `finds ${titles}` : "";
  },
  async "leads from an id to its paper, past the search in the history"({ open, papers }) {
    const paper = papers.find(({ href }) => /\d{4}\.\d{5}\/$/.test(href));
    const id = paper.href.match(/(\d{4}\.\d{5})\/$/)[1];
    for (const query of [id, `arXiv:${id}v3`, `https://arxiv.org/pdf/${id}`]) {
      const page = await open(`/search/?q=${encodeURIComponent(query)}`);
      await page.waitForURL((url) => url.pathname === paper.href, { timeout: 5000 }).catch(() => {});
      if (new URL(page.url()).pathname !== paper.href) return `${query} stays at ${page.url()}`;
    }
    return "";
  },
  async "takes a hostile query for text"({ open, answer }) {
    for (const query of ["<img src=x onerror=alert(1)>", "\"><script>alert(1)</script>", "javascript:alert(1)", "constructor __proto__ toString",
      "tag:__proto__", "date:..", "id:", "\"", "title:", "((((a+)+)+)+$", "x".repeat(6000), "模".repeat(500), "\u0000\u202e"]) {
      const page = await open(`/search/?q=${encodeURIComponent(query)}`);
      const { status } = await answer(page);
      if (await page.evaluate(() => document.querySelectorAll("main img, main script").length)) return `${query} makes an element`;
      if (/JavaScript|index could not|索引读取失败/.test(status)) return `${query.slice(0, 40)}: ${status}`;
    }
    return "";
  },
  async "is used with the keyboard alone"({ open, answer }) {
    const page = await open("/");
    await page.keyboard.press("/");
    await page.keyboard.type("model");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/search\/\?q=model/);
    await answer(page);
    await page.focus("#ask input");
    const focused = () => page.evaluate(() => document.activeElement.href ?? document.activeElement.name);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    const second = await page.evaluate(() => document.querySelectorAll("#list .title a")[1].href);
    if ((await focused()) !== second) return `two steps down lead to ${await focused()}`;
    await page.keyboard.press("Escape");
    if ((await focused()) !== "q") return `Escape leads to ${await focused()}`;
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/papers\/[^/]+\/$/, { timeout: 5000 }).catch(() => {});
    return /\/papers\/[^/]+\/$/.test(page.url()) ? "" : `Enter leads to ${page.url()}`;
  },
  async "keeps queries in the history"({ open, answer }) {
    const page = await open("/search/");
    for (const query of ["model", "语言"]) {
      await page.fill("#ask input", query);
      await page.press("#ask input", "Enter");
      await answer(page);
    }
    await page.goBack();
    await answer(page);
    const value = await page.inputValue("#ask input");
    return value !== "语言" && value !== "model" ? `goes back to "${value}"` : "";
  },
  async "counts by category and year, each a narrower search"({ open, answer }) {
    const page = await open("/search/?q=model");
    await answer(page);
    await page.waitForSelector("#counts .tag");
    const count = Number(await page.textContent("#counts li .n"));
    await page.click("#counts .tag");
    await page.waitForURL(/tag/);
    const { status } = await answer(page);
    return Number(status.match(/\d+/)[0]) !== count ? `${count} promised, then "${status}"` : "";
  },
  async "shows more on demand"({ open, answer }) {
    const page = await open("/search/?q=model");
    const { links } = await answer(page);
    await page.click("#more");
    await page.waitForFunction((count) => document.querySelectorAll("#list .title a").length > count, links.length);
    return "";
  },
  async "does not move what is read while it loads"({ open, answer }) {
    const page = await open("/search/?q=model");
    await answer(page);
    const shift = await page.evaluate(() => new Promise((resolve) => {
      let sum = 0;
      new PerformanceObserver((entries) => entries.getEntries().forEach((entry) => { sum += entry.hadRecentInput ? 0 : entry.value; }))
        .observe({ type: "layout-shift", buffered: true });
      setTimeout(() => resolve(sum), 300);
    }));
    return shift > 0.1 ? `moves by ${shift}` : "";
  },
  async "has no finding of axe with results in sight"({ browser, origin, base }) {
    for (const width of [390, 1280]) {
      for (const colorScheme of ["light", "dark"]) {
        const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme });
        const page = await context.newPage();
        await page.goto(`${origin}${base}/search/?q=${encodeURIComponent("模型 learning")}`);
        await page.waitForSelector("#counts .tag");
        await page.evaluate(axe.source);
        const { violations } = await page.evaluate(() => window.axe.run());
        const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        await context.close();
        if (violations.length > 0) return `${width} ${colorScheme}: ${violations.map(({ id, nodes }) => `${id} ${nodes[0].html}`)}`;
        if (wider > 0) return `${width} px: ${wider} px too wide`;
      }
    }
    return "";
  },
  async "leads to every paper without scripts"({ browser, origin, base }) {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${origin}${base}/`);
    await page.fill(".find input", "model");
    await page.press(".find input", "Enter");
    const address = page.url();
    const months = await page.locator("main .months a").count();
    const authors = await page.locator(`main a[href="${base}/authors/"]`).count();
    const said = await page.locator("noscript p").count();
    await context.close();
    return !address.endsWith("/search/?q=model") || months === 0 || authors !== 1 || said !== 1
      ? `${address}: ${months} months, ${authors} authors, ${said} words` : "";
  },
};

/** Uses the search page of the site in `folder` as readers do. */
export async function try_search(report, folder, base = "") {
  const server = await serve_site(folder, base);
  const browser = await launch_browser();
  const papers = papers_of(folder);
  for (const [name, test] of Object.entries(kTests)) {
    const context = await browser.newContext({ viewport: { width: 1000, height: 900 } });
    const noticed = [];
    const open = async (path) => {
      const page = await context.newPage();
      page.on("console", (message) => noticed.push(`console: ${message.text()}`));
      page.on("pageerror", (error) => noticed.push(`script: ${error.message}`));
      page.on("dialog", (dialog) => { noticed.push("a dialog"); dialog.dismiss(); });
      page.on("request", (request) => {
        if (!request.url().startsWith(`${server.origin}${base}/`)) noticed.push(`asked for ${request.url()}`);
      });
      await page.goto(`${server.origin}${base}${path}`);
      return page;
    };
    /** What the page says and shows once it has answered. */
    const answer = async (page) => {
      await page.waitForFunction(() => {
        const { textContent } = document.getElementById("status");
        return (textContent !== "" && textContent !== document.getElementById("found").dataset.waiting)
          || document.querySelector("#ask input").value.trim() === "";
      });
      await page.waitForFunction(() => document.querySelectorAll("#list .waiting").length === 0);
      await page.waitForTimeout(250);
      return page.evaluate(() => ({
        status: document.getElementById("status").textContent,
        links: Array.from(document.querySelectorAll("#list .title a"), (link) => new URL(link.href).pathname),
        titles: Array.from(document.querySelectorAll("#list .title a"), (link) => link.textContent),
        marks: Array.from(document.querySelectorAll("#list mark"), (mark) => mark.textContent),
      }));
    };
    const ask = async (query) => answer(await open(`/search/?q=${encodeURIComponent(query)}`));
    let wrong = "";
    try {
      wrong = await test({ ask, open, answer, papers, browser, origin: server.origin, base });
    } catch (error) {
      wrong = error.message.split("\n")[0];
    }
    const problems = [...(wrong ? [wrong] : []), ...noticed];
    if (problems.length === 0) report.pass();
    else report.fail(`search${base ? ` under ${base}` : ""}: ${name}`, problems.join("; "));
    await context.close();
  }
  await browser.close();
  server.close();
  report.note(`${Object.keys(kTests).length} uses of the search${base ? ` under ${base}` : ""}`);
}
