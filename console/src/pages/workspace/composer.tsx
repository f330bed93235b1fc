import { useQueryClient } from "@tanstack/react-query";
import { limits } from "@yingda/contract/limits";
import { App, Button, Tooltip } from "antd";
import { type ClipboardEvent, type DragEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ConversationDetail } from "../../transcript/conversation-query.ts";
import { NoteIcon, SendIcon } from "../../transcript/icons.tsx";
import { runCommand, useCommand } from "./commands.ts";
import { ComposerTools } from "./composer-tools.tsx";
import { getDraft, saveDraft } from "./drafts.ts";
import { KnowledgePopup } from "./knowledge-popup.tsx";
import { PhrasePopup, usePhrases } from "./phrase-popup.tsx";
import { type Edit, findBlank, insertWords } from "./phrases.ts";
import { QuoteLine } from "./quote-line.tsx";
import { showOwnWords } from "./scroll-area.tsx";
import { describeFile, newClientId, sendFrom } from "./sending.ts";
import { type Taken, wayOfUse } from "./taken.ts";
import { sayTyping } from "./typing.ts";
import { useGrowing } from "./use-growing.ts";

type Props = {
  detail: ConversationDetail;
  /** Otherwise only notes can be written here. */
  canSpeak: boolean;
  quoteSeq: number | null;
  clearQuote: () => void;
};

