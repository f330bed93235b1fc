/** Two soft tones when a word arrives unseen. Made here: no file to load, nothing for a strict CSP to refuse. */
let audio: AudioContext | undefined;

export function chime() {
  try {
    audio ??= new AudioContext();
    if (audio.state !== "running") return; // Browsers stay silent until the page was touched.
    [660, 880].forEach((hertz, at) => {
      const tone = audio!.createOscillator();
      const volume = audio!.createGain();
      const start = audio!.currentTime + at * 0.12;
      tone.frequency.value = hertz;
      volume.gain.setValueAtTime(0.06, start);
      volume.gain.exponentialRampToValueAtTime(0.0001, start + 0.3);
      tone.connect(volume).connect(audio!.destination);
      tone.start(start);
      tone.stop(start + 0.32);
    });
  } catch {
    // No sound is no loss.
  }
}

/** Called on a touch of the window, which is what allows sound later. */
export function allowChime() {
  try {
    audio ??= new AudioContext();
    if (audio.state === "suspended") void audio.resume();
  } catch {
    // As above.
  }
}
