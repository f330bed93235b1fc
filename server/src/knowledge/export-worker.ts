import { parentPort, workerData } from "node:worker_threads";
import { type SheetWish, writeEntrySheet } from "./template.ts";

// Writes a sheet away from the thread that serves people: a hundred thousand rows take seconds.

parentPort!.postMessage(await writeEntrySheet(workerData as SheetWish));
