import { parentPort } from "node:worker_threads";
import { buildIndex } from "@yingda/answering/index-build";
import type { Entry } from "@yingda/answering/types";

// Builds indexes away from the thread that serves people.
parentPort!.on("message", ({ task, entries }: { task: number; entries: Entry[] }) => {
  try {
    const snapshot = buildIndex(entries);
    parentPort!.postMessage({ task, snapshot }, [snapshot]);
  } catch (error) {
    parentPort!.postMessage({ task, failure: String(error) });
  }
});
