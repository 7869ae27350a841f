// Judging an answer where no kernel does: the same as kit/lesson/answer.py and romaji.py.

const LONGEST = 2000; // characters of an answer that are looked at
const TYPED = 200; // characters that a typed reading has at the most

const ROMAJI = `
- あ い う え お|k か き く け こ|ky きゃ きぃ きゅ きぇ きょ|g が ぎ ぐ げ ご|gy ぎゃ ぎぃ ぎゅ ぎぇ ぎょ
s さ し す せ そ|sh しゃ し しゅ しぇ しょ|sy しゃ しぃ しゅ しぇ しょ|z ざ じ ず ぜ ぞ|zy じゃ じぃ じゅ じぇ じょ
j じゃ じ じゅ じぇ じょ|jy じゃ じぃ じゅ じぇ じょ|t た ち つ て と|ts つぁ つぃ つ つぇ つぉ
ty ちゃ ちぃ ちゅ ちぇ ちょ|ch ちゃ ち ちゅ ちぇ ちょ|cy ちゃ ちぃ ちゅ ちぇ ちょ|d だ ぢ づ で ど
dy ぢゃ ぢぃ ぢゅ ぢぇ ぢょ|n な に ぬ ね の|ny にゃ にぃ にゅ にぇ にょ|h は ひ ふ へ ほ|hy ひゃ ひぃ ひゅ ひぇ ひょ
f ふぁ ふぃ ふ ふぇ ふぉ|fy ふゃ . ふゅ . ふょ|b ば び ぶ べ ぼ|by びゃ びぃ びゅ びぇ びょ|p ぱ ぴ ぷ ぺ ぽ
py ぴゃ ぴぃ ぴゅ ぴぇ ぴょ|m ま み む め も|my みゃ みぃ みゅ みぇ みょ|y や . ゆ いぇ よ|r ら り る れ ろ
ry りゃ りぃ りゅ りぇ りょ|l ら り る れ ろ|w わ うぃ う . を|v ゔぁ ゔぃ ゔ ゔぇ ゔぉ|c か し く せ こ
q くぁ くぃ く くぇ くぉ|kw くぁ くぃ くぅ くぇ くぉ|gw ぐぁ ぐぃ ぐぅ ぐぇ ぐぉ|th てゃ てぃ てゅ てぇ てょ
dh でゃ でぃ でゅ でぇ でょ|tw とぁ とぃ とぅ とぇ とぉ|dw どぁ どぃ どぅ どぇ どぉ|x ぁ ぃ ぅ ぇ ぉ
xy ゃ ぃ ゅ ぇ ょ|ly ゃ ぃ ゅ ぇ ょ`;
const EXTRA = `を o|ぢ ji zi|づ zu dzu|ぢゃ ja zya|ぢゅ ju zyu|ぢょ jo zyo|てぃ ti|でぃ di|とぅ tu|どぅ du|でゅ dyu
うぇ we whe|うぉ wo who|っ xtu xtsu ltu ltsu|ん n nn n' xn`;

const VOWELS = "aiueo";
const VOWEL_ROWS = {
  a: "あぁかがさざただなはばぱまやゃらわゎ",
  i: "いぃきぎしじちぢにひびぴみりゐ",
  u: "うぅくぐすずつづぬふぶぷむゆゅるゔ",
  e: "えぇけげせぜてでねへべぺめれゑ",
  o: "おぉこごそぞとどのほぼぽもよょろを",
};
const LONG = { a: "あ", i: "い", u: "う", e: "えい", o: "おう" };
const IGNORED = /[\t-\r \xa0\u1680\u2000-\u200f\u2028-\u202f\u205f-\u2069\u3000\ufeff・.,。、]/g;
const DOUBLED = /^(?:([bcdfghjklmpqrstvwyz])\1|tch)/;
const LIP = /^m[bpm]/; // shimbun

const SPELLINGS = new Map();
for (const row of ROMAJI.trim().split(/[|\n]/)) {
  const [onset, ...syllables] = row.split(" ");
  syllables.forEach((kana, vowel) => {
    if (kana !== ".") spell(kana, onset.replace("-", "") + VOWELS[vowel]);
  });
}
for (const row of EXTRA.split(/[|\n]/)) {
  const [kana, ...typed] = row.split(" ");
  for (const text of typed) spell(kana, text);
}

function spell(kana, typed) {
  const known = SPELLINGS.get(kana) ?? [];
  if (!known.includes(typed)) SPELLINGS.set(kana, [...known, typed]);
}

const SIGNS = new Map([..."āīūēōâîûêô"].map((letter, at) => [letter, `${VOWELS[at % 5]}ー`]));
for (const sign of "’‘ʼ`") SIGNS.set(sign, "'");
for (const sign of "‐‑‒–—―−~〜─") SIGNS.set(sign, "-");

