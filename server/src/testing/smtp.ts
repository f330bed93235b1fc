import type { AddressInfo } from "node:net";
import { after } from "node:test";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { makeSeal } from "../platform/seal.ts";

/** What a test shop's mail password is kept with. */
export const testSeal = makeSeal(Buffer.alloc(32, 7).toString("base64url"));

/** A real mail server on this machine, as strict or as broken as a test needs it. */

type Arrived = { from: string; to: string[]; raw: string; subject: string; html: string; text: string };
export type MailHost = {
  port: number;
  arrived: Arrived[];
  /** Resolves when so many mails are there. */
  until: (count: number) => Promise<Arrived[]>;
  stop: () => Promise<void>;
  restart: () => Promise<void>;
  /** What it answers to the whole message instead of taking it, or "hang up" after it has taken it. */
  answerWith: (answer: { code: number; words: string } | "hang up" | null) => void;
};

export async function openMailHost({
  user,
  password,
  ...rest
}: SMTPServerOptions & { user?: string; password?: string } = {}): Promise<MailHost> {
  const arrived: Arrived[] = [];
  let waiting: (() => void)[] = [];
  let answer: { code: number; words: string } | "hang up" | null = null;
  const make = () =>
    new SMTPServer({
      authOptional: !user,
      disabledCommands: user ? [] : ["AUTH", "STARTTLS"],
      allowInsecureAuth: true,
      logger: false,
      onAuth: (given, _session, done) =>
        given.username === user && given.password === password
          ? done(null, { user: given.username })
          : done(new Error("535 5.7.8 Authentication failed: wrong user or password")),
      onData: (stream, session, done) => {
        const pieces: Buffer[] = [];
        stream.on("data", (piece: Buffer) => pieces.push(piece));
        stream.on("end", () => {
          if (answer && answer !== "hang up")
            return done(Object.assign(new Error(answer.words), { responseCode: answer.code }));
          const raw = Buffer.concat(pieces).toString("utf8");
          const { mailFrom, rcptTo } = session.envelope;
          arrived.push({
            from: mailFrom ? mailFrom.address : "",
            to: rcptTo.map((one) => one.address),
            raw,
            ...readMail(raw),
          });
          for (const look of waiting) look();
          if (answer === "hang up") for (const line of server.connections) line._socket.destroy();
          else done();
        });
      },
      ...rest,
    }) as SMTPServer & { connections: Set<{ _socket: { destroy: () => void } }> };
  let server = make();
  const listen = (port: number) =>
    new Promise<number>((done) => {
      server.on("error", () => {});
      server.listen(port, "127.0.0.1", () => done((server.server.address() as AddressInfo).port));
    });
  const port = await listen(0);
  const stop = () => new Promise<void>((done) => server.close(() => done()));
  after(stop);
  return {
    port,
    arrived,
    stop,
    restart: async () => {
      server = make();
      await listen(port);
    },
    answerWith: (next) => {
      answer = next;
    },
    until: (count) =>
      new Promise((done, failed) => {
        const timer = setTimeout(() => failed(new Error(`${arrived.length} of ${count} mails have come`)), 15_000);
        const look = () => {
          if (arrived.length < count) return;
          clearTimeout(timer);
          waiting = waiting.filter((each) => each !== look);
          done(arrived);
        };
        waiting.push(look);
        look();
      }),
  };
}

/** Enough of MIME for what we send: one multipart/alternative of quoted-printable or base64 parts. */
function readMail(raw: string): { subject: string; html: string; text: string } {
  const [head = "", ...rest] = raw.split("\r\n\r\n");
  const boundary = /boundary="([^"]+)"/.exec(head)?.[1];
  const parts = boundary ? rest.join("\r\n\r\n").split(`--${boundary}`) : [];
  const part = (kind: string) => {
    const found = parts.find((one) => one.includes(`Content-Type: ${kind}`)) ?? "";
    const at = found.indexOf("\r\n\r\n");
    const body = found.slice(at + 4);
    if (/Transfer-Encoding: base64/i.test(found)) return Buffer.from(body, "base64").toString("utf8");
    return decodeQuoted(body.replace(/=\r\n/g, ""), "=");
  };
  const folded = /^Subject: ((?:.*(?:\r\n[ \t].*)*))/im.exec(head)?.[1] ?? "";
  const subject = folded
    .replace(/\?=\r\n[ \t]=\?/g, "?==?")
    .replace(/\r\n[ \t]/g, " ")
    .replace(/=\?utf-8\?([qb])\?([^?]*)\?=/gi, (_, kind: string, words: string) =>
      kind.toLowerCase() === "b"
        ? Buffer.from(words, "base64").toString("utf8")
        : decodeQuoted(words.replaceAll("_", " "), "="),
    );
  return { subject, html: part("text/html"), text: part("text/plain") };
}

function decodeQuoted(words: string, mark: string): string {
  const bytes = words.replace(new RegExp(`${mark}([0-9A-F]{2})`, "g"), (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(bytes, "latin1").toString("utf8");
}
