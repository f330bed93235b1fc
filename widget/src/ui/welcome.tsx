import type { WidgetConfig } from "@yingda/contract/routes/widget";
import * as words from "../words/dictionary.ts";
import { Turn } from "./bubble.tsx";
import { getSay, getSession } from "./context.ts";

export function Welcome({ config }: { config: WidgetConfig | null }) {
  const session = getSession();
  const say = getSay();
  if (!config) return null;
  const text = config.welcome[session.embed.locale];
  return (
    <div class="welcome">
      {text && (
        <Turn by="bot" name={null} startsGroup>
          <div class="bubble">
            <div class="words">{text}</div>
          </div>
        </Turn>
      )}
      {config.hotQuestions.length > 0 && (
        <div class="hot">
          <div class="hot-title" id="hot">
            {say(words.hotQuestions)}
          </div>
          <ul aria-labelledby="hot">
            {config.hotQuestions.map(({ entryId, question }) => (
              <li key={entryId}>
                <button type="button" class="chip" onClick={() => session.act({ t: "hot", entryId }, question)}>
                  {question}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
