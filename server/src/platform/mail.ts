import { Readable } from "node:stream";
import type { MailProblem } from "@yingda/contract/routes/mailing";
import type { NodemailerError } from "nodemailer/lib/errors";
import MailComposer from "nodemailer/lib/mail-composer";
import SMTPConnection from "nodemailer/lib/smtp-connection";

/**
 * One mail to one recipient by SMTP, step by step, so that a failure says what happened and whether the other side may
 * have the mail all the same. It keeps nothing and tries nothing twice.
 */

export type MailServer = {
  host: string;
  port: number;
  security: "tls" | "starttls" | "none";
  user: string;
  password: string;
  fromName: string;
  fromAddress: string;
};
export type Mail = { to: string; subject: string; html: string; text: string; messageId: string; at: Date };

export class MailFailure extends Error {
  readonly problem: MailProblem;
  /** Trying again can't help: the server has refused this recipient or this mail for good. */
  readonly isLasting: boolean;
  /** The words were all sent and no answer came: it may have arrived. */
  readonly isUnsure: boolean;

  constructor(problem: MailProblem, detail: string, { isLasting = false, isUnsure = false } = {}) {
    super(detail);
    this.problem = problem;
    this.isLasting = isLasting;
    this.isUnsure = isUnsure;
  }
}

const connectMs = 15_000;
const silenceMs = 45_000;
/** For all of it; whoever claims a delivery counts on this. */
export const sendingTakesAtMostMs = 150_000;

/** Gives the server's answer. `beforeHandOver` runs when the server has let us in and nothing was sent yet. */
export async function sendMail(
  server: MailServer,
  mail: Mail,
  beforeHandOver: () => Promise<unknown> = async () => {},
): Promise<string> {
  const { host, port, security } = server;
  const bytes = await compose(server, mail);
  const connection = new SMTPConnection({
    host,
    port,
    secure: security === "tls",
    requireTLS: security === "starttls",
    ignoreTLS: security === "none",
    connectionTimeout: connectMs,
    greetingTimeout: connectMs,
    dnsTimeout: connectMs,
    socketTimeout: silenceMs,
  });
  // Whatever breaks the line, whichever step is waiting for it.
  const { promise: broken, reject: breakOff } = Promise.withResolvers<never>();
  broken.catch(() => {});
  connection.once("error", breakOff);
  const deadline = setTimeout(
    () => breakOff(Object.assign(new Error("It took too long."), { code: "ETIMEDOUT" })),
    sendingTakesAtMostMs,
  );
  const step = <T>(work: (done: (error: Error | null | undefined, result?: T) => void) => unknown) =>
    Promise.race([
      broken,
      new Promise<T>((done, failed) => {
        work((error, result) => (error ? failed(error) : done(result as T)));
      }),
    ]);
  let isAllSaid = false;
  try {
    await step((done) => connection.connect((error) => done(error)));
    if (server.user) await step((done) => connection.login({ user: server.user, pass: server.password }, done));
    await beforeHandOver();
    const words = Readable.from([bytes]).once("end", () => {
      isAllSaid = true;
    });
    const envelope = { from: server.fromAddress, to: [mail.to] };
    const { response } = await step<{ response: string }>((done) => connection.send(envelope, words, done as never));
    connection.quit();
    return response;
  } catch (error) {
    connection.close();
    throw toFailure(error as NodemailerError, isAllSaid);
  } finally {
    clearTimeout(deadline);
    // A line that breaks after all is said and done concerns nobody.
    connection.on("error", () => {});
  }
}

function compose({ fromName, fromAddress }: MailServer, { to, subject, html, text, messageId, at }: Mail) {
  const message = new MailComposer({
    from: { name: fromName, address: fromAddress },
    to,
    subject,
    html,
    text,
    messageId,
    date: at,
    // Robots need not answer that they are on holiday.
    headers: { "Auto-Submitted": "auto-generated" },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return message.compile().build();
}

function toFailure(error: NodemailerError, isAllSaid: boolean): MailFailure {
  if (error instanceof MailFailure) return error;
  const detail = (error.response ?? error.message ?? String(error)).replace(/\s+/g, " ").trim().slice(0, 500);
  const isAnswered = error.responseCode !== undefined;
  return new MailFailure(problemOf(error), detail, {
    isLasting: isAnswered && error.permanent === true && error.code !== "EAUTH",
    isUnsure: isAllSaid && !isAnswered,
  });
}

function problemOf({ code, originalCode, command, message }: NodemailerError): MailProblem {
  const root = originalCode ?? code;
  if (code === "EDNS" || root === "ENOTFOUND" || root === "EAI_AGAIN") return "host_not_found";
  if (root === "ECONNREFUSED" || root === "EHOSTUNREACH" || root === "ENETUNREACH") return "refused";
  if (code === "ETIMEDOUT") return "timeout";
  if (code === "ETLS" || /certificate|self[- ]signed|wrong version number|ssl|tls/i.test(message)) return "tls";
  if (code === "EAUTH" || code === "ENOAUTH" || code === "EOAUTH2") return "sign_in";
  if (command === "MAIL FROM") return "sender";
  if (command === "RCPT TO") return "recipient";
  if (code === "EMESSAGE" || command === "DATA") return "content";
  if (code === "ECONNECTION" || code === "ESOCKET" || code === "EPROTOCOL") return "lost";
  return "other";
}
