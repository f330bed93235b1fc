import { routes } from "@yingda/contract/routes";
import type { Handle } from "../../platform/http/handle.ts";
import {
  chooseBenchmarkTier,
  importBenchmark,
  makeBenchmarkTemplate,
  previewBenchmark,
  removeBenchmark,
} from "./benchmarks.ts";
import { describePeers } from "./peers.ts";

export function peerRoutes(handle: Handle): void {
  handle.staff(routes.getPeers, (ctx) => describePeers(ctx));
  handle.staff(routes.getBenchmarkTemplate, makeBenchmarkTemplate);
  handle.staff(routes.previewBenchmark, previewBenchmark);
  handle.staff(routes.importBenchmark, importBenchmark);
  handle.staff(routes.chooseBenchmarkTier, chooseBenchmarkTier);
  handle.staff(routes.removeBenchmark, (ctx) => removeBenchmark(ctx));
}
