import type { Ground } from "../context.ts";

export function reactWithFolding(_ground: Ground): { sweep: () => Promise<void> } {
  return { sweep: async () => {} };
}
