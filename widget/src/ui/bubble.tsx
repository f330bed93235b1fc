import type { Content, FileRef } from "@yingda/contract/events";
import type { ComponentChildren } from "preact";
import type { Row, Speaker } from "../chat/rows.ts";
import { safeUrl } from "../rich/rules.ts";
import { canRetry, type Upload } from "../uploads.ts";
import * as words from "../words/dictionary.ts";
import { sayBytes, sayError } from "../words/words.ts";
import { getSay, getSession } from "./context.ts";
import { Icon } from "./icons.tsx";
import { PlainWords } from "./rich.tsx";

export type OnPicture = (src: string, alt: string) => void;

/** One thing that somebody said, with whose it is and how far it got. */
export function Bubble({
  row,
  showDelivery,
  onPicture,
}: {
  row: Extract<Row, { kind: "bubble" }>;
  showDelivery: boolean;
  onPicture: OnPicture;
}) {
  const session = getSession();
  const say = getSay();
  return (
    <Turn by={row.by} name={row.name} startsGroup={row.startsGroup}>
      <div class={`bubble ${row.content.kind}`}>
        {row.label && <div class="tag">{say(row.label)}</div>}
        {row.quote && <blockquote class="quote">{sayQuote(row.quote)}</blockquote>}
        <Said content={row.content} host={session.embed.host} onPicture={onPicture} />
      </div>
      {row.delivery === "failed" && (
        <FailedActions
          why={row.error && row.error !== "internal" ? sayError(say, row.error) : say(words.failed)}
          onRetry={() => session.resend(row.key)}
          onRemove={() => session.remove(row.key)}
        />
      )}
      {row.delivery && row.delivery !== "failed" && showDelivery && <DeliveryMark delivery={row.delivery} />}
    </Turn>
  );
}

export function UploadBubble({ upload }: { upload: Upload }) {
  const session = getSession();
  const say = getSay();
  return (
    <Turn by="customer" name={null} startsGroup={false}>
      <div class="bubble file">
        <FileLines name={upload.file.name} bytes={upload.file.size} />
        {!upload.error && <progress aria-label={upload.file.name} />}
      </div>
      {upload.error && (
        <FailedActions
          why={sayError(say, upload.error)}
          onRetry={canRetry(upload) ? () => session.resend(upload.clientId) : undefined}
          onRemove={() => session.remove(upload.clientId)}
        />
      )}
    </Turn>
  );
}

/** The side, the face and the name around whatever is said. */
export function Turn(of: { by: Speaker; name: string | null; startsGroup: boolean; children: ComponentChildren }) {
  const say = getSay();
  const isOwn = of.by === "customer";
  const name = of.by === "bot" ? say(words.bot) : of.name || say(words.agent);
  return (
    <div class={`turn ${isOwn ? "own" : "theirs"} ${of.startsGroup ? "first" : ""}`}>
      {!isOwn && (
        <span class={`face ${of.by}`} aria-hidden="true">
          {of.startsGroup && (of.by === "bot" ? <Icon name="bot" /> : [...name][0])}
        </span>
      )}
      <div class="said">
        {of.startsGroup && (
          <div class={isOwn ? "unseen" : "name"}>
            {isOwn ? say(words.you) : name}
            {of.by === "bot" && <span class="tag">{say(words.botTag)}</span>}
          </div>
        )}
        {of.children}
      </div>
    </div>
  );
}

function Said({ content, host, onPicture }: { content: Content; host: string; onPicture: OnPicture }) {
  switch (content.kind) {
    case "text":
      return <PlainWords text={content.text} />;
    case "image": {
      const { file } = content;
      const src = fileUrl(host, file);
      const alt = file.name;
      return (
        <button type="button" class="picture" onClick={() => onPicture(src, alt)}>
          <img src={src} alt={alt} style={sizeOf(file)} />
        </button>
      );
    }
    case "file":
      return (
        <a href={fileUrl(host, content.file)} target="_blank" rel="noopener noreferrer">
          <FileLines name={content.file.name} bytes={content.file.bytes} />
        </a>
      );
    case "product":
      return <Product content={content} host={host} />;
  }
}

function Product({ content, host }: { content: Extract<Content, { kind: "product" }>; host: string }) {
  const say = getSay();
  const url = safeUrl(content.url, host);
  const imageUrl = safeUrl(content.imageUrl, host);
  return (
    <div class="product">
      {imageUrl && <img src={imageUrl} alt="" />}
      <div>
        <div>{content.title}</div>
        {content.price && <div class="price">{content.price}</div>}
        {url && (
          <a href={url} target="_blank" rel="noopener noreferrer">
            {say(words.product)}
          </a>
        )}
      </div>
    </div>
  );
}

function FileLines({ name, bytes }: { name: string; bytes: number }) {
  return (
    <div class="file-lines">
      <Icon name="clip" />
      <div>
        {name}
        <div class="file-size">{sayBytes(bytes)}</div>
      </div>
    </div>
  );
}

function DeliveryMark({ delivery }: { delivery: "sending" | "sent" | "read" }) {
  const session = getSession();
  const say = getSay();
  const isOffline = session.getState().link === "lost";
  const sending = isOffline ? words.waitingForNetwork : words.sending;
  return (
    <div class="delivery">{say(delivery === "sending" ? sending : delivery === "read" ? words.read : words.sent)}</div>
  );
}

function FailedActions({ why, onRetry, onRemove }: { why: string; onRetry?(): void; onRemove(): void }) {
  const say = getSay();
  return (
    <div class="delivery failed" role="alert">
      <span>{why}</span>
      {onRetry && (
        <button type="button" class="link" onClick={onRetry}>
          {say(words.resend)}
        </button>
      )}
      <button type="button" class="link" onClick={onRemove}>
        {say(words.remove)}
      </button>
    </div>
  );
}

function sayQuote(content: Content): string {
  if (content.kind === "text") return content.text;
  return `[${content.kind === "product" ? content.title : content.file.name}]`;
}

function fileUrl(host: string, file: FileRef): string {
  return `${host}/files/${encodeURIComponent(file.fileId)}`;
}

/** Room is kept before the picture is there, so that nothing jumps. */
function sizeOf({ width, height }: FileRef) {
  if (!width || !height) return undefined;
  const scale = Math.min(1, 220 / width, 260 / height);
  return { width: `${Math.max(48, Math.round(width * scale))}px`, aspectRatio: `${width} / ${height}` };
}
