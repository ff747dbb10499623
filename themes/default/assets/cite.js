// Buttons to copy and to download what stands in a paper's cite box.
(() => {
  const texts = document.querySelector(".export-texts");
  if (!texts) return;
  const say = texts.dataset;

  const button = (text, act) => {
    const made = Object.assign(document.createElement("button"), { type: "button", textContent: text });
    made.addEventListener("click", () => act(made));
    return made;
  };
  const copy = (box) => async (made) => {
    try {
      await navigator.clipboard.writeText(box.textContent);
      made.textContent = say.copied;
      setTimeout(() => { made.textContent = say.copy; }, 2000);
    } catch {
      getSelection().selectAllChildren(box);
    }
  };
  const download = (box) => () => {
    // RIS has lines that end in CR LF, which HTML does not keep.
    const text = box.dataset.format === "ris" ? box.textContent.replace(/\r?\n/g, "\r\n") : box.textContent;
    const url = URL.createObjectURL(new Blob([text], { type: box.dataset.type }));
    Object.assign(document.createElement("a"), { href: url, download: box.dataset.name }).click();
    setTimeout(() => URL.revokeObjectURL(url), 10000);
  };

  for (const box of document.querySelectorAll("pre[data-format]")) {
    const acts = document.createElement("div");
    acts.className = "acts";
    // Browsers have a clipboard on https and on this machine only.
    if (navigator.clipboard) acts.append(button(say.copy, copy(box)));
    acts.append(button(say.download, download(box)));
    box.after(acts);
  }
})();
