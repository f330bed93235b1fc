import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { buildShop, buildStaff } from "../../testing/build.ts";
import { openTestGround } from "../../testing/database.ts";
import {
  answered,
  asked,
  closed,
  connected,
  leftMessage,
  queued,
  remember,
  requested,
  started,
} from "../testing-logs.ts";
import { describeLive } from "./wall.ts";

const { ground, clock } = await openTestGround();
/** 10 in the morning in Shanghai. */
clock.set("2026-11-21T02:00:00.000Z");

describe("right now", () => {
  test("counts who waits, is served or leaves a message, and how long the first has waited", async () => {
    const ctx = await buildShop(ground);
    await buildStaff(ctx, { status: "online" });
    await buildStaff(ctx, { status: "busy" });
    await remember(ctx, "2026-11-21T09:58:00", [
      [0, started],
      [0, asked],
      [1, requested],
      [30, queued],
    ]);
    await remember(ctx, "2026-11-21T09:00:00", [
      [0, started],
      [1, requested],
      [2, connected],
    ]);
    await remember(ctx, "2026-11-20T09:00:00", [
      [0, started],
      [1, requested],
      [2, leftMessage],
    ]);
    await remember(ctx, "2026-11-21T00:00:00", [
      [0, started],
      [1, asked],
      [2, answered("direct")],
      [3, closed],
    ]);
    await remember(ctx, "2026-11-20T23:59:59", [
      [0, started],
      [1, asked],
      [2, answered("direct")],
    ]);
    assert.deepEqual(await describeLive(ctx), {
      waiting: 1,
      inService: 1,
      withBot: 1,
      messages: 1,
      longestWaitSeconds: 119,
      agentsOnline: 1,
      todayConversations: 3,
      todayBotOnly: 1,
    });
  });
});
