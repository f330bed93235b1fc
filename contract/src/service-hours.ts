import * as z from "zod";

/**
 * When a shop's people serve: the week, and days that are not like the week. Local times of the shop, half-open; a
 * night shift is written on both of its days. Messages of the checks are codes; the console has the words.
 */

export const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;
export type Weekday = (typeof weekdays)[number];

/** "09:00"; the end of a day is "24:00". */
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, "clock");

const period = z
  .object({ from: clock, to: clock })
  .refine(({ from, to }) => from < to, { path: ["to"], error: "order" });
export type Period = z.infer<typeof period>;

const periods = z
  .array(period)
  .max(6)
  .superRefine((all, ctx) => {
    const inOrder = all.map((one, i) => ({ ...one, i })).sort((a, b) => (a.from < b.from ? -1 : 1));
    for (const [n, one] of inOrder.entries()) {
      const before = inOrder[n - 1];
      if (before && one.from < before.to) ctx.addIssue({ code: "custom", path: [one.i], message: "overlap" });
    }
  });

const holiday = z.object({
  day: z.iso.date(),
  name: z.string().trim().min(1).max(40),
  /** None: closed. */
  periods,
});
export type Holiday = z.infer<typeof holiday>;

export const serviceHours = z.object({
  weekly: z.object({
    monday: periods,
    tuesday: periods,
    wednesday: periods,
    thursday: periods,
    friday: periods,
    saturday: periods,
    sunday: periods,
  }),
  /** A listed day follows its own periods instead of the week's. */
  holidays: z
    .array(holiday)
    .max(400)
    .superRefine((all, ctx) => {
      const seen = new Set<string>();
      for (const [i, { day }] of all.entries()) {
        if (seen.has(day)) ctx.addIssue({ code: "custom", path: [i, "day"], message: "twice" });
        seen.add(day);
      }
    }),
});
export type ServiceHours = z.infer<typeof serviceHours>;
