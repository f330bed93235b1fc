import * as words from "../words/dictionary.ts";
import { getSay } from "./context.ts";

const all = "😀 😂 😊 😍 😘 🤔 😅 😭 😢 😡 😱 🙏 👍 👎 👌 👏 💪 🤝 ❤️ 🎉 🌹 ✅ ❌ 📦".split(" ");

export function EmojiPanel({ onPick }: { onPick(emoji: string): void }) {
  const say = getSay();
  return (
    <fieldset class="emoji" aria-label={say(words.emoji)}>
      {all.map((emoji) => (
        <button type="button" key={emoji} onClick={() => onPick(emoji)}>
          {emoji}
        </button>
      ))}
    </fieldset>
  );
}
