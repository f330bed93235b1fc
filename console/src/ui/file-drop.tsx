import { Button } from "antd";
import { type DragEvent, type ReactNode, useRef, useState } from "react";
import { ImportIcon } from "./icons.tsx";

type Props = {
  title: string;
  hint: string;
  choose: string;
  /** What the file picker offers, e.g. ".csv,.xlsx". */
  accept: string;
  isBusy: boolean;
  problem: string | null;
  take: (file: File) => void;
  children?: ReactNode;
};

/** Where a file is dropped or chosen. What it may be, and what happens with it, is the page's. */
export function FileDrop({ title, hint, choose, accept, isBusy, problem, take, children }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);

  function takeFirst(files: FileList | null) {
    const file = files?.[0];
    if (file && !isBusy) take(file);
  }
  function drop(event: DragEvent) {
    event.preventDefault();
    setIsOver(false);
    takeFirst(event.dataTransfer.files);
  }
  return (
    <section
      className={isOver ? "file-drop file-drop-over" : "file-drop"}
      aria-label={title}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <ImportIcon size={36} />
      <p className="file-drop-words">{title}</p>
      <p className="file-drop-hint">{hint}</p>
      <Button type="primary" loading={isBusy} onClick={() => input.current?.click()}>
        {choose}
      </Button>
      {children}
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        onChange={(event) => {
          takeFirst(event.target.files);
          event.target.value = "";
        }}
      />
      {problem && (
        <p className="file-drop-problem" role="alert">
          {problem}
        </p>
      )}
    </section>
  );
}