export function Composer({ detail, canSpeak, quoteSeq, clearQuote }: Props) {
  const { t } = useTranslation("workspace");
  const { message } = App.useApp();
  const client = useQueryClient();
  const conversationId = detail.conversation.id;
  const area = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(() => getDraft(conversationId).text);
  const taken = useRef<Taken | null>(null);
  const [caret, setCaret] = useState(text.length);
  const [wantsNote, setWantsNote] = useState(() => getDraft(conversationId).isNote);
  const [isSearching, setIsSearching] = useState(false);
  const [warnedOf, setWarnedOf] = useState<string | null>(null);
  const [isDropping, setIsDropping] = useState(false);
  const isNote = wantsNote || !canSpeak;
  const limit = isNote ? limits.noteCharacters : limits.messageCharacters;
  const phrases = usePhrases({ text, caret, isOff: isNote, detail });
  useGrowing(area, text);

  useEffect(
    () => saveDraft(conversationId, { text, isNote: wantsNote, quoteSeq }),
    [conversationId, text, wantsNote, quoteSeq],
  );

  function apply(edit: Edit) {
    setText(edit.text);
    setCaret(edit.selectionEnd);
    setWarnedOf(null);
    // The field takes the new words with the next frame; only then is there something to select.
    requestAnimationFrame(() => {
      area.current?.focus();
      area.current?.setSelectionRange(edit.selectionStart, edit.selectionEnd);
    });
  }

  const insert = (
    words: string,
    from = area.current?.selectionStart ?? caret,
    to = area.current?.selectionEnd ?? caret,
  ) => apply(insertWords(text, from, to, words));

  /** What an agent takes from the knowledge, and sends, teaches the bot what was asked. */
  function take(answer: Taken, before = "", at?: number) {
    taken.current = answer;
    insert(`${before}${answer.words}`, at, at);
  }

  function send() {
    const words = text.trim();
    if (!words || words.length > limit) return;
    const blank = findBlank(text, 0);
    // Once is a warning; who presses Enter again means it.
    if (blank && !isNote && warnedOf !== text) {
      setWarnedOf(text);
      area.current?.setSelectionRange(blank.start, blank.end);
      return;
    }
    dispatch({ kind: "text", text: words });
    taken.current = null;
    setText("");
    setCaret(0);
    clearQuote();
    setWantsNote(false);
  }

  function dispatch(content: Parameters<typeof sendFrom>[1]["content"], file?: File, localUrl?: string) {
    const at = new Date().toISOString();
    const quoted = isNote || file ? undefined : (quoteSeq ?? undefined);
    const kind = isNote ? ("note" as const) : ("message" as const);
    showOwnWords(conversationId);
    void sendFrom(client, {
      clientId: newClientId(),
      conversationId,
      kind,
      content,
      quoteSeq: quoted,
      ...(content.kind === "text" && !isNote ? wayOfUse(taken.current, content.text) : {}),
      at,
      file,
      localUrl,
    });
  }

  async function sendFiles(files: File[]) {
    if (files.length === 0) return;
    if (isNote) return void message.info(t(canSpeak ? "files.notInNote" : "files.notHere"));
    for (const file of files) {
      if (file.size > limits.fileBytes) {
        message.error(t("files.tooLarge", { name: file.name }));
        continue;
      }
      const { content, localUrl } = await describeFile(file);
      dispatch(content, file, localUrl);
    }
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    // Enter that chooses a Chinese word sends nothing.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const choice = phrases.onKey(event);
    if (choice) return apply(choice);
    if (event.defaultPrevented) return;
    if (event.key === "Enter" && !event.shiftKey && !event.ctrlKey && !event.altKey) {
      event.preventDefault();
      send();
    } else if (event.key === "Tab" && !event.shiftKey) {
      const blank = findBlank(text, area.current?.selectionEnd ?? caret) ?? findBlank(text, 0);
      if (!blank) return;
      event.preventDefault();
      area.current?.setSelectionRange(blank.start, blank.end);
    } else if (event.key === "Escape") {
      if (quoteSeq !== null) clearQuote();
      else if (wantsNote) setWantsNote(false);
      else area.current?.blur();
    }
  }

  useCommand("reply", () => {
    if (canSpeak) setWantsNote(false);
    area.current?.focus();
  });
  useCommand("note", () => {
    setWantsNote(!wantsNote);
    area.current?.focus();
  });
  useCommand("knowledge", isNote ? null : () => setIsSearching(true));
  useCommand("compose", canSpeak ? (answer) => take(answer, text ? "\n" : "", text.length) : null);
  useEffect(() => {
    if (quoteSeq !== null) area.current?.focus();
  }, [quoteSeq]);

  // Whoever only looks on has nothing to write, until they want to leave a note.
  const isShown = canSpeak || wantsNote || text !== "";
  // On a phone the keyboard would cover what one came to read; who asks for a note wants to write.
  useEffect(() => {
    if (isShown && (wantsNote || matchMedia("(hover: hover)").matches)) area.current?.focus({ preventScroll: true });
  }, [isShown, wantsNote]);
  if (!isShown) return null;

  const drop = {
    onDragOver: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes("Files")) return;
      event.preventDefault();
      setIsDropping(true);
    },
    onDragLeave: () => setIsDropping(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setIsDropping(false);
      void sendFiles([...event.dataTransfer.files]);
    },
  };
  const rest = limit - text.trim().length;
  return (
    <div className={`composer${isNote ? " composer-note" : ""}${isDropping ? " composer-drop" : ""}`} {...drop}>
      {phrases.isOpen && <PhrasePopup {...phrases} choose={(phrase) => apply(phrases.editOf(phrase))} />}
      {isSearching && (
        <KnowledgePopup
          initial={text.slice(area.current?.selectionStart ?? 0, area.current?.selectionEnd ?? 0)}
          choose={(answer) => {
            setIsSearching(false);
            take(answer);
          }}
          close={() => {
            setIsSearching(false);
            area.current?.focus();
          }}
        />
      )}
      {quoteSeq !== null && !isNote && <QuoteLine detail={detail} seq={quoteSeq} clear={clearQuote} />}
      {warnedOf === text && text && (
        <p className="composer-warning" role="alert">
          {t("composer.blank", { blank: text.slice(findBlank(text, 0)?.start, findBlank(text, 0)?.end) })}
        </p>
      )}
      <textarea
        ref={area}
        value={text}
        rows={2}
        placeholder={t(isNote ? "composer.note" : "composer.placeholder")}
        aria-label={t(isNote ? "composer.note" : "composer.label")}
        onChange={(event) => {
          setText(event.target.value);
          setCaret(event.target.selectionStart);
          if (!isNote && event.target.value.trim()) sayTyping(conversationId);
        }}
        onSelect={(event) => setCaret(event.currentTarget.selectionEnd)}
        onKeyDown={onKeyDown}
        onPaste={(event: ClipboardEvent) => {
          const files = [...event.clipboardData.files];
          if (files.length === 0) return;
          event.preventDefault();
          void sendFiles(files);
        }}
      />
      <div className="composer-bar">
        {!isNote && (
          <ComposerTools
            insert={insert}
            pickFiles={sendFiles}
            showPhrases={() => insert("/")}
            showKnowledge={() => setIsSearching(true)}
          />
        )}
        <Tooltip title={t("composer.noteHint")}>
          <Button
            type="text"
            size="small"
            className={isNote ? "tool tool-note" : "tool"}
            aria-pressed={isNote}
            icon={<NoteIcon />}
            onClick={() => runCommand("note")}
          >
            {t("composer.noteSwitch")}
          </Button>
        </Tooltip>
        <span className="composer-rest">{rest < 200 && <b className={rest < 0 ? "late" : ""}>{rest}</b>}</span>
        <Button type="primary" icon={<SendIcon size={16} />} disabled={!text.trim() || rest < 0} onClick={send}>
          {t(isNote ? "composer.saveNote" : "composer.send")}
        </Button>
      </div>
      {isDropping && <div className="composer-dropping">{t("files.drop")}</div>}
    </div>
  );
}
