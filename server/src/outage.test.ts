import assert from "node:assert/strict";
import { after, test } from "node:test";
import { firstRow, openDatabase, sql } from "./platform/db/database.ts";
import { is, openShop, openTestApp, visit } from "./testing/app.ts";
import { act, text } from "./testing/build.ts";

/** The database goes away while people talk, and comes back. */

const testApp = await openTestApp();
const shop = await openShop(testApp);
const found = await firstRow(testApp.app.ground.db, sql<{ name: string }>`select current_database() as name`);
const name = found!.name;
const outside = openDatabase(testApp.databaseUrl.replace(/[^/]*$/, "postgres"), 1);
after(() => outside.close());

test("says when to send again, and goes on by itself", async () => {
  const customer = await visit(testApp.url, shop.widgetKey);
  await outside.pool.query(`alter database ${name} with allow_connections false`);
  await outside.pool.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = $1", [name]);
  const clientId = act();
  customer.send({ t: "send", clientId, content: text("在吗") });
  const refusal = await customer.until(is("error", (push) => push.clientId === clientId));
  assert.deepEqual([refusal.code, typeof refusal.retryAfter], ["unavailable", "number"]);
  await outside.pool.query(`alter database ${name} with allow_connections true`);
  customer.send({ t: "send", clientId, content: text("在吗") });
  await customer.until(is("ack", (push) => push.clientId === clientId));
  await customer.until(is("events", (push) => push.events.some((event) => event.type === "bot.answered")));
});

test("a connection that breaks between two statements of a transaction ends that, and nothing else", async () => {
  const broken = openDatabase(testApp.databaseUrl, 2);
  const client = await broken.pool.connect();
  const { rows } = await client.query("select pg_backend_pid() as pid");
  const ended = new Promise((done) => client.once("end", done));
  await outside.pool.query("select pg_terminate_backend($1)", [rows[0].pid]);
  await ended;
  client.release();
  assert.equal((await broken.pool.query("select 1 as one")).rows[0].one, 1);
  await broken.close();
});
