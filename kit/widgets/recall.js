// Which readings are remembered, and so stand without furigana, and why.

const DAY = 86400000; // milliseconds

// How likely a reading is remembered, as `kit.learner.memory` has it: by whole days.
function chance([stability, last], [factor, decay], now) {
  const days = Math.max(0, Math.floor((now - last) / DAY));
  return (1 + (factor * days) / stability) ** decay;
}

// Why furigana stand over a word or do not, by its mark, and by its card: how long its reading is
// remembered, when it was last asked or marked, and how that went, as `recall` has it.
function reasonFor(mark, card, curve, threshold, now) {
  if (mark === "known" || mark === "ignored") return mark;
  if (!card) return "new";
  const [, , went] = card;
  if (went === "missed" || went === "marked") return went;
  const faded = chance(card, curve, now) < threshold / 100;
  if (went === "imported") return faded ? "import-faded" : "imported";
  return faded ? "faded" : "remembered";
}

const SURE = ["known", "ignored", "remembered", "imported"]; // the reasons for which no furigana stand

// When a reading that is remembered will be so no longer.
function fades([stability, last], [factor, decay], threshold, now) {
  const days = Math.floor((stability * ((threshold / 100) ** (1 / decay) - 1)) / factor) + 1;
  return Math.max(last + days * DAY, now + DAY);
}

// The days from the one that is now to that of a time.
function daysAhead(time, now) {
  const midnight = (day) => new Date(day).setHours(0, 0, 0, 0);
  return Math.round((midnight(time) - midnight(now)) / DAY);
}

// A day seen from now: "today", "3 days ago", "in 2 months".
function dayTold(time, now, language) {
  const days = daysAhead(time, now);
  const say = (count, unit, numeric) => {
    const told = new Intl.RelativeTimeFormat(language, { numeric }).format(count, unit);
    return language === "ja" ? told.replaceAll(" ", "") : told;
  };
  if (Math.abs(days) < 60) return say(days, "day", "auto");
  if (Math.abs(days) < 730) return say(Math.round(days / 30.4), "month", "always");
  return say(Math.round(days / 365.25), "year", "always");
}

// The date of a day, with its year where that is not this one.
function dateTold(time, now, language) {
  const year = new Date(time).getFullYear() === new Date(now).getFullYear() ? undefined : "numeric";
  return new Date(time).toLocaleDateString(language, { day: "numeric", month: "long", year });
}

// A sentence that says why furigana stand over a word or do not.
function reasonTold(reason, card, curve, threshold, now, say) {
  const language = say("reader.language");
  if (reason === "known") return say("reader.furigana-known");
  if (reason === "ignored") return say("reader.furigana-ignored");
  if (reason === "new") return say("reader.furigana-new");
  const when = dayTold(card[1], now, language);
  if (reason === "missed") return say("reader.furigana-missed", { when });
  if (reason === "marked") return say("reader.furigana-marked", { when });
  if (reason === "faded") return say("reader.furigana-faded", { when });
  if (reason === "imported") return say("reader.furigana-imported", { when });
  if (reason === "import-faded") return say("reader.furigana-import-faded", { when });
  const end = fades(card, curve, threshold, now);
  const until = { date: dateTold(end, now, language), ahead: dayTold(end, now, language) };
  const soon = daysAhead(end, now) <= 2;
  return say(soon ? "reader.furigana-remembered-briefly" : "reader.furigana-remembered", { when, ...until });
}
