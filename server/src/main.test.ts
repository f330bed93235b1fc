import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import type { CustomerPush } from "@yingda/contract/frames";
import { startEmbeddedPostgres } from "./platform/db/embedded.ts";
import { is, type Visitor, visit } from "./testing/app.ts";
import { act, text } from "./testing/build.ts";
import { withClient } from "./testing/cluster.ts";
import { freePort, launch, start } from "./testing/program.ts";

const folders: string[] = [];
const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), "yingda-main-"));
  folders.push(folder);
  return folder;
};
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

async function refusal(env: Record<string, string>): Promise<string> {
  const { ended, output } = launch(env);
  assert.equal(await ended, 1, output());
  assert.ok(!output().includes("    at "), `a sentence, not a stack: ${output()}`);
  return output();
}

describe("starting", () => {
  test("keeps everything over a stop and a start, and leaves no process behind", async () => {
    const dataFolder = newFolder();
    const port = await freePort();
    const first = await start({ dataFolder, port });
    const customer = await visit(first.url, first.widgetKey);
    const clientId = act();
    customer.send({ t: "send", clientId, content: text("你好") });
    const { conversationId } = await customer.until(is("ack", (push) => push.clientId === clientId));
    assert.equal(await first.stop(), 0);
    assert.ok(!existsSync(join(dataFolder, "postgres/postmaster.pid")), "the database was stopped too");

    const second = await start({ dataFolder, port });
    assert.equal(second.widgetKey, first.widgetKey);
    const again = await visit(second.url, second.widgetKey, { token: customer.token });
    assert.equal((await again.until(is("ready"))).view?.conversationId, conversationId);
    again.close();
    await second.stop();
  });

  test("says in a sentence what is in the way, and harms nothing", async () => {
    const dataFolder = newFolder();
    const port = await freePort();
    const running = await start({ dataFolder, port });
    const other = String(await freePort());
    assert.match(
      await refusal({ YINGDA_DATA: dataFolder, YINGDA_PORT: other, YINGDA_DEMO: "off" }),
      /Another copy of Yingda is using the data folder/,
    );
    assert.equal((await fetch(`${running.url}/health`)).status, 200, "the first copy goes on");
    await running.stop();

    const taken = createServer();
    await new Promise<void>((done) => taken.listen(port, "0.0.0.0", done));
    assert.match(
      await refusal({ YINGDA_DATA: dataFolder, YINGDA_PORT: String(port), YINGDA_DEMO: "off" }),
      new RegExp(`Port ${port} is taken`),
    );
    await new Promise((done) => taken.close(done));

    const file = join(newFolder(), "a-file");
    writeFileSync(file, "");
    assert.match(await refusal({ YINGDA_DATA: join(file, "data"), YINGDA_PORT: other }), /can't be written to/);
    assert.match(await refusal({ YINGDA_DATA: dataFolder, YINGDA_PORT: "a lot" }), /YINGDA_PORT can't be used/);

    const embedded = await startEmbeddedPostgres(dataFolder);
    await withClient(embedded.url("yingda"), (client) =>
      client.query("insert into migration (number, name) values (9999, 'from the future')"),
    );
    await embedded.stop();
    assert.match(
      await refusal({ YINGDA_DATA: dataFolder, YINGDA_PORT: other, YINGDA_DEMO: "off" }),
      /written by a newer version of Yingda/,
    );
  });

  test("makes its secrets itself and lets nobody else read them", async () => {
    const dataFolder = newFolder();
    const running = await start({ dataFolder, port: await freePort() });
    const secrets = JSON.parse(readFileSync(join(dataFolder, "secrets.json"), "utf8"));
    assert.ok(secrets.staffSessions.length >= 40 && secrets.customerTokens !== secrets.staffSessions);
    await running.stop();
  });
});

test("law 3: every acknowledged message survives kill −9 under load, in order and once", async () => {
  const dataFolder = newFolder();
  const port = await freePort();
  const customers = 20;
  let running = await start({ dataFolder, port });
  const visitors: Visitor[] = await Promise.all(
    Array.from({ length: customers }, () => visit(running.url, running.widgetKey)),
  );
  const acknowledged = visitors.map(() => new Map<string, number>());
  const unanswered = visitors.map(() => [] as string[]);

  for (let round = 0; round < 3; round++) {
    const typing = visitors.map(async (visitor, i) => {
      for (let n = 0; n < 40 && visitor.socket.readyState === visitor.socket.OPEN; n++) {
        const clientId = act();
        unanswered[i]!.push(clientId);
        visitor.send({ t: "send", clientId, content: text(`第 ${n} 句`) });
        await wait(5);
      }
    });
    await wait(90);
    await running.kill();
    await Promise.all(typing);
    visitors.forEach((visitor, i) => {
      for (const push of visitor.pushes) if (push.t === "ack") acknowledged[i]!.set(push.clientId, push.seq);
    });
    running = await start({ dataFolder, port });
    for (const [i, visitor] of visitors.entries()) {
      const again = await visit(running.url, running.widgetKey, { token: visitor.token });
      visitors[i] = again;
      const stored = storedBy(again);
      for (const [clientId, seq] of acknowledged[i]!)
        assert.equal(stored.get(clientId), seq, `acknowledged as ${seq}, stored as ${stored.get(clientId)}`);
      // What was not acknowledged is sent again, as a window does; what was stored all the same is not stored twice.
      const lost = unanswered[i]!.filter((clientId) => !acknowledged[i]!.has(clientId)).slice(0, 20);
      for (const clientId of lost) again.send({ t: "send", clientId, content: text("重发") });
      const last = lost.at(-1);
      if (last) await again.until(is("ack", (push) => push.clientId === last));
      for (const push of again.pushes) if (push.t === "ack") acknowledged[i]!.set(push.clientId, push.seq);
      unanswered[i] = [];
    }
  }
  assert.ok(
    acknowledged.every((acks) => acks.size > 20),
    "there was a load",
  );
  for (const visitor of visitors) {
    const fresh = await visit(running.url, running.widgetKey, { token: visitor.token });
    const ready = await fresh.until(is("ready"));
    assert.deepEqual(
      ready.events.map((event) => event.seq),
      ready.events.map((_, i) => i + 1),
    );
    const clientIds = ready.events.flatMap((event) => event.clientId ?? []);
    assert.equal(new Set(clientIds).size, clientIds.length, "nothing twice");
    fresh.close();
    visitor.close();
  }
  await running.stop();
});

/** What the server says it has, by the sender's own id. */
function storedBy(visitor: Visitor): Map<string, number> {
  const ready = visitor.pushes.find((push): push is Extract<CustomerPush, { t: "ready" }> => push.t === "ready")!;
  return new Map(ready.events.flatMap((event) => (event.clientId ? [[event.clientId, event.seq] as const] : [])));
}
