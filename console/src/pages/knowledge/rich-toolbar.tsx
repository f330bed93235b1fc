import { Button, Input, Popover } from "antd";
import { type ReactNode, type RefObject, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { ImageIcon, LinkIcon, ListIcon, NumbersIcon } from "./rich-icons.tsx";

type Props = {
  box: RefObject<HTMLDivElement | null>;
  changed: () => void;
  isUploading: boolean;
  choosePictures: (files: File[]) => void;
};

const marks = [
  { command: "bold", word: "bold", sign: <b>B</b> },
  { command: "italic", word: "italic", sign: <i>I</i> },
  { command: "underline", word: "underline", sign: <u>U</u> },
  { command: "insertUnorderedList", word: "list", sign: <ListIcon /> },
  { command: "insertOrderedList", word: "numbers", sign: <NumbersIcon /> },
] as const;

/** Only what an answer may contain. The editing commands are old, but every browser has them and their undo. */
export function RichToolbar({ box, changed, isUploading, choosePictures }: Props) {
  const { t } = useTranslation("knowledge");
  const active = useActiveMarks(box);
  const file = useRef<HTMLInputElement>(null);

  function run(command: string, value?: string) {
    box.current?.focus();
    document.execCommand(command, false, value);
    changed();
  }
  return (
    <div className="rich-toolbar" role="toolbar" aria-label={t("tool.label")}>
      {marks.map(({ command, word, sign }) => (
        <Tool key={command} word={t(`tool.${word}`)} isOn={active.includes(command)} press={() => run(command)}>
          {sign}
        </Tool>
      ))}
      <LinkTool box={box} run={run} />
      <Tool word={t("tool.picture")} isOn={false} isBusy={isUploading} press={() => file.current?.click()}>
        <ImageIcon />
      </Tool>
      <input
        ref={file}
        type="file"
        hidden
        multiple
        accept="image/png,image/jpeg,image/gif,image/webp"
        onChange={(event) => {
          choosePictures([...(event.target.files ?? [])]);
          event.target.value = "";
        }}
      />
    </div>
  );
}

type ToolProps = { word: string; isOn: boolean; isBusy?: boolean; press?: () => void; children: ReactNode };

function Tool({ word, isOn, isBusy = false, press, children }: ToolProps) {
  return (
    <Button
      type="text"
      size="small"
      className={isOn ? "rich-tool rich-tool-on" : "rich-tool"}
      title={word}
      aria-label={word}
      aria-pressed={isOn}
      loading={isBusy}
      // The words that are marked stay marked.
      onMouseDown={(event) => event.preventDefault()}
      onClick={press}
    >
      {children}
    </Button>
  );
}

function useActiveMarks(box: RefObject<HTMLDivElement | null>) {
  const [active, setActive] = useState<string[]>([]);
  useEffect(() => {
    const look = () => {
      const isHere = box.current?.contains(getSelection()?.anchorNode ?? null);
      const next = isHere ? marks.map(({ command }) => command).filter((each) => document.queryCommandState(each)) : [];
      setActive((before) => (before.join() === next.join() ? before : next));
    };
    document.addEventListener("selectionchange", look);
    return () => document.removeEventListener("selectionchange", look);
  }, [box]);
  return active;
}

function LinkTool({
  box,
  run,
}: {
  box: RefObject<HTMLDivElement | null>;
  run: (command: string, value?: string) => void;
}) {
  const { t } = useTranslation("knowledge");
  const [isOpen, setIsOpen] = useState(false);
  const [address, setAddress] = useState("");
  const range = useRef<Range | null>(null);
  const href = readAddress(address);

  function open(next: boolean) {
    if (next) {
      const selection = getSelection();
      const isHere = selection?.rangeCount && box.current?.contains(selection.anchorNode);
      range.current = isHere ? selection.getRangeAt(0).cloneRange() : null;
      setAddress(selection?.anchorNode?.parentElement?.closest("a")?.getAttribute("href") ?? "");
    }
    setIsOpen(next);
  }
  function set() {
    if (!href) return;
    box.current?.focus();
    const selection = getSelection();
    if (range.current) {
      selection?.removeAllRanges();
      selection?.addRange(range.current);
    }
    if (selection?.isCollapsed) {
      const link = document.createElement("a");
      link.href = href;
      link.textContent = address.trim();
      run("insertHTML", link.outerHTML);
    } else run("createLink", href);
    setIsOpen(false);
  }
  return (
    <Popover
      trigger="click"
      open={isOpen}
      onOpenChange={open}
      content={
        <div className="rich-link">
          <Input
            autoFocus
            value={address}
            placeholder="https://"
            aria-label={t("tool.address")}
            status={address && !href ? "error" : undefined}
            onChange={(event) => setAddress(event.target.value)}
            onPressEnter={(event) => {
              // The cursor goes back into the box at once; this Enter must not follow it.
              event.preventDefault();
              set();
            }}
          />
          <Button type="primary" disabled={!href} onClick={set}>
            {t("tool.setLink")}
          </Button>
        </div>
      }
    >
      <Button
        type="text"
        size="small"
        className="rich-tool"
        title={t("tool.link")}
        aria-label={t("tool.link")}
        onMouseDown={(event) => event.preventDefault()}
      >
        <LinkIcon />
      </Button>
    </Popover>
  );
}

/** "shop.cn/help" means https; digits mean a telephone. null: not an address. */
function readAddress(typed: string): string | null {
  const address = typed.trim();
  if (/^(?:https?:\/\/|mailto:|tel:|\/(?!\/))[^\s"<>\\]+$/i.test(address)) return address;
  if (/^\+?[\d-]{5,20}$/.test(address)) return `tel:${address}`;
  if (/^[^\s"<>\\/@:]+\.[a-z]{2,}(?:[/?#][^\s"<>\\]*)?$/i.test(address)) return `https://${address}`;
  return null;
}
