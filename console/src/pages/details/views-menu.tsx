import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { routes } from "@yingda/contract/routes";
import type { SavedView } from "@yingda/contract/routes/details";
import { Button, Popconfirm, Popover } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../api.ts";
import type { FigureState } from "../../figures/address.ts";
import { useCan } from "../../session.ts";
import { useShowError } from "../../ui/error-words.ts";
import { ViewIcon } from "../../ui/icons.tsx";
import { addressOfView, toView } from "./address.ts";
import { SaveViewDialog } from "./save-view-dialog.tsx";
import type { DetailState } from "./use-details.ts";
import { viewsQuery } from "./views-query.ts";

type Props = { state: DetailState; figures: FigureState; open: string | undefined };

/** Ways of looking at this table that were kept: one's own and the shop's. */
export function ViewsMenu({ state, figures, open }: Props) {
  const { t } = useTranslation("details");
  const [isOpen, setIsOpen] = useState(false);
  const [isSaving, setIsSaving] = useState(false);
  const { data } = useQuery(viewsQuery);
  const isHere = ({ view }: SavedView) => (view.table === "conversations") === (state.table === "conversations");
  const items = data?.items.filter(isHere) ?? [];
  const current = items.find(({ id }) => id === open);
  const now = toView(state.table, figures, state.look);
  const isChanged = current && JSON.stringify(plain(now)) !== JSON.stringify(plain(current.view));
  return (
    <>
      <Popover
        trigger="click"
        placement="bottomRight"
        open={isOpen}
        onOpenChange={setIsOpen}
        destroyOnHidden
        content={
          <ViewList
            items={items}
            open={open}
            close={() => setIsOpen(false)}
            save={() => {
              setIsOpen(false);
              setIsSaving(true);
            }}
          />
        }
      >
        <Button aria-expanded={isOpen} icon={<ViewIcon />}>
          <span className="details-view-name">
            {current ? t(isChanged ? "views.changed" : "views.open", { name: current.name }) : t("views.title")}
          </span>
        </Button>
      </Popover>
      {isSaving && <SaveViewDialog view={now} current={current} close={() => setIsSaving(false)} />}
    </>
  );
}

/** In one order, however it was written down. */
const plain = ({ table, window, filters, ranges, flags, search, columns, sort }: SavedView["view"]) => ({
  ...{ table, window, filters, ranges, flags, search, columns },
  sort: sort && [sort.column, sort.direction],
});

type ViewListProps = { items: SavedView[]; open: string | undefined; close: () => void; save: () => void };

function ViewList({ items, open, close, save }: ViewListProps) {
  const { t } = useTranslation("details");
  return (
    <div className="details-views">
      {items.length === 0 && <p className="details-views-none">{t("views.none")}</p>}
      <ul>
        {items.map((item) => (
          <ViewItem key={item.id} item={item} isOpen={item.id === open} close={close} />
        ))}
      </ul>
      <Button block onClick={save}>
        {t("views.save")}
      </Button>
    </div>
  );
}

function ViewItem({ item, isOpen, close }: { item: SavedView; isOpen: boolean; close: () => void }) {
  const { t } = useTranslation("details");
  const navigate = useNavigate();
  const client = useQueryClient();
  const showError = useShowError();
  const can = useCan();
  const remove = useMutation({
    mutationFn: () => call(routes.deleteView, { viewId: item.id }),
    onSettled: () => client.invalidateQueries({ queryKey: viewsQuery.queryKey }),
    onError: (error) => showError(error),
  });
  return (
    <li className={isOpen ? "details-view details-view-open" : "details-view"}>
      <button
        type="button"
        className="plain-button"
        aria-current={isOpen || undefined}
        onClick={() => {
          close();
          void navigate({ to: ".", search: addressOfView(item.id, item.view) });
        }}
      >
        {item.name}
        {item.isShared && (
          <small>{item.isMine ? t("views.shared") : t("views.sharedBy", { name: item.ownerName ?? "" })}</small>
        )}
      </button>
      {(item.isMine || can("settings.edit")) && (
        <Popconfirm
          title={t("views.deleteSure", { name: item.name })}
          okText={t("views.delete")}
          cancelText={t("filter.cancel")}
          onConfirm={() => remove.mutate()}
        >
          <Button
            type="text"
            size="small"
            loading={remove.isPending}
            aria-label={t("views.deleteOne", { name: item.name })}
          >
            {t("views.delete")}
          </Button>
        </Popconfirm>
      )}
    </li>
  );
}
