import { randomUUID } from "node:crypto";
import { request } from "node:http";
import type { CustomerFrame, CustomerPush } from "@yingda/contract/frames";
import { WebSocket } from "ws";

/**
 * Customers who ask, read the answer and ask again, over real WebSockets. Each comes from a loopback address of its
 * own, because the product limits what one address and one customer may send; a customer who has asked enough leaves,
 * and the next one takes the place.
 */

export type Load = {
  url: string;
  widgetKey: string;
  connections: number;
  questions: readonly string[];
  questionsPerCustomer: number;
  /** Between an answer and the next question; 0: at once. */
  thinkMs: number;
  warmUpMs: number;
  measureMs: number;
  /** Hears of each answer in the moment it is read, warm-up included. */
  onAnswered?: (asked: Acknowledged) => void;
};

export type Acknowledged = { conversationId: string; clientId: string; seq: number };

export type Measured = {
  /** Of every message, warm-up included. */
  acknowledged: Acknowledged[];
  customers: number;
  /** Of the messages answered while it was measured. */
  ackMs: number[];
  answerMs: number[];
};

const answerWithinMs = 30_000;
let lastAddress = 0;

export async function runLoad(load: Load, onMeasure: (phase: "begins" | "ends") => void): Promise<Measured> {
  const measured: Measured = { acknowledged: [], customers: 0, ackMs: [], answerMs: [] };
  let phase: "warm-up" | "measuring" | "over" = "warm-up";
  const isOver = () => phase === "over";
  let lastQuestion = 0;

  async function occupy(place: number): Promise<void> {
    // Not all at the same instant; where they think, spread over the time they think.
    await wait((place / load.connections) * Math.max(load.thinkMs, load.warmUpMs / 3));
    while (!isOver()) {
      const customer = await arrive(load);
      measured.customers += 1;
      for (let n = 0; n < load.questionsPerCustomer && !isOver(); n++) {
        const asked = await customer.ask(load.questions[lastQuestion++ % load.questions.length]!);
        measured.acknowledged.push(asked.acknowledged);
        load.onAnswered?.(asked.acknowledged);
        if (phase === "measuring") {
          measured.ackMs.push(asked.ackMs);
          measured.answerMs.push(asked.answerMs);
        }
        if (load.thinkMs > 0) await wait(load.thinkMs);
      }
      customer.leave();
    }
  }

  const places = Array.from({ length: load.connections }, (_, place) => occupy(place));
  const measuring = (async () => {
    await wait(load.warmUpMs);
    phase = "measuring";
    onMeasure("begins");
    await wait(load.measureMs);
    phase = "over";
    onMeasure("ends");
  })();
  await Promise.all([measuring, ...places]);
  return measured;
}

type Asked = { acknowledged: Acknowledged; ackMs: number; answerMs: number };
type Customer = { ask: (text: string) => Promise<Asked>; leave: () => void };

async function arrive({ url, widgetKey }: Load): Promise<Customer> {
  const localAddress = nextAddress();
  const token = await startCustomer(`${url}/api/widget/${widgetKey}/customers`, localAddress);
  const socket = new WebSocket(`${url.replace("http", "ws")}/ws/customer`, {
    localAddress,
    perMessageDeflate: false,
  });
  const send = (frame: CustomerFrame) => socket.send(JSON.stringify(frame));
  let hear: (push: CustomerPush) => void = () => {};
  let fail: (error: Error) => void = () => {};
  socket.on("message", (bytes) => hear(JSON.parse(String(bytes))));
  socket.on("error", (error) => fail(error));
  socket.on("close", () => fail(new Error("the server closed a customer's connection")));

  await new Promise<void>((ready, failed) => {
    fail = failed;
    hear = (push) => (push.t === "ready" ? ready() : failed(new Error(JSON.stringify(push))));
    socket.once("open", () => send({ t: "hello", token, locale: "zh-CN" }));
  });

  return {
    ask: (text) =>
      new Promise((done, failed) => {
        const clientId = randomUUID();
        const startedMs = performance.now();
        let acknowledged: Acknowledged | null = null;
        let ackMs = 0;
        const answers = new Map<number, number>();
        const timer = setTimeout(
          () => failed(new Error(`no answer within ${answerWithinMs} ms to: ${text}`)),
          answerWithinMs,
        );
        fail = failed;
        hear = (push) => {
          if (push.t === "error") failed(new Error(`${push.code}: ${push.message}`));
          if (push.t === "ack" && push.clientId === clientId) {
            ackMs = performance.now() - startedMs;
            acknowledged = { conversationId: push.conversationId, clientId, seq: push.seq };
          }
          if (push.t === "events") {
            for (const event of push.events)
              if (event.type === "bot.answered") answers.set(event.body.inReplyTo, performance.now() - startedMs);
          }
          const answerMs = acknowledged && answers.get(acknowledged.seq);
          if (!acknowledged || answerMs === null || answerMs === undefined) return;
          clearTimeout(timer);
          done({ acknowledged, ackMs, answerMs });
        };
        send({ t: "send", clientId, content: { kind: "text", text } });
      }),
    leave: () => {
      fail = () => {};
      socket.close();
    },
  };
}

/** 127.0.0.0/8 is all this machine. */
function nextAddress(): string {
  const n = ++lastAddress;
  return `127.${1 + ((n >> 16) & 63)}.${(n >> 8) & 255}.${n & 255}`;
}

function startCustomer(url: string, localAddress: string): Promise<string> {
  return new Promise((done, failed) => {
    const asked = request(
      url,
      { method: "POST", localAddress, headers: { "content-type": "application/json" } },
      (response) => {
        let body = "";
        response.setEncoding("utf8").on("data", (text) => (body += text));
        response.on("end", () =>
          response.statusCode === 200 ? done(JSON.parse(body).token) : failed(new Error(`startCustomer: ${body}`)),
        );
      },
    );
    asked.on("error", failed);
    asked.end(JSON.stringify({ locale: "zh-CN" }));
  });
}

const wait = (ms: number) => new Promise((done) => setTimeout(done, ms));
