import type { ErrorCode } from "@yingda/contract/errors";
import { limits } from "@yingda/contract/limits";

/** A file on its way up. It becomes an ordinary message once the server has it; until then it lives in memory only. */
export type Upload = { clientId: string; file: File; error?: ErrorCode };

/** Checked here to spare the wait; the server looks at the bytes and has the last word. */
export function beginUpload(clientId: string, file: File): Upload {
  const error = !file.size ? "invalid_input" : file.size > limits.fileBytes ? "too_large" : undefined;
  return { clientId, file, error };
}

/** A failed one may be tried again, unless the file itself is the reason. */
export function canRetry({ error }: Upload): boolean {
  return error === "unavailable" || error === "internal" || error === "too_many_requests";
}
