import { type ErrorCode, errorStatus } from "@yingda/contract/errors";

/** Every refusal that a caller can see. `message` is for developers; people read the locale's words for the code. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: Record<string, string | number | boolean>;
  readonly fields?: { path: string; message: string }[];

  constructor(
    code: ErrorCode,
    message: string,
    details: Record<string, string | number | boolean> = {},
    fields?: { path: string; message: string }[],
  ) {
    super(message);
    this.code = code;
    this.details = details;
    this.fields = fields;
  }

  get status(): number {
    return errorStatus[this.code];
  }
}

export const notFound = (what: string) =>
  new AppError("not_found", `There is no such ${what}, or it is not yours to see.`);
