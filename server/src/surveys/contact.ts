import * as z from "zod";

/** Where a customer can be written to. */
export type Contact = { email: string | null; phone: string | null };

const phone = /^\+?\d[\d -]{4,19}$/;

/** What somebody left with a message is one line of anything: an e-mail address, a number, or neither. */
export function readContact(text: string | undefined): Contact {
  const line = text?.trim() ?? "";
  return {
    email: z.email().max(120).safeParse(line).success ? line : null,
    phone: phone.test(line) ? line : null,
  };
}
