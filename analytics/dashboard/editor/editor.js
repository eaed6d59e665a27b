// An editor for one SQL statement: a text area over its coloured copy, and a list of what may come next.
const MOST = 60;
const PARTS = /(--[^\n]*|\/\*[\s\S]*?(?:\*\/|$))|('(?:[^']|'')*(?:'|$)|"(?:[^"]|"")*(?:"|$))|(\b\d[\d_.]*\b)|([A-Za-z_]\w*)/g;
const BEFORE = /(?:([A-Za-z_]\w*)\.)?([A-Za-z_]\w*)?$/;
const kept = new WeakMap();

export default function ({ parentElement, data, setTriggerValue }) {
  if (!kept.has(parentElement)) {
    kept.set(parentElement, new Editor(parentElement));
  }
  kept.get(parentElement).update(data, setTriggerValue);
}

class Editor {
  constructor(root) {
    for (const name of ["sheet", "shown", "text", "list", "run", "said"]) {
      this[name] = root.querySelector(`.${name}`);
    }
    this.root = root;
    this.given = null;
    this.sent = null;
    this.items = [];
    this.at = 0;
    this.moved = false;
    this.text.oninput = () => this.changed();
    this.text.onkeydown = (event) => this.pressed(event);
    this.text.onblur = () => this.close();
    this.text.onclick = () => this.close();
    this.run.onclick = () => this.ask();
  }

  // What the page says of the statement counts only when it is news: a draft is not written over, nor what was typed
  // since the statement was sent.
  update(data, send) {
    this.send = send;
    this.known = data;
    this.words = new Set(data.words);
    if (data.statement !== this.given) {
      if (data.statement !== this.sent) {
        this.text.value = data.statement;
      }
      this.given = data.statement;
      this.sent = null;
    }
    this.colour();
  }

  ask() {
    this.close();
    this.sent = this.text.value;
    this.send("run", this.sent);
  }

  changed() {
    this.colour();
    const place = this.text.selectionStart;
    this.offer(this.text.value.slice(0, place).match(BEFORE)[0] !== "");
  }

  colour() {
    const text = this.text.value;
    const copy = document.createDocumentFragment();
    let end = 0;
    for (const part of text.matchAll(PARTS)) {
      const [whole, comment, quoted, number, word] = part;
      const kind = comment ? "comment" : quoted ? "quoted" : number ? "number" : this.isWord(word) ? "word" : "";
      if (kind) {
        copy.append(text.slice(end, part.index));
        const span = document.createElement("span");
        span.className = kind;
        span.textContent = whole;
        copy.append(span);
        end = part.index + whole.length;
      }
    }
    // A last line that is empty has no height without something on it.
    copy.append(text.slice(end) + "\u200b");
    this.shown.replaceChildren(copy);
  }

  isWord(word) {
    return word !== undefined && this.words.has(word.toLowerCase());
  }

  pressed(event) {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      this.ask();
    } else if (event.key === " " && event.ctrlKey) {
      event.preventDefault();
      this.offer(true);
    } else if (!this.list.hidden) {
      this.choose(event);
    }
  }

  choose(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      this.mark((this.at + step + this.items.length) % this.items.length);
      this.moved = true;
    } else if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      this.close();
    } else if ((event.key === "Tab" && !event.shiftKey) || (event.key === "Enter" && this.moved)) {
      event.preventDefault();
      this.take(this.items[this.at]);
    } else if (["ArrowLeft", "ArrowRight", "Home", "End", "Tab"].includes(event.key)) {
      this.close();
    }
  }

  offer(wanted) {
    const place = this.text.selectionStart;
    const before = this.text.value.slice(0, place);
    const [, owner, typed = ""] = before.match(BEFORE);
    this.items = wanted && !this.insideText(place) ? this.fitting(owner, typed) : [];
    if (this.items.length === 0 || (this.items.length === 1 && this.items[0].insert === typed)) {
      this.close();
      return;
    }
    this.from = place - typed.length;
    this.moved = false;
    this.list.replaceChildren(...this.items.map((item, index) => this.row(item, index)));
    this.list.hidden = false;
    this.put(this.from);
    this.mark(0);
    this.said.textContent = `${this.items.length} suggestions`;
  }

  insideText(place) {
    return [...this.text.value.matchAll(PARTS)].some(({ 0: whole, 1: comment, 2: quoted, index }) => {
      const end = index + whole.length + (isOpen(whole) ? 1 : 0);
      return (comment || quoted) && index < place && place < end;
    });
  }

  // Columns of what the statement names come first, then tables, queries, words, functions.
  fitting(owner, typed) {
    const text = this.text.value;
    const named = this.known.named.filter((item) => new RegExp(`\\b${item.name}\\b`, "i").test(text));
    if (owner !== undefined) {
      return starting(columnsOf(named.filter((item) => isCalled(item.name, owner, text))), typed).slice(0, MOST);
    }
    if (typed === "") {
      return [...columnsOf(named), ...this.known.named.map(asItem)].slice(0, MOST);
    }
    const all = [
      ...columnsOf(named),
      ...this.known.named.map(asItem),
      ...this.known.words.map((word) => ({ name: word, insert: word, note: "SQL" })),
      ...this.known.functions.map((name) => ({ name, insert: `${name}(`, note: "function" })),
    ];
    const others = this.known.named.map(asItem).filter((item) => item.name.includes(typed.toLowerCase(), 1));
    return unique([...starting(all, typed), ...others]).slice(0, MOST);
  }

  row(item, index) {
    const row = document.createElement("li");
    row.className = "item";
    row.id = `item-${index}`;
    row.setAttribute("role", "option");
    const name = document.createElement("code");
    name.textContent = item.name;
    const note = document.createElement("small");
    note.textContent = item.note;
    row.append(name, note);
    row.onpointerdown = (event) => event.preventDefault();
    row.onclick = () => this.take(item);
    return row;
  }

  mark(index) {
    this.at = index;
    [...this.list.children].forEach((row, other) => row.setAttribute("aria-selected", String(other === index)));
    this.list.children[index].scrollIntoView({ block: "nearest" });
    this.text.setAttribute("aria-activedescendant", `item-${index}`);
  }

  // The coloured copy tells where on the screen a letter stands.
  put(place) {
    const range = document.createRange();
    let left = place;
    const walker = document.createTreeWalker(this.shown, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (left <= node.length) {
        range.setStart(node, left);
        break;
      }
      left -= node.length;
    }
    range.collapse(true);
    const letter = range.getBoundingClientRect();
    const box = this.sheet.parentElement.getBoundingClientRect();
    this.list.style.top = `${letter.bottom - box.top + 4}px`;
    this.list.style.left = `${Math.max(0, Math.min(letter.left - box.left, box.width - this.list.offsetWidth))}px`;
  }

  take(item) {
    const { from, text } = this;
    text.focus();
    text.setSelectionRange(from, text.selectionStart);
    // The only way in which the browser's own undo takes it back.
    if (!document.execCommand("insertText", false, item.insert)) {
      text.setRangeText(item.insert, from, text.selectionEnd, "end");
    }
    this.colour();
    this.close();
  }

  close() {
    this.list.hidden = true;
    this.said.textContent = "";
    this.text.removeAttribute("aria-activedescendant");
  }
}

