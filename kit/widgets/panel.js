// What the panel of a word shows, and where it stands.

const KANA = /^[ぁ-ゖァ-ヺー・]+$/;
const KANJI = /[\p{Script=Han}々〆ヶ]/u;
const MARK_KEYS = { k: "known", l: "learning", i: "ignored" };

// A reading with its accent as dictionaries draw it: a line over what is high, a hook where it drops.
function accentNode(reading, accent, say) {
  const node = japanese(make("span", "kit-reading"));
  if (!accent) return make("span", "", reading ? Object.assign(node, { textContent: reading }) : "");
  const [drop, estimated] = accent;
  (reading.match(/.[ゃゅょぁぃぅぇぉゎャュョァィゥェォヮ]?/gu) ?? []).forEach((mora, index) => {
    const high = drop === 1 ? index === 0 : index > 0 && (drop === 0 || index < drop);
    node.append(make("span", `${high ? "kit-high" : ""} ${index + 1 === drop ? "kit-drop" : ""}`, mora));
  });
  const told = say(drop ? "reader.accent-drops" : "reader.accent-flat", { drop });
  const about = make("span", "kit-unseen", ` ${told}${estimated ? say("reader.accent-estimated") : ""}`);
  node.title = about.textContent.trim();
  return make("span", "", node, about);
}

function kanjiNode(character, [on, kun, meanings, grade], say) {
  const head = japanese(make("b", "", character));
  const readings = japanese(make("span", "", [...on, ...kun].join("・")));
  const school = grade ? say(grade > 6 ? "reader.grade-later" : "reader.grade", { grade }) : "";
  const node = make("li", "kit-kanji", head, " ", readings, make("span", "", ` ${meanings.join(", ")}`));
  if (school) node.append(make("span", "kit-quiet", ` ${school}`));
  return node;
}

function listNode(tag, className, items) {
  return make(tag, className, ...items.map((item) => (item.tagName === "LI" ? item : make("li", "", item))));
}

// What stands behind the fold: everything but the sense that fits here.
function moreNode(word, kanji, say) {
  const [, ...senses] = word.senses ?? [];
  const headword = word.headword ?? word.surface;
  const parts = [];
  if (word.inflection) {
    parts.push(listNode("ol", "kit-ladder", word.inflection.map(([form, step]) =>
      make("li", "", japanese(make("span", "kit-form", form)), " ", make("span", "kit-quiet", step)))));
  }
  if (senses.length) parts.push(listNode("ul", "kit-senses", senses));
  const characters = [...new Set(headword)].filter((character) => kanji[character]);
  if (characters.length) {
    parts.push(listNode("ul", "kit-list", characters.map((c) => kanjiNode(c, kanji[c], say))));
  }
  if (word.others) {
    parts.push(make("p", "kit-quiet", say("reader.others")));
    parts.push(listNode("ul", "kit-list", word.others.map(([reading, gloss]) =>
      make("li", "", japanese(make("span", "", `${headword}（${reading}）`)), ` ${gloss}`))));
  }
  if (word.band) parts.push(make("p", "kit-quiet", say("reader.band", { words: (word.band * 1000).toLocaleString("en") })));
  return parts;
}

function headOf(word, say) {
  const written = word.headword ?? word.surface;
  const head = make("p", "kit-head", japanese(make("span", "kit-headword", written)));
  const kana = KANA.test(written);
  if (kana ? word.accent : KANJI.test(written)) {
    head.append(accentNode((kana ? written : word.reading) ?? "", word.accent, say));
  }
  if (word.alternatives) head.append(japanese(make("span", "kit-quiet", `・${word.alternatives.join("・")}`)));
  if (word.uncertain) head.append(make("span", "kit-quiet", say("reader.uncertain")));
  return head;
}

function actionsNode(word, mark, say, { setMark, listen }) {
  const row = make("div", "kit-row kit-actions");
  for (const [key, name] of Object.entries(MARK_KEYS)) {
    const choose = button("kit-button", () => setMark(name), say(`reader.${name}`));
    choose.setAttribute("aria-pressed", String(mark === name));
    choose.setAttribute("aria-keyshortcuts", key);
    row.append(choose);
  }
  if (listen) row.append(button("kit-button", listen, say("reader.listen")));
  return row;
}

// All that the panel shows of a word. `why` is what is said about its furigana; `acts` are what its
// buttons do, and what the fold does when it is opened or closed.
function panelParts(word, { mark, why, kanji, unfolded }, say, acts) {
  const parts = [headOf(word, say), make("p", "kit-gloss", word.senses?.[0] ?? say("reader.unknown"))];
  const about = [word.role && say("reader.role", { role: word.role }), word.official && say("reader.official", { name: word.official })];
  if (about.some(Boolean)) parts.push(make("p", "kit-quiet", about.filter(Boolean).join(" · ")));
  if (why) parts.push(make("p", "kit-quiet kit-why", why));
  if (word.kind !== "grammar") parts.push(actionsNode(word, mark, say, acts));
  const more = moreNode(word, kanji, say);
  if (more.length) {
    const fold = make("details", "", make("summary", "", say("reader.more")), ...more);
    fold.firstChild.dataset.lmSuppressShortcuts = "true";
    fold.open = unfolded;
    fold.addEventListener("toggle", () => acts.unfold(fold.open));
    parts.push(fold);
  }
  return parts;
}

// The nearest place beside the line that a word stands on, all of it on the screen.
function place(panel, node, vertical) {
  const box = [...node.getClientRects(), ...[...node.querySelectorAll("rt")].map((rt) => rt.getBoundingClientRect())];
  const last = [...node.getClientRects()].at(-1);
  if (!last) return false;
  const near = box.filter((b) => (vertical ? b.right > last.left - 4 && b.left < last.right + last.width : b.bottom > last.top - last.height && b.top < last.bottom + 4));
  const line = {
    top: Math.min(...near.map((b) => b.top)), bottom: Math.max(...near.map((b) => b.bottom)),
    left: Math.min(...near.map((b) => b.left)), right: Math.max(...near.map((b) => b.right)),
  };
  const { innerWidth: width, innerHeight: height } = window;
  if (line.bottom < 0 || line.top > height || line.right < 0 || line.left > width) return false;
  const edge = 8, gap = 4;
  panel.style.maxWidth = `${Math.min(440, width - 2 * edge)}px`;
  panel.style.maxHeight = panel.style.width = "";
  if (vertical) {
    const room = Math.max(line.left, width - line.right) - gap - edge;
    panel.style.maxWidth = `${Math.min(440, room)}px`;
    panel.style.maxHeight = `${height - 2 * edge}px`;
    const { offsetWidth: w, offsetHeight: h } = panel;
    panel.style.left = `${line.left - gap - edge >= w ? line.left - gap - w : line.right + gap}px`;
    panel.style.top = `${Math.max(edge, Math.min(last.top, height - h - edge))}px`;
    return true;
  }
  const below = height - line.bottom - gap - edge, above = line.top - gap - edge;
  const under = panel.offsetHeight <= below || below >= above;
  panel.style.maxHeight = `${Math.max(under ? below : above, 40)}px`;
  const { offsetWidth: w, offsetHeight: h } = panel;
  panel.style.left = `${Math.max(edge, Math.min(last.left - edge, width - w - edge))}px`;
  panel.style.top = `${under ? line.bottom + gap : line.top - gap - h}px`;
  return true;
}
