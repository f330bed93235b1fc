import { useTranslation } from "react-i18next";
import { showEvent } from "../../transcript/bubble.tsx";
import type { ConversationDetail } from "../../transcript/conversation-query.ts";
import { useFormat } from "../../ui/use-format.ts";

/** The notes of this conversation together, those of a hand-over too. */
export function NotesCard({ detail }: { detail: ConversationDetail }) {
  const { t } = useTranslation("workspace");
  const format = useFormat();
  const notes = detail.events.flatMap((event) => {
    const text =
      event.type === "note.added"
        ? event.body.text
        : event.type === "conversation.transferred"
          ? event.body.note
          : undefined;
    const agentId = event.actor.kind === "agent" ? event.actor.id : null;
    return text ? [{ seq: event.seq, at: event.at, text, by: (agentId && detail.staffNames[agentId]) ?? "" }] : [];
  });
  if (notes.length === 0) return null;
  return (
    <section className="side-part">
      <h3>{t("notes.title")}</h3>
      <ul className="side-notes">
        {notes.toReversed().map((note) => (
          <li key={note.seq}>
            <button type="button" className="plain-button" onClick={() => showEvent(note.seq)}>
              <span>{note.text}</span>
              <small>
                {note.by} · {format.time(note.at)}
              </small>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