// Whether what is typed at the end of a comment or of quoted text still belongs to it.
function isOpen(whole) {
  const end = whole.startsWith("/*") ? "*/" : whole[0];
  return whole.startsWith("--") || whole.length < 2 * end.length || !whole.endsWith(end);
}

function columnsOf(named) {
  return unique(named.flatMap((item) => item.columns.map((name) => ({ name, insert: spelt(name), note: item.name }))));
}

function asItem(item) {
  return { name: item.name, insert: item.call, note: item.about };
}

function starting(items, typed) {
  return items.filter((item) => item.name.startsWith(typed.toLowerCase()));
}

function unique(items) {
  return [...new Map(items.map((item) => [item.insert, item])).values()];
}

// A column whose name is a word of SQL must be quoted.
function spelt(name) {
  return ["on", "from", "to", "end", "order", "group", "table", "column", "all"].includes(name) ? `"${name}"` : name;
}

// Whether a statement gives a table or query the name `owner`: `ties as t`, `launches_to_date('…') l`, or its own.
function isCalled(name, owner, text) {
  return (
    name === owner.toLowerCase() ||
    new RegExp(`\\b${name}\\b\\s*(?:\\([^)]*\\))?\\s+(?:as\\s+)?${owner}\\b`, "i").test(text)
  );
}
