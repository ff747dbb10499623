// The search page: asks PaperSearch (search_index.js) while the reader types and shows what it finds. Data becomes
// text nodes only, never markup.
(() => {
  const kPageSize = 10;
  const kPause = 120; // ms without a key before a search
  const kPatience = 400; // ms that a list waits for its last lines

  const form = document.getElementById("ask");
  const field = form.elements.q;
  const status = document.getElementById("status");
  const found = document.getElementById("found");
  const list = document.getElementById("list");
  const more = document.getElementById("more");
  const [by_category, by_year] = document.getElementById("counts").children;
  const words = found.dataset;

  const index = new PaperSearch.Index(async (path, again) => {
    const response = await fetch(words.index + path, again ? { cache: "reload" } : {});
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return response;
  });

  const filled = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  const counted = (text, one, count) => filled(count === 1 ? one : text, { count: count.toLocaleString(words.lang) });

  const element = (name, className, ...children) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...children);
    return made;
  };

  const language_of = (text) => (/[\u3400-\u9fff]/.test(text) ? "zh-Hans" : "en");

  // `text` with what was found in <mark>.
  const marked = (name, className, text, marks) => {
    const made = element(name, className);
    let end = 0;
    for (const [from, to] of PaperSearch.marked_ranges(text, marks)) {
      made.append(text.slice(end, from), element("mark", "", text.slice(from, to)));
      end = to;
    }
    made.append(text.slice(end));
    made.lang = language_of(text);
    return made;
  };

  // 20230208 as the reader's language writes it; a month and no date are not made more than they are.
  const shown_date = (number) => {
    const [year, month, day] = [Math.floor(number / 10000), Math.floor(number / 100) % 100, number % 100];
    const two = (part) => String(part).padStart(2, "0");
    const time = element("time", "date");
    time.dateTime = [year, ...[month, day].filter(Boolean).map(two)].join("-");
    time.textContent = words.lang.startsWith("zh")
      ? [year, month, day].filter(Boolean).join(".")
      : new Intl.DateTimeFormat("en-GB", { year: "numeric", ...(month && { month: "short" }), ...(day && { day: "numeric" }), timeZone: "UTC" })
        .format(Date.UTC(year, (month || 1) - 1, day || 1));
    return time;
  };

  const people_of = ({ people, count }, marks) => {
    const made = marked("span", "people", people, marks);
    made.lang = "en";
    const rest = count - people.split(", ").length;
    if (count === 0) return [made, " ", words.peopleOthers];
    return rest > 0 ? [made, " ", filled(words.peopleMore, { count, rest })] : [made];
  };

  const fill = (item, row, marks) => {
    const mark = element("div", "mark");
    if (row.date) mark.append(shown_date(row.date));
    if (row.category) {
      const tag = element("span", `tag hue-${row.category[2]}`, row.category[0]);
      tag.title = row.category[1];
      mark.append(tag);
    }
    const link = marked("a", "", row.title, marks);
    link.href = row.href;
    const text = element("div", "text", element("h3", "title", link));
    if (row.title_zh) text.append(marked("p", "title-zh", row.title_zh, marks));
    if (row.gist) text.append(marked("p", "gist", row.gist, marks));
    item.replaceChildren(mark, text);
    if (row.people) item.append(element("div", "aside", element("p", "", ...people_of(row, marks))));
    item.classList.remove("waiting");
  };

  let turn = 0; // of the newest search: what an older one brings is not shown any more
  let shown = null; // the newest result, and how many of its papers are listed

  // Lines for the next papers. They are put in at once where all come in time, and what stands beside them,
  // else as they come.
  const add_lines = async (result, from, mine, beside) => {
    const papers = result.papers.slice(from, from + kPageSize);
    const items = papers.map(() => element("li", "entry list waiting"));
    const lines = papers.map(async (paper, i) => fill(items[i], await index.row(result.head, paper), result.query.marks));
    const all = Promise.all(lines);
    await Promise.race([Promise.all([all, beside]), new Promise((resolve) => setTimeout(resolve, kPatience))]);
    if (mine !== turn) return all.catch(() => {});
    if (from === 0) list.replaceChildren(...items);
    else list.append(...items);
    shown = { result, count: from + items.length };
    more.hidden = shown.count >= result.papers.length;
    return all;
  };

  // "LG 12": a link to the same search with one more filter.
  const count_link = (query, filter, name, className, count) => {
    const link = element("a", className, name);
    link.href = `?q=${encodeURIComponent(`${query.trim()} ${filter}`)}`;
    return element("li", "", link, " ", element("span", "n", count.toLocaleString(words.lang)));
  };

  const quoted = (text) => (/\s/.test(text) ? `"${text}"` : text);

  const show_counts = (query, { tags, years }) => {
    by_category.lastElementChild.replaceChildren(...tags.slice(0, 12).map(([[code, , hue], count]) =>
      count_link(query, `tag:${quoted(code)}`, code, `tag hue-${hue}`, count)));
    by_year.lastElementChild.replaceChildren(...years.slice(0, 12).map(([year, count]) =>
      count_link(query, `date:${year}`, String(year), "", count)));
    by_category.hidden = tags.length < 2;
    by_year.hidden = years.length < 2;
  };

  const say = (result) => {
    const count = result.papers.length;
    const said = [count === 0 ? words.none
      : result.partly ? counted(words.partly, words.partlyOne, count)
        : counted(words.found, words.foundOne, count)];
    if (result.missing.length > 0) said.push(filled(words.missing, { words: result.missing.join(" · ") }));
    status.textContent = said.join(" ");
  };

  const search = async (text) => {
    const mine = ++turn;
    if (text.trim() === "") {
      found.hidden = true;
      status.textContent = "";
      shown = null;
      return null;
    }
    if (!shown) {
      status.textContent = words.waiting;
      found.hidden = false; // its room, so that nothing moves when it is filled
    }
    try {
      const result = await index.search(text);
      if (mine !== turn) return null;
      say(result);
      found.hidden = result.papers.length === 0;
      if (result.papers.length === 0) {
        list.replaceChildren();
        return result;
      }
      const counts = index.counts(result.head, result.papers).then((all) => mine === turn && show_counts(text, all));
      await Promise.all([add_lines(result, 0, mine, counts), counts]);
      return result;
    } catch (error) {
      if (mine === turn) {
        status.textContent = words.failed;
        found.hidden = true;
      }
      return null;
    }
  };

  const query_in_address = () => new URLSearchParams(location.search).get("q") ?? "";
  const address_of = (text) => (text.trim() === "" ? location.pathname : `?q=${encodeURIComponent(text)}`);

  // A search for one paper's id or address leads to it.
  const jump = async (text) => {
    if (!PaperSearch.identity_in(text)) return false;
    try {
      const result = await index.search(text);
      if (!result.identity) return false;
      location.replace((await index.row(result.head, result.papers[0])).href);
      return true;
    } catch {
      return false;
    }
  };

  const open_address = async () => {
    field.value = query_in_address();
    if (!(await jump(field.value))) search(field.value);
  };

  let pause = 0;
  field.addEventListener("input", (event) => {
    if (event.isComposing) return; // letters of an input method are no query yet
    clearTimeout(pause);
    pause = setTimeout(() => {
      history.replaceState(null, "", address_of(field.value));
      search(field.value);
    }, kPause);
  });
  field.addEventListener("compositionend", () => field.dispatchEvent(new Event("input")));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    clearTimeout(pause);
    if (await jump(field.value)) return;
    if (field.value !== query_in_address()) history.pushState(null, "", address_of(field.value));
    search(`${field.value} `); // a word that was sent off is whole
  });
  addEventListener("popstate", open_address);
  more.addEventListener("click", async () => {
    const before = shown.count;
    await add_lines(shown.result, before, turn);
    list.children[before]?.querySelector("a")?.focus();
  });

  // Up and down lead from the field through the results and back; Escape leads back at once.
  addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
    const links = [...list.querySelectorAll(".title a")];
    const at = links.indexOf(document.activeElement);
    if (at < 0 && document.activeElement !== field) return;
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Escape: at < 0 ? undefined : -1 }[event.key];
    if (next === undefined || next < -1 || next >= links.length) return;
    event.preventDefault();
    (next < 0 ? field : links[next]).focus();
  });

  index.open().catch(() => {});
  if (query_in_address() === "") field.focus({ preventScroll: true });
  open_address();
})();