// Text in hiragana and small Latin letters, each long vowel's mark as ー, without blanks.
function fold(text) {
  const plain = text.normalize("NFKC").toLowerCase();
  const kana = plain.replace(/[ァ-ヶヽヾ]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0x60));
  return [...kana].map((sign) => SIGNS.get(sign) ?? sign).join("").replace(IGNORED, "");
}

function spellingsOf(unit, long) {
  if (unit === "ー") return ["ー", ...long, ...[...long].map((kana) => VOWELS["あいうえお".indexOf(kana)])];
  return [unit, ...(long.includes(unit) ? ["ー"] : []), ...(SPELLINGS.get(unit) ?? [])];
}

function walkOne(answer, kana) {
  const reached = Array.from({ length: kana.length + 1 }, () => new Set());
  reached[0].add(0);
  let long = "";
  let furthest = 0;
  kana.forEach((here, at) => {
    const pair = at + 1 < kana.length ? SPELLINGS.get(here + kana[at + 1]) ?? [] : [];
    for (const place of reached[at]) {
      for (const spelling of spellingsOf(here, long)) {
        if (answer.startsWith(spelling, place)) reached[at + 1].add(place + spelling.length);
      }
      for (const spelling of pair) {
        if (answer.startsWith(spelling, place)) reached[at + 2].add(place + spelling.length);
      }
      const rest = answer.slice(place, place + 3);
      if ((here === "っ" && DOUBLED.test(rest)) || (here === "ん" && LIP.test(rest))) {
        reached[at + 1].add(place + 1);
      }
    }
    if (here !== "ー") {
      const vowel = Object.keys(VOWEL_ROWS).find((name) => VOWEL_ROWS[name].includes(here));
      long = LONG[vowel] ?? "";
    }
    if (reached[at + 1].size) furthest = at + 1;
  });
  return { whole: kana.length > 0 && reached[kana.length].has(answer.length), kana: furthest };
}

// Follow a reading through an answer: whether to its end, and how many of its kana.
function walk(answer, reading) {
  const given = fold(answer);
  if ([...given].length > TYPED) return { whole: false, kana: 0 };
  const kana = [...fold(reading).replaceAll("-", "ー")];
  const [one, other] = ["ー", ""].map((hyphen) => walkOne(given.replaceAll("-", hyphen), kana));
  if (one.whole !== other.whole) return one.whole ? one : other;
  return one.kana >= other.kana ? one : other;
}

function matches(answer, reading) {
  return walk(answer, reading).whole;
}

// An answer that can be kept: not too long, and no half characters in it.
function tidy(answer) {
  const half = /^[\ud800-\udfff]$/;
  return [...answer].slice(0, LONGEST).map((sign) => (half.test(sign) ? "?" : sign)).join("");
}

function fill(template, values) {
  return template.replace(/\{(\w+)\}/g, (place, name) => values[name] ?? place);
}

// Which lines of an answer that is put together are right.
function linesOf(item, answer) {
  const given = answer.split("\n");
  return item.order.map((text, place) => given[place] === text);
}

function rightOf(item) {
  if (item.order.length) return item.order.join("\n");
  if (item.options.length) return item.options.find((option) => option.correct).text;
  return item.words[0].reading;
}

// What a student is told: { correct, right, reason }. An item is what kit/lesson/item_json.py makes.
function judge(item, answer) {
  const right = rightOf(item);
  const say = (key, values = {}) => fill(item.reasons[`reason.${key}`], values);
  const wrong = (reason) => ({ correct: false, right, reason });
  if (item.order.length) {
    if (answer === right) return { correct: true, right, reason: "" };
    const fits = linesOf(item, answer);
    if (item.partners.length) {
      const missed = item.partners.filter((_, place) => !fits[place]);
      return wrong(say("match", { words: (missed.length ? missed : item.partners).join("・") }));
    }
    const count = fits.indexOf(false);
    if (count < 0) return wrong(say("order-ends", { sentence: item.order.at(-1) }));
    const key = ["begins", "goes-on", "then"][Math.min(count, 2)];
    return wrong(say(`order-${key}`, { count, sentence: item.order[count] }));
  }
  if (item.options.length) {
    const chosen = item.options.find((option) => option.text === answer);
    return { correct: answer === right, right, reason: chosen?.reason ?? "" };
  }
  if (item.readings.some((reading) => matches(answer, reading))) return { correct: true, right, reason: "" };
  const told = item.others.find((other) => matches(answer, other.reading))?.told ?? "";
  const follows = walk(answer, right).kana;
  let end = 0;
  for (const [base, kana] of item.parts) {
    end += kana;
    if (follows < end) return wrong(told + say("reading-at", { base }));
  }
  return wrong(told + say("reading-long"));
}
