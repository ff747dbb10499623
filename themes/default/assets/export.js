// Papers that a reader picks on a list leave it as one file of citations. Nothing is sent anywhere: the citations are
// read from the cite boxes of the papers' own pages.
(() => {
  const start = document.querySelector(".pick-start");
  const entries = [...document.querySelectorAll("main .entry")].filter((entry) => entry.querySelector(".text a"));
  if (!start || !entries.length) return;
  start.classList.add("ready");
  const say = document.querySelector(".export-texts").dataset;
  const make = (name, set) => Object.assign(document.createElement(name), set);

  const save = (name, text) => {
    const url = URL.createObjectURL(new Blob([text], { type: "application/octet-stream" }));
    make("a", { href: url, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(url), 10000);
  };
  const button = (text, act) => {
    const made = make("button", { type: "button", textContent: text });
    made.addEventListener("click", act);
    return made;
  };
  const picked = new Set();
  const count = make("output", {});
  const actions = [];
  let bar;

  const boxes = async (address) => {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(address);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    return (format) => page.querySelector(`pre[data-format=${format}]`).textContent;
  };
  // A spreadsheet computes what begins with one of these.
  const cell = (value) => {
    const text = /^[=+\-@\t\r]/.test(value) ? "'" + value : value;
    return /[",\r\n]/.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text;
  };
  const person = (name) => name.literal || [name.given, name.family, name.suffix].filter(Boolean).join(" ");
  const row = ({ id, title, author = [], issued = { "date-parts": [[]] }, DOI = "", URL = "" }) => [
    id, title, author.map(person).join("; "),
    issued["date-parts"][0].map((part) => String(part).padStart(2, "0")).join("-"), DOI, URL,
  ].map(cell).join(",");
  const write = {
    bib: (all) => all.map((box) => box("bib")).join("\n"),
    ris: (all) => all.map((box) => box("ris").replace(/\r?\n/g, "\r\n")).join(""),
    json: (all) => "[\n" + all.map((box) => box("json")).join(",\n") + "\n]\n",
    csv: (all) => ["key,title,authors,date,doi,url", ...all.map((box) => row(JSON.parse(box("json"))))].join("\r\n") + "\r\n",
  };

  const show = () => {
    count.textContent = say.picked.replace("{count}", picked.size);
    for (const made of actions) made.disabled = !picked.size;
  };
  const clear = () => { for (const box of document.querySelectorAll(".pick input:checked")) box.click(); };
  const export_as = (format, ending) => async () => {
    try {
      save("papers." + ending, write[format](await Promise.all([...picked].map(boxes))));
    } catch {
      count.textContent = say.failed;
    }
  };

  const begin = () => {
    for (const entry of entries) {
      const link = entry.querySelector(".text a");
      const box = make("input", { type: "checkbox", ariaLabel: say.pick + " " + link.textContent });
      box.addEventListener("change", () => {
        picked[box.checked ? "add" : "delete"](link.getAttribute("href"));
        entry.classList.toggle("picked", box.checked);
        show();
      });
      const label = make("label", { className: "pick" });
      label.append(box);
      if (!entry.querySelector(".mark")) entry.prepend(make("div", { className: "mark" }));
      entry.querySelector(".mark").prepend(label);
    }
    actions.push(button("BibTeX", export_as("bib", "bib")), button("RIS", export_as("ris", "ris")),
      button("CSL-JSON", export_as("json", "csl.json")), button("CSV", export_as("csv", "csv")), button(say.clear, clear));
    bar = make("div", { className: "picks" });
    bar.append(count, ...actions);
    document.querySelector("main").append(bar);
    show();
  };

  start.addEventListener("click", () => {
    const on = start.getAttribute("aria-pressed") !== "true";
    if (!bar) begin();
    else if (!on) clear();
    for (const part of document.querySelectorAll(".pick, .picks")) part.hidden = !on;
    start.setAttribute("aria-pressed", on);
    if (on) document.querySelector(".pick input").focus();
  });
})();
