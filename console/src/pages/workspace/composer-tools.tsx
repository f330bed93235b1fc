import { Button, Popover, Tooltip } from "antd";
import { type ReactNode, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { ClipIcon, ImageIcon, PhraseIcon, SmileIcon } from "../../transcript/icons.tsx";
import { KnowledgeIcon } from "../../ui/icons.tsx";

type Props = {
  insert: (words: string) => void;
  pickFiles: (files: File[]) => void;
  showPhrases: () => void;
  showKnowledge: () => void;
};

export function ComposerTools({ insert, pickFiles, showPhrases, showKnowledge }: Props) {
  const { t } = useTranslation("workspace");
  return (
    <>
      <EmojiPicker insert={insert} />
      <FileButton word={t("composer.image")} accept="image/png,image/jpeg,image/gif,image/webp" pick={pickFiles}>
        <ImageIcon />
      </FileButton>
      <FileButton word={t("composer.file")} pick={pickFiles}>
        <ClipIcon />
      </FileButton>
      <Tool word={t("composer.phrases")} onClick={showPhrases}>
        <PhraseIcon />
      </Tool>
      <Tool word={t("composer.knowledge")} onClick={showKnowledge}>
        <KnowledgeIcon size={18} />
      </Tool>
    </>
  );
}

function Tool({ word, onClick, children }: { word: string; onClick?: () => void; children: ReactNode }) {
  return (
    <Tooltip title={word}>
      <Button type="text" size="small" className="tool" aria-label={word} icon={children} onClick={onClick} />
    </Tooltip>
  );
}

function FileButton(props: { word: string; accept?: string; pick: (files: File[]) => void; children: ReactNode }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Tool word={props.word} onClick={() => input.current?.click()}>
        {props.children}
      </Tool>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept={props.accept}
        onChange={(event) => {
          props.pick([...(event.target.files ?? [])]);
          // The same file may be chosen again.
          event.target.value = "";
        }}
      />
    </>
  );
}

const emoji =
  "😊 😄 😁 😂 🤣 😉 😍 🥰 😘 🤗 🤔 😅 😓 😭 😢 😔 😮 😳 🙏 👍 👌 👏 🙌 💪 🤝 👋 ✌️ 🫶 ❤️ 🧡 💚 🌹 🌟 🎉 🎁 🎈 ☀️ 🌙 ☕ 🍉 📦 🚚 🧾 💰 📷 📞 ⏰ ✅ ❌ ❗".split(
    " ",
  );

function EmojiPicker({ insert }: { insert: (words: string) => void }) {
  const { t } = useTranslation("workspace");
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Popover
      trigger="click"
      placement="topLeft"
      open={isOpen}
      onOpenChange={setIsOpen}
      content={
        <div className="emoji">
          {emoji.map((each) => (
            <button
              key={each}
              type="button"
              className="plain-button"
              onClick={() => {
                setIsOpen(false);
                insert(each);
              }}
            >
              {each}
            </button>
          ))}
        </div>
      }
    >
      <span>
        <Tool word={t("composer.emoji")}>
          <SmileIcon />
        </Tool>
      </span>
    </Popover>
  );
}
