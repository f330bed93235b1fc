import { useSearch } from "@tanstack/react-router";
import { useCan } from "../../session.ts";
import { HistoryPage } from "./history-page.tsx";
import { MetricPage } from "./metric-page.tsx";

/** Two questions, one list: which conversations were there, and which of them make a figure. */
export default function ConversationsPage() {
  const search = useSearch({ from: "/shell/conversations" });
  const can = useCan();
  return search.metric && can("analytics.read") ? <MetricPage metric={search.metric} /> : <HistoryPage />;
}
