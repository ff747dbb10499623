// Reads the search index that sitegen wrote: cuts queries into terms, fetches the files that have them, and
// ranks papers. Knows nothing of the page; search.js shows what it finds. docs/search.md describes the files.
globalThis.PaperSearch = (() => {
  const kHan = /[\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/u;
  const kRuns = new RegExp(`(${kHan.source}+)|((?!${kHan.source})[\\p{L}\\p{Nd}])+`, "gu");
  const kPlain = { ß: "ss", æ: "ae", ð: "d", ø: "o", þ: "th", đ: "d", ħ: "h", ı: "i", ł: "l", œ: "oe" };
  const kLongestWord = 32;
  const kInTitle = 0x80;
  const kInAuthors = 0x40;
  const kWeight = 0x3f;
  const kFilesOfPrefix = 2; // a shorter beginning stands in more: then only in the word's own is looked for others
  const kFilesOfCharacter = 4;
  const kPrefixShare = 0.5; // what a word counts of which only the beginning was typed
  const kFewResults = 10; // so many fit on the first page: pairs that part them further are not fetched

  // ---- Terms: as generator/search/tokens.cpp cuts them (tests/search/token_vectors.json) ----

  const fold = (text) => text.normalize("NFKD").replace(/\p{Mn}/gu, "").normalize("NFC").toLowerCase()
    .replace(/[ßæðøþđħıłœ]/g, (letter) => kPlain[letter]);

  const stem = (word) => {
    if (word.length < 4 || !word.endsWith("s") || /[sui]s$/.test(word)) return word;
    return word.length > 4 && word.endsWith("ies") ? `${word.slice(0, -3)}y` : word.slice(0, -1);
  };

  // The words and the runs of Han characters in a text: { han, letters }, folded.
  const runs_of = (text) => Array.from(fold(text).matchAll(kRuns), (match) => ({
    han: match[1] !== undefined,
    letters: Array.from(match[0]),
  }));

  const pairs_of = (letters) => letters.slice(0, -1).map((letter, i) => letter + letters[i + 1]);
  const word_of = (letters) => letters.slice(0, kLongestWord).join("");

  const tokens_of = (text) => runs_of(text).flatMap(({ han, letters }) =>
    han ? [...pairs_of(letters), letters.at(-1)] : [stem(word_of(letters))]);

  // ---- Queries ----

  const kFields = {
    title: "title", author: "author", tag: "tag", date: "date", id: "id",
    标题: "title", 作者: "author", 类别: "tag", 日期: "date", 编号: "id",
  };
  const kClause = new RegExp(`(?:(${Object.keys(kFields).join("|")})[:：])?(?:["“]([^"”]*)["”]?|([^\\s"“”]+))`, "giu");

  // The identity that a query names as a whole, as a term of the index; empty if it names none.
  const identity_in = (text) => {
    const query = text.trim().replace(/^id[:：]\s*/i, "");
    const arxiv = query.match(/^(?:(?:https?:\/\/)?[\w.]*arxiv[\w.]*\/(?:abs|pdf|html)\/|arxiv:)?(\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?\/\d{7})(?:v\d+)?(?:\.pdf)?\/?$/i);
    if (arxiv) return fold(`#${arxiv[1].replace(/\.[a-z]{2}\//i, "/")}`);
    const doi = query.match(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:)?(10\.\d{4,9}\/\S+)$/i);
    if (doi) return fold(`#doi:${doi[1]}`);
    const forum = query.match(/openreview\.net\/(?:forum|pdf)\?id=([\w-]+)/i);
    return forum ? fold(`#openreview:${forum[1]}`) : "";
  };

  // "2023", "2023-02", "2023-02-08" and ranges of them as the first and the last number that it covers.
  const date_range = (text) => {
    const [from, to = from] = text.split("..");
    const padded = (date, digit) => {
      const parts = /^(\d{4})(?:[-.\/]?(\d{1,2}))?(?:[-.\/]?(\d{1,2}))?$/.exec(date);
      return parts && Number(parts[1] + [parts[2], parts[3]]
        .map((part) => (part ? part.padStart(2, "0") : digit + digit)).join(""));
    };
    const first = from === "" ? 1 : padded(from, "0");
    const last = to === "" ? 99999999 : padded(to, "9");
    return first && last ? [first, last] : null;
  };

  // { identity, wanted: [{ term, prefix, link, mask }], tags, dates, marks }. `wanted` are what a paper has to
  // have; those with a higher `link` only matter where too many papers have the others. The last word may be unfinished.
  const parse_query = (text) => {
    const query = { text, identity: identity_in(text), wanted: [], tags: [], dates: [], marks: [] };
    const clauses = Array.from(text.matchAll(kClause));
    for (const [i, [, name, quoted, plain]] of clauses.entries()) {
      const field = name === undefined ? undefined : kFields[name.toLowerCase()];
      const value = quoted ?? plain;
      if (field === "tag") query.tags.push(value.toLowerCase());
      else if (field === "date" && date_range(value)) query.dates.push(date_range(value));
      else if (field === "id") query.wanted.push({ term: `#${fold(value)}`, prefix: `#${fold(value)}`, mask: 0, link: 0 });
      else {
        const mask = { title: kInTitle, author: kInAuthors }[field] ?? 0;
        const open = i === clauses.length - 1 && quoted === undefined && !/\s$/.test(text);
        add_words(query, value, mask, open, quoted !== undefined);
      }
    }
    return query;
  };

  const add_words = (query, text, mask, open, exact) => {
    const runs = runs_of(text);
    for (const [i, { han, letters }] of runs.entries()) {
      const word = word_of(letters);
      query.marks.push({ han, text: han ? letters.join("") : stem(word), open: open && i === runs.length - 1, word });
      if (!han) {
        const prefix = open && i === runs.length - 1 && letters.length > 1 ? word : "";
        query.wanted.push({ term: stem(word), prefix, mask, link: 0, shown: word });
      } else if (letters.length === 1) {
        query.wanted.push({ term: word, prefix: word, mask, link: 0, character: true });
      } else {
        const pairs = pairs_of(letters);
        for (const [at, term] of pairs.entries()) {
          // The ends of a run part its papers from most others. Where they do not, its middle does; then the rest.
          const is_end = at === 0 || at === pairs.length - 1;
          query.wanted.push({ term, prefix: "", mask, link: exact || is_end ? 0 : at === pairs.length >> 1 ? 1 : 2 });
        }
      }
    }
  };

  // ---- The files ----

  // By code points, as the bytes of UTF-8 are ordered.
  const is_above = (left, right) => {
    const a = Array.from(left, (letter) => letter.codePointAt(0));
    const b = Array.from(right, (letter) => letter.codePointAt(0));
    const at = a.findIndex((point, i) => point !== b[i]);
    return at >= 0 && (b[at] === undefined || a[at] > b[at]);
  };

  const varint = (bytes, at) => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at.i++];
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
    }
  };

  class StaleIndex extends Error {}

  class Index {
    // `fetch_file(path, again)` gives a Response; `again` asks past all caches.
    constructor(fetch_file) {
      this.fetch_file = fetch_file;
      this.files = new Map();
      this.head = null;
    }

    async open(again = false) {
      this.head ??= this.fetch_file("index.json", again).then((response) => response.json());
      try {
        return await this.head;
      } catch (error) {
        this.head = null;
        throw error;
      }
    }

    // Each file once. The address has the hash of what is in it, so that caches never give an older one.
    file(path, hash, read) {
      if (!this.files.has(path)) {
        const file = this.fetch_file(`${path}?${hash}`, false).then(read);
        this.files.set(path, file);
        file.catch(() => this.files.delete(path));
      }
      return this.files.get(path);
    }

    json(path, hash) {
      return this.file(path, hash, async (response) => {
        const content = await response.json();
        if (content.hash !== hash) throw new StaleIndex(path);
        return content;
      });
    }

    rows(head, number) {
      return this.json(`rows/${number}.json`, head.rows.slice(number * 6, number * 6 + 6));
    }

    facets(head) {
      return this.json("facets.json", head.facets);
    }

    terms(head, number) {
      return this.file(`terms/${number}.bin`, head.version, async (response) => {
        const bytes = new Uint8Array(await response.arrayBuffer());
        const version = Array.from(bytes.subarray(0, 4), (byte) => byte.toString(16).padStart(2, "0")).join("");
        if (version !== head.version) throw new StaleIndex("terms");
        return bytes;
      });
    }

    // The number of the file that has `term`, if any has.
    static file_of(head, term) {
      let low = 0;
      let high = head.terms.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (is_above(head.terms[middle], term)) high = middle - 1;
        else low = middle;
      }
      return low;
    }

    // The lists of a term and, where asked for, of all terms that begin alike: { exact, papers, cut, list }.
    async lists(head, { term, prefix, character }) {
      const own = Index.file_of(head, term);
      let files = [own];
      if (prefix) {
        const first = Index.file_of(head, prefix);
        const all = Index.file_of(head, `${prefix}\u{10ffff}`) - first + 1;
        const most = character ? kFilesOfCharacter : kFilesOfPrefix;
        if (character || all <= most) {
          files = Array.from({ length: Math.min(all, most) }, (_, i) => first + i);
          if (!files.includes(own)) files.push(own);
        }
      }
      const found = await Promise.all(files.map(async (file) =>
        Index.find(await this.terms(head, file), term, prefix, head.longest_list)));
      return found.flat();
    }

    // Looks through one file.
    static find(bytes, term, prefix, longest) {
      const decoder = new TextDecoder();
      const name = new Uint8Array(256);
      const encode = (text) => new TextEncoder().encode(text);
      const begins = (size, start) => size >= start.length && start.every((byte, i) => byte === name[i]);
      const whole = encode(term);
      const start = prefix ? encode(prefix) : null;
      const found = [];
      const at = { i: 4 };
      while (at.i < bytes.length) {
        const shared = varint(bytes, at);
        const rest = varint(bytes, at);
        name.set(bytes.subarray(at.i, at.i + rest), shared);
        at.i += rest;
        const size = shared + rest;
        const papers = varint(bytes, at);
        const exact = size === whole.length && begins(size, whole);
        const stored = Math.min(papers, longest);
        if (exact || (start && begins(size, start))) {
          found.push({ name: decoder.decode(name.subarray(0, size)), exact, papers, cut: papers > longest,
            list: Index.decode(bytes, at, stored) });
        } else {
          for (let i = 0; i < stored; ++i) {
            while (bytes[at.i++] >= 0x80);
            ++at.i;
          }
        }
      }
      return found;
    }

    static decode(bytes, at, count) {
      const papers = new Uint32Array(count);
      const standings = new Uint8Array(count);
      let paper = 0;
      for (let i = 0; i < count; ++i) {
        paper += varint(bytes, at);
        papers[i] = paper;
        standings[i] = bytes[at.i++];
      }
      return { papers, standings };
    }

    // ---- Ranking ----

    // All papers of a query, best first: { query, head, papers, partly, missing, identity }. `partly`: none has
    // all that is wanted, so these have some; `missing`: words that no paper has; `identity`: it was asked for
    // by its id.
    async search(text) {
      try {
        return await this.find_papers(text);
      } catch (error) {
        if (!(error instanceof StaleIndex)) throw error;
        // The site was published anew since the index was read: once more, from the start.
        this.head = null;
        this.files.clear();
        await this.open(true);
        return this.find_papers(text);
      }
    }

    async find_papers(text) {
      const query = parse_query(text);
      const head = await this.open();
      const result = { query, head, papers: [], partly: false, missing: [], identity: false };
      if (query.identity) {
        const lists = await this.lists(head, { term: query.identity, prefix: "" });
        if (lists.length === 0) return { ...result, missing: [query.identity.slice(1)] };
        return { ...result, papers: Array.from(lists[0].list.papers), identity: true };
      }
      const filter = await this.filter_of(head, query);
      if (query.wanted.length === 0) {
        if (filter) for (let i = head.papers - 1; i >= 0; --i) if (filter(i)) result.papers.push(i);
        return result;
      }
      let found = null;
      for (const depth of [0, 1, 2]) {
        const wanted = query.wanted.filter(({ link }) => link <= depth);
        if (found && (found.papers.length <= kFewResults || !query.wanted.some(({ link }) => link === depth))) continue;
        const closer = await this.ranked(head, wanted, filter);
        if (!found || (closer.papers.length > 0 && !closer.partly)) found = closer;
      }
      return { ...result, ...found };
    }

    async filter_of(head, { tags, dates }) {
      if (tags.length === 0 && dates.length === 0) return null;
      const facets = await this.facets(head);
      const numbers = tags.map((tag) => head.categories.findIndex((category) =>
        category[0].toLowerCase() === tag || category[1].toLowerCase() === tag));
      return (paper) => {
        const date = Index.date_of(facets, paper);
        return (tags.length === 0 || numbers.includes(Index.category_of(facets, paper)))
          && dates.every(([first, last]) => date >= first && date <= last);
      };
    }

    static category_of(facets, paper) {
      const letter = facets.categories.charCodeAt(paper);
      return (letter < 0x100 ? letter - 0x30 : letter - 0x100) - 1;
    }

    static date_of(facets, paper) {
      let low = 0;
      let high = facets.starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (facets.starts[middle] > paper) high = middle - 1;
        else low = middle;
      }
      return facets.dates[low];
    }

    async ranked(head, wanted, filter) {
      const all = await Promise.all(wanted.map((one) => this.lists(head, one)));
      const scores = new Float64Array(head.papers);
      const met = new Uint16Array(head.papers);
      const best = new Float64Array(head.papers);
      const touched = [];
      // A list that was cut to its best papers says nothing about the others: it ranks, it does not rule out.
      const is_cut = all.map((lists) => lists.some((list) => list.cut));
      const rules = is_cut.every(Boolean) ? is_cut.map(() => true) : is_cut.map((cut) => !cut);
      const missing = [];
      for (const [i, lists] of all.entries()) {
        const here = [];
        for (const { exact, papers: count, list } of lists) {
          const rarity = Math.log(1 + (head.papers - count + 0.5) / (count + 0.5)) * (exact ? 1 : kPrefixShare);
          for (const [at, paper] of list.papers.entries()) {
            if (wanted[i].mask && !(list.standings[at] & wanted[i].mask)) continue;
            if (best[paper] === 0) here.push(paper);
            best[paper] = Math.max(best[paper], rarity * (list.standings[at] & kWeight) / kWeight);
          }
        }
        if (here.length === 0) missing.push(wanted[i].shown ?? wanted[i].term);
        for (const paper of here) {
          if (scores[paper] === 0) touched.push(paper);
          scores[paper] += best[paper];
          if (rules[i]) ++met[paper];
          best[paper] = 0;
        }
      }
      const needed = rules.filter(Boolean).length;
      const kept = filter ? touched.filter(filter) : touched;
      const whole = kept.filter((paper) => met[paper] === needed);
      const partly = whole.length === 0 && kept.length > 0;
      const papers = partly ? kept : whole;
      papers.sort((a, b) => (partly ? met[b] - met[a] : 0) || scores[b] - scores[a] || b - a);
      return { papers, partly, missing };
    }

    // What a line shows of a paper: { href, title, title_zh, date, category, gist, people, count }.
    async row(head, paper) {
      const file = Math.floor(paper / head.rows_in_file);
      const row = (await this.rows(head, file)).rows[paper % head.rows_in_file];
      const [href, title, title_zh, date, category, gist, people, count] = row;
      return { href, title, title_zh, date, category: head.categories[category], gist, people, count };
    }

    // How many of `papers` there are by category and by year: { tags: [[category, count]], years: [[year, count]] }.
    async counts(head, papers) {
      const facets = await this.facets(head);
      const tags = new Map();
      const years = new Map();
      for (const paper of papers) {
        const tag = Index.category_of(facets, paper);
        const year = Math.floor(Index.date_of(facets, paper) / 10000);
        tags.set(tag, (tags.get(tag) ?? 0) + 1);
        years.set(year, (years.get(year) ?? 0) + 1);
      }
      return {
        tags: [...tags].filter(([tag]) => tag >= 0).sort((a, b) => b[1] - a[1] || a[0] - b[0])
          .map(([tag, count]) => [head.categories[tag], count]),
        years: [...years].filter(([year]) => year > 0).sort((a, b) => b[0] - a[0]),
      };
    }
  }

  // Which parts of `text` a query found: [[start, end]], in order, none touching another.
  const marked_ranges = (text, marks) => {
    const ranges = [];
    for (const match of text.matchAll(kRuns)) {
      const start = match.index;
      const folded = fold(match[0]);
      if (match[1] !== undefined) {
        for (const { han, text: wanted } of marks) {
          if (!han) continue;
          for (const part of folded.includes(wanted) ? [wanted] : pairs_of(Array.from(wanted))) {
            for (let at = folded.indexOf(part); at >= 0; at = folded.indexOf(part, at + 1)) {
              ranges.push([start + at, start + at + part.length]);
            }
          }
        }
      } else if (marks.some(({ han, text: wanted, open, word }) =>
        !han && (stem(folded) === wanted || (open && word.length > 1 && folded.startsWith(word))))) {
        ranges.push([start, start + match[0].length]);
      }
    }
    ranges.sort((a, b) => a[0] - b[0]);
    const joined = [];
    for (const [start, end] of ranges) {
      if (joined.length > 0 && start <= joined.at(-1)[1]) joined.at(-1)[1] = Math.max(end, joined.at(-1)[1]);
      else joined.push([start, end]);
    }
    return joined;
  };

  return { Index, identity_in, marked_ranges, parse_query, tokens_of };
})();
