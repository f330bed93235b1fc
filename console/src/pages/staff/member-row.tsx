import { useMutation, useQueryClient } from "@tanstack/react-query";
import { routes } from "@yingda/contract/routes";
import type { StaffMember } from "@yingda/contract/routes/staff";
import { App, Avatar, Button, Dropdown, Tag, Tooltip } from "antd";
import { useTranslation } from "react-i18next";
import { ApiError, call } from "../../api.ts";
import { useMe } from "../../session.ts";
import { useShowError } from "../../ui/error-words.ts";
import { MoreIcon } from "../../ui/icons.tsx";
import { StatusDot } from "../../ui/status-dot.tsx";
import { useFormat } from "../../ui/use-format.ts";
import type { IssuedLink } from "./link-dialog.tsx";

type Props = { member: StaffMember; load: number; edit: () => void; showLink: (link: IssuedLink) => void };

export function MemberRow({ member, load, edit, showLink }: Props) {
  const { t } = useTranslation(["staff", "common"]);
  const { staff: me } = useMe();
  return (
    <li className={member.isDisabled ? "member member-disabled" : "member"}>
      <div className="member-who">
        <Avatar size={36} className="avatar">
          {member.name.slice(0, 1)}
        </Avatar>
        <div>
          <span className="member-name">
            {member.name}
            {member.id === me.id && <Tag>{t("me")}</Tag>}
            {member.isDemo && <Tag className="demo-mark">{t("common:demo.mark")}</Tag>}
          </span>
          <small>{member.email}</small>
        </div>
      </div>
      <span className="member-role">
        <Tooltip title={t(`roleHint.${member.role}`)}>{t(`common:role.${member.role}`)}</Tooltip>
      </span>
      <span className="member-status">
        {member.isDisabled ? <span className="member-off">{t("disabled")}</span> : <StatusDot status={member.status} />}
      </span>
      <Load load={load} capacity={member.capacity} />
      <LastSeen member={member} />
      <MemberMenu member={member} edit={edit} showLink={showLink} />
    </li>
  );
}

function Load({ load, capacity }: { load: number; capacity: number }) {
  const { t } = useTranslation("staff");
  return (
    <Tooltip title={t("loadHint", { load, capacity })}>
      <span className={load >= capacity ? "member-load member-full" : "member-load"}>
        <span className="member-bar">
          <span style={{ width: `${Math.min(100, (load / capacity) * 100)}%` }} />
        </span>
        {t("load", { load, capacity })}
      </span>
    </Tooltip>
  );
}

function LastSeen({ member }: { member: StaffMember }) {
  const { t } = useTranslation("staff");
  const format = useFormat();
  const words =
    member.status !== "offline" ? t("now") : member.lastSeenAt ? format.time(member.lastSeenAt) : t("neverSeen");
  return <span className="member-seen">{words}</span>;
}

function MemberMenu({ member, edit, showLink }: Omit<Props, "load">) {
  const { t } = useTranslation("staff");
  const { modal, message } = App.useApp();
  const { staff: me } = useMe();
  const client = useQueryClient();
  const showError = useShowError();
  const fail = (error: unknown) =>
    showError(error, error instanceof ApiError && error.code === "conflict" ? t("lastAdmin") : undefined);
  const setDisabled = useMutation({
    mutationFn: (isDisabled: boolean) => call(routes.updateStaff, { staffId: member.id, isDisabled }),
    onSuccess: (_, isDisabled) => {
      message.success(t(isDisabled ? "disabledDone" : "enabled", { name: member.name }));
      return client.invalidateQueries({ queryKey: ["staff"] });
    },
    onError: fail,
  });
  const issueLink = useMutation({
    mutationFn: () => call(routes.createSignInLink, { staffId: member.id }),
    onSuccess: (link) => showLink({ ...link, name: member.name }),
    onError: fail,
  });

  function askToDisable() {
    modal.confirm({
      title: t("disable.title", { name: member.name }),
      content: t("disable.body"),
      okText: t("disable.ok"),
      okButtonProps: { danger: true },
      onOk: () => setDisabled.mutateAsync(true).catch(() => {}),
    });
  }

  const isMe = member.id === me.id;
  const items = member.isDisabled
    ? [{ key: "enable", label: t("menu.enable"), onClick: () => setDisabled.mutate(false) }]
    : [
        { key: "edit", label: t("menu.edit"), onClick: edit },
        { key: "link", label: t("menu.link"), onClick: () => issueLink.mutate() },
        ...(isMe ? [] : [{ key: "disable", label: t("menu.disable"), danger: true, onClick: askToDisable }]),
      ];
  return (
    <Dropdown trigger={["click"]} placement="bottomRight" menu={{ items }}>
      <Button
        type="text"
        className="member-menu"
        icon={<MoreIcon />}
        loading={issueLink.isPending}
        aria-label={`${t("menu.open")}: ${member.name}`}
      />
    </Dropdown>
  );
}
