import { limits } from "@yingda/contract/limits";
import { useEffect, useRef, useState } from "../view/draw.ts";
import * as words from "../words/dictionary.ts";
import { getSay, getSession } from "./context.ts";
import { EmojiPanel } from "./emoji.tsx";
import { IconButton } from "./header.tsx";
import { Icon } from "./icons.tsx";

/** Where the customer writes: words, emoji, pictures, files; Enter sends, also while an input method is at rest. */
export function Composer({
  canRate,
  onRate,
  fieldRef,
}: {
  canRate: boolean;
  onRate(): void;
  fieldRef: { current: HTMLTextAreaElement | null };
}) {
  const session = getSession();
  const say = getSay();
  const [text, setText] = useState(() => session.storage.readOwn("draft"));
  const [hasEmoji, setEmoji] = useState(false);
  const picker = useRef<HTMLInputElement | null>(null);
  const isTooLong = text.trim().length > limits.messageCharacters;
  const canSend = Boolean(text.trim()) && !isTooLong;

  useEffect(() => {
    const field = fieldRef.current;
    if (!field) return;
    field.style.height = "auto";
    field.style.height = `${Math.min(field.scrollHeight, 132)}px`;
  }, [text, fieldRef]);

  function write(words: string) {
    setText(words);
    session.storage.writeOwn("draft", words);
  }

  function send() {
    if (!canSend) return;
    session.act({ t: "send", content: { kind: "text", text: text.trim() } });
    write("");
    setEmoji(false);
    fieldRef.current?.focus();
  }

  function sendOnEnter(event: KeyboardEvent) {
    // Enter also confirms a word in a Chinese input method; 229 is how Safari says so.
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    send();
  }

  function closeEmoji(event: KeyboardEvent) {
    if (event.key !== "Escape" || !hasEmoji) return;
    event.stopPropagation();
    setEmoji(false);
    fieldRef.current?.focus();
  }

  function insert(emoji: string) {
    const field = fieldRef.current;
    const [from, to] = [field?.selectionStart ?? text.length, field?.selectionEnd ?? text.length];
    write(text.slice(0, from) + emoji + text.slice(to));
    requestAnimationFrame(() => field?.setSelectionRange(from + emoji.length, from + emoji.length));
  }

  function pick(kinds: string) {
    const input = picker.current;
    if (!input) return;
    input.accept = kinds;
    input.click();
  }

  function onPaste(event: ClipboardEvent) {
    const files = [...(event.clipboardData?.files ?? [])];
    if (!files.length) return;
    event.preventDefault();
    session.sendFiles(files);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape anywhere in it closes the emoji
    <div class="composer" onKeyDown={closeEmoji}>
      {hasEmoji && <EmojiPanel onPick={insert} />}
      <textarea
        ref={fieldRef}
        rows={1}
        class="field"
        placeholder={say(words.placeholder)}
        aria-label={say(words.placeholder)}
        aria-invalid={isTooLong}
        enterkeyhint="send"
        value={text}
        onInput={(event) => {
          write(event.currentTarget.value);
          session.tellTyping();
        }}
        onKeyDown={sendOnEnter}
        onPaste={onPaste}
      />
      {isTooLong && (
        <div class="too-long" role="alert">
          {say(words.tooLong, { n: text.trim().length, max: limits.messageCharacters })}
        </div>
      )}
      <div class="tools">
        <IconButton label={say(words.emoji)} icon="smile" isPressed={hasEmoji} onClick={() => setEmoji(!hasEmoji)} />
        <IconButton label={say(words.image)} icon="image" onClick={() => pick("image/*")} />
        <IconButton label={say(words.file)} icon="clip" onClick={() => pick("")} />
        {canRate && <IconButton label={say(words.rateService)} icon="star" onClick={onRate} />}
        <button
          type="button"
          class="send"
          disabled={!canSend}
          aria-label={say(words.send)}
          title={say(words.send)}
          onClick={send}
        >
          <Icon name="send" />
        </button>
      </div>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        onChange={(event) => {
          session.sendFiles([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = "";
        }}
      />
    </div>
  );
}
