import { limits } from "@yingda/contract/limits";
import type { AskReply } from "@yingda/contract/routes/knowledge";
import { App, Button, Tooltip } from "antd";
import { useTranslation } from "react-i18next";
import { useShowError } from "../../ui/error-words.ts";
import { useFormat } from "../../ui/use-format.ts";
import { Grounds } from "./grounds.tsx";
import { usePlace } from "./place.ts";
import { ScoreBar } from "./score-bar.tsx";
import { useTeach } from "./use-teach.ts";

type Candidate = AskReply["candidates"][number];
type Props = {
  candidate: Candidate;
  place: number;
  thresholds: AskReply["thresholds"];
  asked: string;
  canEdit: boolean;
};

/** What speaks for an entry and what against it, in small bars; and the repair in one click. */
export function CandidateRow({ candidate, place, thresholds, asked, canEdit }: Props) {
  const { t } = useTranslation("knowledge");
  const { go } = usePlace();
  const format = useFormat();
  return (
    <li className="kn-candidate">
      <span className="kn-candidate-place">{place}</span>
      <div className="kn-candidate-words">
        <button
          type="button"
          className="plain-button kn-candidate-question"
          title={candidate.question}
          onClick={() => go({ entry: candidate.entryId, draft: undefined })}
        >
          {candidate.question}
        </button>
        {candidate.matched !== candidate.question && (
          <small title={candidate.matched}>{t("bench.matched", { words: candidate.matched })}</small>
        )}
      </div>
      <div className="kn-candidate-score">
        <strong>{format.ratio(candidate.score)}</strong>
        <ScoreBar score={candidate.score} thresholds={thresholds} />
        {canEdit && <AddWording candidate={candidate} asked={asked} />}
      </div>
      <Signals signals={candidate.signals} />
      <Grounds candidate={candidate} />
    </li>
  );
}

const known = [
  "cosine",
  "wordsAsked",
  "lettersAsked",
  "near",
  "related",
  "asked",
  "offered",
  "edit",
  "exact",
  "answer",
  "missing",
  "extra",
  "negation",
  "number",
  "kind",
] as const;
type Known = (typeof known)[number];
const against = new Set<string>(["missing", "extra", "negation", "number", "kind"]);
const orderOf = (name: string) => (known as readonly string[]).indexOf(name);
const isKnown = (name: string): name is Known => (known as readonly string[]).includes(name);

function Signals({ signals }: { signals: Candidate["signals"] }) {
  const { t } = useTranslation("knowledge");
  const format = useFormat();
  const shown = signals
    .filter(({ value }) => value > 0.005)
    // Always in the same order, so that candidates can be compared line by line.
    .sort((a, b) => orderOf(a.name) - orderOf(b.name));
  return (
    <ul className="kn-signals">
      {shown.map(({ name, value }) => {
        const word = isKnown(name) ? t(`signal.${name}`) : name;
        return (
          <li key={name} className={against.has(name) ? "kn-signal kn-signal-against" : "kn-signal"}>
            <Tooltip title={`${isKnown(name) ? t(`signalHint.${name}`) : word} · ${format.ratio(value)}`}>
              <span className="kn-signal-word">
                {against.has(name) ? "−" : "+"} {word}
              </span>
            </Tooltip>
            <span className="kn-signal-track">
              <span style={{ width: `${Math.min(1, value) * 100}%` }} />
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function AddWording({ candidate, asked }: { candidate: Candidate; asked: string }) {
  const { t } = useTranslation("knowledge");
  const { message } = App.useApp();
  const showError = useShowError();
  const { teach, isBusy } = useTeach();
  const isThere = [candidate.matched, candidate.question].some((each) => each.toLowerCase() === asked.toLowerCase());
  if (isThere || asked.length > limits.questionCharacters) return null;

  async function add() {
    try {
      if (await teach({ entryId: candidate.entryId, wording: asked }))
        message.success(t("bench.taught", { question: candidate.question }));
    } catch (error) {
      showError(error);
    }
  }
  return (
    <Tooltip title={t("bench.teachHint", { words: asked })}>
      <Button size="small" loading={isBusy} onClick={add}>
        {t("bench.teach")}
      </Button>
    </Tooltip>
  );
}
