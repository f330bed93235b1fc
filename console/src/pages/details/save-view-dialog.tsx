import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ViewContent } from "@yingda/contract/details";
import { limits } from "@yingda/contract/limits";
import { routes } from "@yingda/contract/routes";
import type { SavedView } from "@yingda/contract/routes/details";
import { App, Button, Checkbox, Input, Modal } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../api.ts";
import { useCan } from "../../session.ts";
import { useShowError } from "../../ui/error-words.ts";
import { useSetDetails } from "./use-details.ts";
import { viewsQuery } from "./views-query.ts";

type Props = { view: ViewContent; current: SavedView | undefined; close: () => void };

/** Keeps what is seen under a name: as a new view, or in place of one's own that is open. */
export function SaveViewDialog({ view, current, close }: Props) {
  const { t } = useTranslation("details");
  const { message } = App.useApp();
  const can = useCan();
  const client = useQueryClient();
  const set = useSetDetails();
  const showError = useShowError();
  const nameId = useId();
  const own = current?.isMine ? current : undefined;
  const [name, setName] = useState(own?.name ?? "");
  const [isShared, setIsShared] = useState(own?.isShared ?? false);
  const wish = { name: name.trim(), isShared, view };
  const save = useMutation({
    mutationFn: (viewId: string | undefined) =>
      viewId ? call(routes.changeView, { viewId, ...wish }) : call(routes.createView, wish),
    onSuccess: async (saved) => {
      await client.invalidateQueries({ queryKey: viewsQuery.queryKey });
      set({ view: saved.id }, { replace: true });
      message.success(t("views.saved"));
      close();
    },
    onError: (error) => showError(error),
  });
  const canSave = wish.name !== "" && !save.isPending;
  return (
    <Modal
      open
      title={t("views.save")}
      onCancel={close}
      footer={
        <>
          <Button onClick={close}>{t("filter.cancel")}</Button>
          {own && (
            <Button disabled={!canSave} onClick={() => save.mutate(own.id)}>
              {t("views.replace")}
            </Button>
          )}
          <Button type="primary" disabled={!canSave} loading={save.isPending} onClick={() => save.mutate(undefined)}>
            {t("views.saveNew")}
          </Button>
        </>
      }
    >
      <div className="details-save">
        <label htmlFor={nameId}>{t("views.name")}</label>
        <Input
          id={nameId}
          autoFocus
          value={name}
          maxLength={limits.nameCharacters}
          onChange={(event) => setName(event.target.value)}
          onPressEnter={() => canSave && save.mutate(own?.id)}
        />
        {can("conversations.oversee") && (
          <Checkbox checked={isShared} onChange={({ target }) => setIsShared(target.checked)}>
            {t("views.share")}
          </Checkbox>
        )}
        <p>{t("range" in view.window ? "views.moves" : "views.stays")}</p>
      </div>
    </Modal>
  );
}
