import { setImmediate as nextTurn } from "node:timers/promises";
import type pg from "pg";
import type { Happenings } from "../happenings.ts";
import type { Bus } from "../platform/bus.ts";
import type { Clock } from "../platform/clock.ts";
import { isDataFault, isDeadlock, isUniqueViolation } from "../platform/db/database.ts";
import { AppError } from "../platform/errors.ts";
import { type Appended, type AppendRequest, appendIn, type Outcome } from "./append.ts";

/**
 * The group commit: requests that arrive while one batch is being written go together into the next. What `append`
 * resolves with is on disk; then, and only then, the bus hears of it.
 */
export type EventLog = {
  append: (request: AppendRequest) => Promise<Appended>;
  /** Several appends and the caller's own statements in one transaction (routing: seats and assignments together). */
  appendTogether: <T>(
    work: (client: pg.ClientBase, append: (requests: AppendRequest[]) => Promise<Appended[]>) => Promise<T>,
  ) => Promise<T>;
  /** Takes nothing more and waits for what was taken. */
  drain: () => Promise<void>;
};

const largestBatch = 256;

export function openEventLog({ pool, clock, bus }: { pool: pg.Pool; clock: Clock; bus: Bus<Happenings> }): EventLog {
  type Waiting = { request: AppendRequest; resolve: (appended: Appended) => void; reject: (error: unknown) => void };
  let waiting: Waiting[] = [];
  let running: Promise<void> | null = null;
  let isDraining = false;

  const tell = (appended: Appended) => {
    if (appended.events.length > 0) bus.tell("events.appended", appended);
  };

  async function inTransaction<T>(work: (client: pg.PoolClient, at: string) => Promise<T>): Promise<T> {
    const client = await pool.connect();
    let failure: Error | undefined;
    try {
      // Sent together: one round trip less for every batch.
      const [, result] = await Promise.all([client.query("begin"), work(client, clock.now().toISOString())]);
      await client.query("commit");
      return result;
    } catch (error) {
      failure = error as Error;
      await client.query("rollback").catch(() => {});
      throw error;
    } finally {
      client.release(failure && !("code" in failure) ? failure : undefined);
    }
  }

  async function writeBatch(batch: Waiting[]): Promise<void> {
    let outcomes: Outcome[];
    try {
      outcomes = await commitBatch(batch, 2);
    } catch (error) {
      // One act that the database can't hold must not take the others of its batch with it.
      if (isDataFault(error) && batch.length > 1) for (const each of batch) await writeBatch([each]);
      else for (const { reject } of batch) reject(error);
      return;
    }
    outcomes.forEach((outcome, i) => {
      if (outcome.ok) {
        batch[i]!.resolve(outcome.appended);
        tell(outcome.appended);
      } else batch[i]!.reject(outcome.error);
    });
  }

  async function commitBatch(batch: Waiting[], tries: number): Promise<Outcome[]> {
    try {
      return await inTransaction((client, at) =>
        appendIn(
          client,
          batch.map(({ request }) => request),
          at,
        ),
      );
    } catch (error) {
      // Another node began the same customers' conversations between our look and our write, or in another order.
      if (tries > 0 && (isUniqueViolation(error) || isDeadlock(error))) return commitBatch(batch, tries - 1);
      throw error;
    }
  }

  async function run(): Promise<void> {
    // One turn of the loop lets everything that arrived together go together.
    await nextTurn();
    while (waiting.length > 0) {
      const batch = waiting.slice(0, largestBatch);
      waiting = waiting.slice(largestBatch);
      await writeBatch(batch);
    }
    running = null;
  }

  return {
    append: (request) =>
      new Promise((resolve, reject) => {
        if (isDraining) return reject(new AppError("unavailable", "The server is stopping; send again in a moment."));
        waiting.push({ request, resolve, reject });
        running ??= run();
      }),
    appendTogether: async (work) => {
      const told: Appended[] = [];
      const result = await inTransaction((client, at) =>
        work(client, async (requests) => {
          const outcomes = await appendIn(client, requests, at);
          return outcomes.map((outcome) => {
            if (!outcome.ok) throw outcome.error;
            told.push(outcome.appended);
            return outcome.appended;
          });
        }),
      );
      told.forEach(tell);
      return result;
    },
    drain: async () => {
      isDraining = true;
      while (running) await running;
    },
  };
}
