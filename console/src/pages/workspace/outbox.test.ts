import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { createOutbox, type Delivery, type Pending } from "./outbox.ts";

const message = (clientId: string, text = clientId): Omit<Pending, "state"> => ({
  clientId,
  conversationId: "c1",
  kind: "message",
  content: { kind: "text", text },
  at: "2026-11-21T00:00:00.000Z",
});

function open(deliver: Delivery, stored: Pending[] = []) {
  const saved: Pending[][] = [];
  const outbox = createOutbox({
    deliver,
    memory: { load: () => stored, save: (pending) => saved.push([...pending]) },
    codeOf: (error) => (error as { code: "offline" | "conversation_closed" }).code,
  });
  return { outbox, saved };
}
const states = (outbox: ReturnType<typeof createOutbox>) => outbox.list().map(({ state }) => state);

describe("sending", () => {
  test("shows at once and is marked when the server has it", async () => {
    const { outbox } = open(async () => {});
    const done = outbox.send(message("m1"));
    assert.deepEqual(states(outbox), ["sending"]);
    await done;
    assert.deepEqual(states(outbox), ["sent"]);
  });

  test("messages of one conversation go in the order in which they were typed", async () => {
    const order: string[] = [];
    let letFirstGo = () => {};
    const { outbox } = open(async ({ clientId }) => {
      if (clientId === "m1") await new Promise<void>((resolve) => (letFirstGo = resolve));
      order.push(clientId);
    });
    const first = outbox.send(message("m1"));
    const second = outbox.send(message("m2"));
    await Promise.resolve();
    await Promise.resolve();
    assert.deepEqual(order, []);
    letFirstGo();
    await Promise.all([first, second]);
    assert.deepEqual(order, ["m1", "m2"]);
  });

  test("a failure says why and does not stop the next one", async () => {
    const { outbox } = open(async ({ clientId }) => {
      if (clientId === "m1") throw { code: "conversation_closed" };
    });
    await Promise.all([outbox.send(message("m1")), outbox.send(message("m2"))]);
    assert.deepEqual(states(outbox), ["failed", "sent"]);
    assert.equal(outbox.list()[0]!.failure, "conversation_closed");
  });
});

describe("trying again", () => {
  test("uses the same clientId", async () => {
    const tries: string[] = [];
    const { outbox } = open(async ({ clientId }) => {
      tries.push(clientId);
      if (tries.length === 1) throw { code: "offline" };
    });
    await outbox.send(message("m1"));
    await outbox.retry("m1");
    assert.deepEqual(tries, ["m1", "m1"]);
    assert.deepEqual(states(outbox), ["sent"]);
  });

  test("after a reconnect only what the line failed goes by itself", async () => {
    const tries: string[] = [];
    const { outbox } = open(async ({ clientId }) => {
      tries.push(clientId);
      if (tries.length <= 2) throw { code: clientId === "m1" ? "offline" : "conversation_closed" };
    });
    await Promise.all([outbox.send(message("m1")), outbox.send(message("m2"))]);
    await outbox.retryOffline();
    assert.deepEqual(tries, ["m1", "m2", "m1"]);
  });

  test("an uploaded file is not uploaded again", async () => {
    const file = { size: 1 } as File;
    const seen: (File | undefined)[] = [];
    const { outbox } = open(async (pending, update) => {
      seen.push(pending.file);
      update({ kind: "text", text: "uploaded" });
      if (seen.length === 1) throw { code: "offline" };
    });
    await outbox.send({ ...message("m1"), file });
    await outbox.retry("m1");
    assert.deepEqual(seen, [file, undefined]);
  });
});

describe("a reload", () => {
  test("what had not arrived is kept, and offered again rather than sent behind one's back", async () => {
    const { saved } = open(async () => {
      throw { code: "offline" };
    });
    assert.deepEqual(saved, []);
    const before = open(async () => {
      throw { code: "offline" };
    });
    await before.outbox.send(message("m1"));
    let isSent = false;
    const after = open(async () => {
      isSent = true;
    }, before.saved.at(-1)!);
    assert.deepEqual([states(after.outbox), isSent], [["failed"], false]);
  });

  test("what has arrived is not kept", async () => {
    const { outbox, saved } = open(async () => {});
    await outbox.send(message("m1"));
    assert.deepEqual(saved.at(-1), []);
    outbox.forget(new Set(["m1"]));
    assert.deepEqual(outbox.list(), []);
  });
});
