import type { Ground } from "../context.ts";
import type { Handle } from "../platform/http/handle.ts";

export function importRoutes(_handle: Handle, _ground: Ground): void {}
