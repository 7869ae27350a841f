// How a student likes to read: the same in every reader of the page, and the next time.

const FURIGANA = ["all", "unknown", "demand", "none"];
const SIZES = [16, 18, 20, 24, 28, 34];
const THRESHOLDS = [70, 80, 90, 95]; // percent sure of a reading from which its furigana go
const SETTINGS = "kit-reader";

let unkept = {}; // settings that could not be stored last as long as the page

function settings() {
  let stored = null;
  try {
    stored = JSON.parse(localStorage.getItem(SETTINGS));
  } catch {
    // no storage here
  }
  const found = { ...stored, ...unkept };
  return {
    furigana: FURIGANA.includes(found.furigana) ? found.furigana : FURIGANA[0],
    threshold: THRESHOLDS.includes(found.threshold) ? found.threshold : 90,
    size: SIZES.includes(found.size) ? found.size : 20,
    vertical: found.vertical === true,
    more: found.more === true,
    plan: found.plan === true,
  };
}

// Keeps settings, and tells every reader of the page.
function keep(changed) {
  const values = { ...settings(), ...changed };
  try {
    localStorage.setItem(SETTINGS, JSON.stringify(values));
  } catch {
    unkept = { ...unkept, ...changed };
  }
  window.dispatchEvent(new CustomEvent("kit-settings", { detail: values }));
}
