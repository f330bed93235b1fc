import type { Content, FileRef } from "@yingda/contract/events";
import { Image } from "antd";
import { Fragment, useState } from "react";
import { useTranslation } from "react-i18next";
import { FileIcon } from "./icons.tsx";

/** What somebody said: words with links, a picture, a file, a product's card. `localUrl`: a picture not yet uploaded. */
export function ContentView({ content, localUrl }: { content: Content; localUrl?: string }) {
  const { t } = useTranslation("conversations");
  switch (content.kind) {
    case "text":
      return <p className="said-words">{linked(content.text)}</p>;
    case "image":
      return <Picture file={content.file} url={localUrl ?? fileUrl(content.file)} />;
    case "file":
      return (
        <a className="said-file" href={fileUrl(content.file)} target="_blank" rel="noreferrer" download>
          <FileIcon size={26} />
          <span>
            <strong>{content.file.name}</strong>
            <small>{formatBytes(content.file.bytes)}</small>
          </span>
        </a>
      );
    case "product": {
      const card = (
        <>
          {content.imageUrl && <ProductPicture url={content.imageUrl} />}
          <span>
            <small>{t("transcript.product")}</small>
            <strong>{content.title}</strong>
            {content.price && <b>{content.price}</b>}
          </span>
        </>
      );
      if (!isSafeLink(content.url)) return <div className="said-product">{card}</div>;
      return (
        <a className="said-product" href={content.url} target="_blank" rel="noreferrer">
          {card}
        </a>
      );
    }
    default:
      return content satisfies never;
  }
}

/** A shop's picture may be gone; a broken one says less than none. */
function ProductPicture({ url }: { url: string }) {
  const [isBroken, setIsBroken] = useState(false);
  if (isBroken) return null;
  return <img src={url} alt="" loading="lazy" onError={() => setIsBroken(true)} />;
}

const fileUrl = (file: FileRef) => `/files/${encodeURIComponent(file.fileId)}`;
const isSafeLink = (url?: string) => !!url && /^(https?:\/\/|\/(?!\/))/i.test(url);
const longestSide = 240;

/** The place is kept before the picture is there: what loads late must not push what is being read. */
function Picture({ file, url }: { file: FileRef; url: string }) {
  const { width = longestSide, height = (longestSide * 3) / 4 } = file;
  const scale = Math.min(1, longestSide / Math.max(width, height));
  return (
    <span className="said-picture">
      <Image
        src={url}
        alt={file.name}
        width={Math.max(48, Math.round(width * scale))}
        height={Math.max(48, Math.round(height * scale))}
      />
    </span>
  );
}

const address = /(https?:\/\/[^\s<>"'，。；！？）】」』]+)/g;

function linked(text: string) {
  const parts = text.split(address);
  if (parts.length === 1) return text;
  return parts.map((part, index) =>
    index % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence have no other name, and never move
      <a key={index} href={part} target="_blank" rel="noopener noreferrer nofollow">
        {part}
      </a>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above
      <Fragment key={index}>{part}</Fragment>
    ),
  );
}

function formatBytes(bytes: number) {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/** One line for a quote or a list. */
export function useContentLine() {
  const { t } = useTranslation("conversations");
  return (content: Content) => {
    if (content.kind === "text") return content.text.replace(/\s+/g, " ");
    if (content.kind === "product") return `${t("transcript.product")} ${content.title}`;
    return `${t(content.kind === "image" ? "transcript.image" : "transcript.file")} ${content.file.name}`;
  };
}
