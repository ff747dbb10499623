// The theme's reader of the search index, over a site on disk.
import { readFileSync } from "node:fs";
import vm from "node:vm";
import { gzipSync } from "node:zlib";

const kSource = new URL("../../themes/default/assets/search_index.js", import.meta.url);
vm.runInThisContext(readFileSync(kSource, "utf8"), { filename: kSource.pathname });

export const { PaperSearch } = globalThis;

/** Opens the index of the site in `folder`; counts requests, and bytes as they travel: the smaller of raw and gzip. */
export function open_index(folder) {
  const traffic = { requests: 0, bytes: 0, largest: 0 };
  const index = new PaperSearch.Index(async (path) => {
    const bytes = readFileSync(`${folder}/search/${path.split("?")[0]}`);
    const travels = Math.min(bytes.length, gzipSync(bytes, { level: 6 }).length);
    traffic.requests += 1;
    traffic.bytes += travels;
    return new Response(bytes);
  });
  return { index, traffic };
}

/** Numbers below a limit, equal in every run. */
export function make_random(seed) {
  let state = BigInt(seed);
  const mask = (1n << 64n) - 1n;
  return (limit) => {
    state = (state + 0x9e3779b97f4a7c15n) & mask;
    let z = state;
    z = ((z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n) & mask;
    z = ((z ^ (z >> 27n)) * 0x94d049bb133111ebn) & mask;
    return Number((z ^ (z >> 31n)) % BigInt(limit));
  };
}
