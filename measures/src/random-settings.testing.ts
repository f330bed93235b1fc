import type { MeasureRules } from "@yingda/contract/measure-rules";
import type { ServiceHours } from "@yingda/contract/service-hours";
import fc from "fast-check";
import { defaultSettings } from "./settings.ts";

/** Random settings for property tests, here and in the server: whatever a shop may set, within the contract. */

const minutesOfDay = 24 * 60;
const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

/** No two alike, and an even number of them: from, to, from, to … */
const periods = (most: number) =>
  fc.uniqueArray(fc.nat(minutesOfDay), { maxLength: most * 2 }).map((found) => {
    const sorted = found.toSorted((a, b) => a - b);
    return Array.from({ length: Math.floor(sorted.length / 2) }, (_, i) => ({
      from: clock(sorted[2 * i]!),
      to: clock(sorted[2 * i + 1]!),
    }));
  });

const day = fc
  .integer({ min: Date.UTC(2024, 9, 1), max: Date.UTC(2026, 11, 31) })
  .map((ms) => new Date(ms).toISOString().slice(0, 10));

export const randomServiceHours: fc.Arbitrary<ServiceHours> = fc.record({
  weekly: fc.record({
    monday: periods(3),
    tuesday: periods(3),
    wednesday: periods(3),
    thursday: periods(3),
    friday: periods(3),
    saturday: periods(3),
    sunday: periods(3),
  }),
  holidays: fc.uniqueArray(fc.record({ day, name: fc.constantFrom("国庆节", "春节"), periods: periods(2) }), {
    maxLength: 20,
    selector: (one) => one.day,
  }),
});

const someStars = fc.uniqueArray(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 });

const weights = fc
  .array(fc.integer({ min: 0, max: 100 }), { minLength: 6, maxLength: 6 })
  .filter((all) => all.some((weight) => weight > 0));

export const randomRules: fc.Arbitrary<MeasureRules> = fc
  .record({
    examHours: periods(1)
      .filter((all) => all.length === 1)
      .map(([only]) => only!),
    connectSeconds: fc.oneof(fc.constantFrom(1, 10, 20, 30), fc.integer({ min: 1, max: 3600 })),
    unansweredSeconds: fc.integer({ min: 10, max: 86_400 }),
    border: fc.integer({ min: 1, max: 4 }),
    gap: fc.integer({ min: 0, max: 3 }),
    imBadStars: someStars,
    returnHours: fc.integer({ min: 1, max: 720 }),
    weights,
  })
  .map(({ border, gap, weights: found, ...rest }) => ({
    ...rest,
    // Dissatisfied up to the border, satisfied from above it, perhaps with some of neither kind between.
    dissatisfiedStars: [1, 2, 3, 4, 5].filter((star) => star <= border),
    satisfiedStars: [1, 2, 3, 4, 5].filter((star) => star > Math.min(4, border + gap)),
    score: defaultSettings.score.map(({ metric, anchors }, i) => ({
      metric: metric as MeasureRules["score"][number]["metric"],
      weight: found[i]!,
      anchors: anchors.map(([value, points]): [number, number] => [value, points]),
    })),
  }));
