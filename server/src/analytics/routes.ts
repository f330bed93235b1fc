import type { Handle } from "../platform/http/handle.ts";

export function analyticsRoutes(_handle: Handle): void {}
