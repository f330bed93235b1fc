import * as z from "zod";

/** Every error code with its HTTP status. The words for people are in each locale file under `errors.<code>`. */
export const errorStatus = {
  invalid_input: 400,
  not_signed_in: 401,
  not_allowed: 403,
  not_found: 404,
  conflict: 409,
  conversation_closed: 409,
  capacity_full: 409,
  agent_offline: 409,
  too_late: 409,
  already_exists: 409,
  too_large: 413,
  file_type_not_allowed: 415,
  too_many_requests: 429,
  too_many_rows: 422,
  unreadable_file: 422,
  limit_reached: 422,
  internal: 500,
  unavailable: 503,
} as const;
export type ErrorCode = keyof typeof errorStatus;

export const errorReply = z.object({
  error: z.object({
    code: z.enum(Object.keys(errorStatus) as [ErrorCode, ...ErrorCode[]]),
    /** English, for developers and logs; people see the locale's text for the code. */
    message: z.string(),
    /** For invalid_input: which field and why. */
    fields: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
  }),
});
export type ErrorReply = z.infer<typeof errorReply>;
