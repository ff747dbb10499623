// Makes the search files of generated papers and asks them for what stands in them: random parts of Chinese text, and
// English words. Every one has to find its paper, and on the first page: where ten other papers have it as well,
// the ten shown have to have it themselves.
//
//   node recall.mjs --papers N --queries N --made-search PROGRAM --folder FOLDER [--keep]
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";

import { make_random, open_index } from "./reader.mjs";

const { values: options } = parseArgs({
  options: {
    papers: { type: "string" }, queries: { type: "string" }, folder: { type: "string" },
    "made-search": { type: "string" }, keep: { type: "boolean" },
  },
});
const kFirstPage = 10;
const kMostRequests = 4;
const kMostBytes = 300_000;
const kMostFileBytes = 65_536;
const kMostFiles = 5000;

/** The texts of the papers, in the order of the index. */
function made_papers() {
  if (!options.keep) execFileSync(options["made-search"], [options.folder, String(Number(options.papers) / 10)], { stdio: "inherit" });
  const bytes = readFileSync(join(options.folder, "papers.jsonl"));
  const papers = [];
  for (let start = 0; start < bytes.length;) {
    const end = bytes.indexOf(10, start);
    papers.push({ number: papers.length, text: JSON.parse(bytes.toString("utf8", start, end)) });
    start = end + 1;
  }
  return papers;
}

/** `count` parts of 2 to 6 characters of Chinese runs, each with the paper that it is from. */
function chinese_queries(papers, count, random) {
  return Array.from({ length: count }, () => {
    for (;;) {
      const paper = papers[random(papers.length)];
      const runs = paper.text.match(/[\u4e00-\u9fff]{2,}/g) ?? [];
      const run = runs[random(Math.max(runs.length, 1))] ?? "";
      const size = Math.min(2 + random(5), run.length);
      const start = random(Math.max(run.length - size + 1, 1));
      if (size >= 2) return { paper, text: run.slice(start, start + size) };
    }
  });
}

function english_queries(papers, count, random) {
  return Array.from({ length: count }, () => {
    const paper = papers[random(papers.length)];
    const words = paper.text.match(/[A-Za-z]{3,}/g);
    return { paper, text: words[random(words.length)] };
  });
}

const percent = (part, whole) => `${(100 * part / whole).toFixed(1)} %`;
const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];

async function try_queries(name, papers, queries) {
  const has = (paper, text) => papers[paper].text.toLowerCase().includes(text.toLowerCase());
  const counts = { found: 0, first: 0, rare: 0, rare_first: 0, others_right: 0 };
  const head = [];
  const whole = [];
  const bytes = [];
  const times = [];
  for (const { paper, text } of queries) {
    const { index, traffic } = open_index(options.folder);
    const begin = performance.now();
    const result = await index.search(text);
    times.push(performance.now() - begin);
    const shown = result.papers.slice(0, kFirstPage);
    if (shown.length > 0) await index.row(result.head, shown[0]);
    head.push(traffic.requests);
    await Promise.all(shown.map((one) => index.row(result.head, one)));
    whole.push(traffic.requests);
    bytes.push(traffic.bytes);
    const { number } = paper;
    const is_first = shown.includes(number);
    counts.found += result.papers.includes(number);
    counts.first += is_first;
    counts.rare += result.papers.length <= kFirstPage;
    counts.rare_first += result.papers.length <= kFirstPage && is_first;
    counts.others_right += !is_first && shown.length === kFirstPage && shown.every((one) => has(one, text));
  }
  for (const list of [head, whole, bytes, times]) list.sort((a, b) => a - b);
  const total = queries.length;
  console.log(`${name}: ${total} queries, found ${percent(counts.found, total)}; among the first ten ${percent(counts.first, total)}, ` +
    `or ten others that have it ${percent(counts.first + counts.others_right, total)} (queries with ten papers or fewer: ${percent(counts.rare_first, counts.rare)} of ${counts.rare})`);
  console.log(`  requests to the first line: median ${at(head, 0.5)}, 95 % ${at(head, 0.95)}, most ${head.at(-1)}; ` +
    `to all lines: median ${at(whole, 0.5)}, most ${whole.at(-1)}; with at most ${kMostRequests}: ${percent(whole.filter((n) => n <= kMostRequests).length, total)}`);
  console.log(`  bytes: median ${at(bytes, 0.5)}, 95 % ${at(bytes, 0.95)}, most ${bytes.at(-1)}; search in node: median ${at(times, 0.5).toFixed(1)} ms, 95 % ${at(times, 0.95).toFixed(1)} ms`);
  const good = counts.found === total && counts.first + counts.others_right >= 0.95 * total
    && counts.rare_first === counts.rare && bytes.at(-1) <= kMostBytes && at(head, 0.95) <= kMostRequests;
  return good;
}

function try_files() {
  const folder = join(options.folder, "search");
  const files = readdirSync(folder, { recursive: true }).map((name) => join(folder, name)).filter((name) => statSync(name).isFile());
  let raw = 0;
  let largest = 0;
  let packed = 0;
  for (const file of files) {
    const content = readFileSync(file);
    const size = Math.min(content.length, gzipSync(content, { level: 6 }).length);
    raw += content.length;
    packed += size;
    largest = Math.max(largest, size);
  }
  console.log(`${files.length} files, ${raw} bytes, ${packed} gzipped; the largest ${largest} gzipped`);
  return files.length <= kMostFiles && largest <= kMostFileBytes;
}

const papers = made_papers();
const random = make_random(1);
const count = Number(options.queries);
const results = [
  try_files(),
  await try_queries("Chinese", papers, chinese_queries(papers, count, random)),
  await try_queries("English", papers, english_queries(papers, count, random)),
];
if (!options.keep) rmSync(options.folder, { recursive: true });
process.exitCode = results.every(Boolean) ? 0 : 1;
