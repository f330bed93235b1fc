import type { Row } from "./facts.ts";
import type { MeasureSettings } from "./settings.ts";

type Contact = Pick<Row<"conversation">, "customerId" | "intent" | "startedAt" | "endedAt" | "isReturned">;

/**
 * Fills `isReturned`, the one column that needs the customer's other conversations: true when the same customer starts
 * another one about the same intent within the setting's hours of this one's last event; false once those hours have
 * passed by `asOf` (ISO 8601) without; null while it cannot be known, and for conversations without times.
 * An intent nobody named matches any: where we don't know, we don't claim success. Returns new rows, in order.
 */
export function linkContacts<C extends Contact>(
  conversations: readonly C[],
  settings: Pick<MeasureSettings, "returnHours">,
  asOf: string,
): C[] {
  const byCustomer = Map.groupBy(
    conversations.filter((one) => one.endedAt !== null),
    (one) => one.customerId,
  );
  const patienceMs = settings.returnHours * 3_600_000;
  return conversations.map((one) => {
    if (one.endedAt === null) return { ...one, isReturned: null };
    const start = Date.parse(one.startedAt);
    const deadline = Date.parse(one.endedAt) + patienceMs;
    const others = byCustomer.get(one.customerId) ?? [];
    const isBack = others.some((other) => {
      const back = Date.parse(other.startedAt);
      return other !== one && back > start && back <= deadline && isSameIntent(one.intent, other.intent);
    });
    if (isBack) return { ...one, isReturned: true };
    return { ...one, isReturned: deadline <= Date.parse(asOf) ? false : null };
  });
}

function isSameIntent(one: string | null, other: string | null): boolean {
  return one === null || other === null || one === other;
}
