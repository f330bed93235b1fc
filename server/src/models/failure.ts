import type { ModelProblem } from "@yingda/contract/routes/models";
import type { TokenCount } from "./tokens.ts";

/** Why a model gave nothing usable. `detail` is for whoever set it up: the endpoint's own words, cut short. */
export class ModelFailure extends Error {
  readonly problem: ModelProblem;
  readonly retryAfterSeconds: number | undefined;

  constructor(problem: ModelProblem, detail = "", retryAfterSeconds?: number) {
    super(detail.slice(0, 300));
    this.problem = problem;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** With what is counted although nothing came of it: the endpoint has begun, so it may be paid for. */
export class BrokenOff extends ModelFailure {
  readonly tokens: TokenCount;
  constructor(failure: ModelFailure, tokens: TokenCount) {
    super(failure.problem, failure.message, failure.retryAfterSeconds);
    this.tokens = tokens;
  }
}

/** The question has gone out, and nobody heard that it was refused. */
export const hasBegun = (error: unknown): error is ModelFailure =>
  error instanceof ModelFailure && ["timeout", "stopped", "lost"].includes(error.problem);

const codes: Record<string, ModelProblem> = {
  ENOTFOUND: "host_not_found",
  EAI_AGAIN: "host_not_found",
  ECONNREFUSED: "refused",
  EHOSTUNREACH: "refused",
  ENETUNREACH: "refused",
  ETIMEDOUT: "timeout",
  ECONNRESET: "lost",
  EPIPE: "lost",
};

/** Whatever was thrown on the way to the endpoint. */
export function toFailure(error: unknown): ModelFailure {
  if (error instanceof ModelFailure) return error;
  const { code = "", message = "" } = (error ?? {}) as { code?: string; message?: string };
  const problem = codes[code] ?? (/CERT|SSL|TLS|SELF_SIGNED/.test(code) ? "tls" : "other");
  return new ModelFailure(problem, [code, message].filter(Boolean).join(": "));
}

export function problemOfStatus(status: number): ModelProblem {
  if (status === 401 || status === 403) return "key";
  if (status === 404 || status === 405) return "not_found";
  if (status === 429) return "rate";
  return status >= 500 ? "server" : "rejected";
}
