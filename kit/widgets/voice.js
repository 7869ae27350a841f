// Reading aloud, only with a voice that lives on this machine.

const voice = () => window.speechSynthesis?.getVoices().find((v) => v.localService && /^ja/i.test(v.lang));

// Something that says words, or falls silent if it is asked while it speaks.
function reciter() {
  let speaking = false;
  const hush = () => {
    if (speaking) speechSynthesis.cancel();
    speaking = false;
  };
  const speak = (words) => {
    const found = voice();
    if (!found) return;
    if (speechSynthesis.speaking) return hush();
    speaking = true;
    const said = new SpeechSynthesisUtterance(words);
    said.voice = found;
    said.lang = "ja-JP";
    speechSynthesis.speak(said);
  };
  return { speak, hush };
}
