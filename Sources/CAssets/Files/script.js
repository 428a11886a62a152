"use strict";
// The pages are whole without this: it copies citations, proposes names and folds what a narrow screen has no room for.
(() => {
  const english = document.documentElement.lang === "en";

  for (const button of document.querySelectorAll("button.copy")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      const text = button.dataset.copy;
      const before = button.textContent;
      try {
        await navigator.clipboard.writeText(text);
        button.textContent = english ? "copied" : "已复制";
      } catch {
        button.textContent = text;
      }
      setTimeout(() => { button.textContent = before; }, 1500);
    });
  }

  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (/^(input|select|textarea)$/i.test(event.target.tagName)) return;
    const field = document.getElementById("q") || document.getElementById("quick-q");
    if (!field) return;
    event.preventDefault();
    field.focus();
    field.select();
  });

  if (matchMedia("(max-width: 64rem)").matches) {
    for (const fold of document.querySelectorAll("details.fold")) fold.open = false;
  }

  // Names of units and indicators are proposed where a form asks for one.
  const kinds = { unit: "unit", name: "unit", indicator: "indicator", issuer: "issuer", title: "title" };
  for (const input of document.querySelectorAll(".filters input[type=text]")) {
    const kind = kinds[input.name];
    if (!kind) continue;
    const list = document.createElement("datalist");
    list.id = `names-${input.name}`;
    input.after(list);
    input.setAttribute("list", list.id);
    let last = "";
    let timer = 0;
    input.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(async () => {
        const text = input.value.trim();
        if (!text || text === last) return;
        last = text;
        const query = new URLSearchParams({ q: text, of: kind, limit: "10" });
        try {
          const answer = await fetch(`/api/v1/suggestions?${query}`);
          if (!answer.ok) return;
          const { items } = await answer.json();
          list.replaceChildren(...items.map((item) => new Option(item.value, item.value)));
        } catch { /* Without proposals the field is as good as before. */ }
      }, 150);
    });
  }
})();
