import { DetailPage } from "./detail-page.tsx";

/** Conversations one by one: any columns, filtered and sorted by any. */
export default function ConversationDetailsPage() {
  return <DetailPage table="conversations" />;
}
