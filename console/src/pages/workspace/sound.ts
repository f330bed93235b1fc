import type { Alert } from "./alerting.ts";

/** Two short sounds made on the spot: a rising pair for a new conversation, one soft tone for new words. */

let audio: AudioContext | null = null;

const tones: Record<Alert, { hz: number; at: number }[]> = {
  assigned: [
    { hz: 659, at: 0 },
    { hz: 988, at: 0.14 },
  ],
  message: [{ hz: 784, at: 0 }],
};
const seconds = 0.32;
const loudness = 0.12;

/** Browsers let a page be heard only after the person has touched it. */
export function unlockSound() {
  audio ??= new AudioContext();
  if (audio.state === "suspended") void audio.resume();
}

export function playSound(alert: Alert) {
  if (audio?.state !== "running") return;
  for (const { hz, at } of tones[alert]) {
    const start = audio.currentTime + at;
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    tone.frequency.value = hz;
    tone.type = "sine";
    volume.gain.setValueAtTime(0, start);
    volume.gain.linearRampToValueAtTime(loudness, start + 0.015);
    volume.gain.exponentialRampToValueAtTime(0.0001, start + seconds);
    tone.connect(volume).connect(audio.destination);
    tone.start(start);
    tone.stop(start + seconds);
  }
}
