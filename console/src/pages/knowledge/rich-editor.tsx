import { App } from "antd";
import { type ClipboardEvent, type DragEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { cleanHtml, serialise } from "./clean-html.ts";
import { RichToolbar } from "./rich-toolbar.tsx";
import { useUploadPicture } from "./upload-picture.ts";

type Props = {
  id: string;
  html: string;
  /** Another number puts `html` into the box anew; while somebody types, the box is the truth. */
  round: number;
  isInvalid: boolean;
  canEdit: boolean;
  change: (html: string) => void;
};

/** A box for answers: what is in it is always the restricted HTML, whatever was typed, pasted or dropped. */
export function RichEditor({ id, html, round, isInvalid, canEdit, change }: Props) {
  const { t } = useTranslation("knowledge");
  const { message } = App.useApp();
  const box = useRef<HTMLDivElement>(null);
  const upload = useUploadPicture();
  const [isEmpty, setIsEmpty] = useState(html === "");

  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the box is to be filled anew
  useEffect(() => {
    if (!box.current) return;
    // The caller's HTML went through cleanHtml; its answer is only paragraphs, lists, words.
    box.current.innerHTML = cleanHtml(html);
    setIsEmpty(html === "");
  }, [round]);
  useEffect(() => void document.execCommand("defaultParagraphSeparator", false, "p"), []);

  function tell() {
    const written = serialise(box.current!);
    setIsEmpty(written === "" && !box.current!.querySelector("li, h3, blockquote"));
    change(written);
  }
  function insert(clean: string) {
    box.current?.focus();
    document.execCommand("insertHTML", false, clean);
    tell();
  }
  async function insertPictures(files: File[]) {
    for (const file of files) {
      const address = await upload.run(file).catch((error: Error) => {
        message.error(error.message);
        return null;
      });
      if (address) insert(`<img src="${address}" alt="" />`);
    }
  }
  function paste(event: ClipboardEvent) {
    event.preventDefault();
    const pictures = [...event.clipboardData.files].filter(({ type }) => type.startsWith("image/"));
    const rich = event.clipboardData.getData("text/html");
    if (pictures.length > 0 && !rich) return void insertPictures(pictures);
    const clean = rich ? cleanHtml(rich) : "";
    if (clean) insert(onlyLine(clean));
    else document.execCommand("insertText", false, event.clipboardData.getData("text/plain"));
  }
  function drop(event: DragEvent) {
    const pictures = [...event.dataTransfer.files].filter(({ type }) => type.startsWith("image/"));
    if (event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    void insertPictures(pictures);
  }

  return (
    <div className={isInvalid ? "rich-editor rich-editor-invalid" : "rich-editor"}>
      {canEdit && (
        <RichToolbar
          box={box}
          changed={tell}
          isUploading={upload.isBusy}
          choosePictures={(files) => void insertPictures(files)}
        />
      )}
      {/* biome-ignore lint/a11y/useSemanticElements: a textarea holds no pictures */}
      <div
        ref={box}
        id={id}
        className="rich-editor-box rich"
        role="textbox"
        tabIndex={0}
        aria-multiline="true"
        aria-label={t("field.answer")}
        aria-invalid={isInvalid || undefined}
        aria-readonly={!canEdit}
        contentEditable={canEdit}
        suppressContentEditableWarning
        onInput={tell}
        onPaste={paste}
        onDrop={drop}
      />
      {isEmpty && <span className="rich-editor-placeholder">{t("field.answerExample")}</span>}
    </div>
  );
}

/** A single pasted paragraph goes into the line where the cursor stands. */
const onlyLine = (html: string) => (/^<p>(?:(?!<p>).)*<\/p>$/s.test(html) ? html.slice(3, -4) : html);
