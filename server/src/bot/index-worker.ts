import { buildIndex } from "@yingda/answering/index-build";
import { type Changes, updateIndex } from "@yingda/answering/index-update";
import type { Entry } from "@yingda/answering/types";
import { answerEach } from "../platform/worker-side.ts";

/** All of the knowledge, or what became of it since a snapshot. */
export type Wanted = { entries: readonly Entry[] } | ({ snapshot: ArrayBuffer } & Changes);
export type Made = { snapshot: ArrayBuffer };

// Builds indexes away from the thread that serves people.
answerEach<Wanted, Made>(
  (wanted) => ({ snapshot: "entries" in wanted ? buildIndex(wanted.entries) : updateIndex(wanted.snapshot, wanted) }),
  ({ snapshot }) => [snapshot],
);
