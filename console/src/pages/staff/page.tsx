import { useQuery, useQueryClient } from "@tanstack/react-query";
import { routes } from "@yingda/contract/routes";
import type { StaffMember } from "@yingda/contract/routes/staff";
import { Button, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../api.ts";
import { useLive } from "../../live.ts";
import { PlusIcon } from "../../ui/icons.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { AfterAWhile, EmptyState, ErrorState } from "../../ui/states.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { type IssuedLink, LinkDialog } from "./link-dialog.tsx";
import { MemberDialog } from "./member-dialog.tsx";
import { MemberRow } from "./member-row.tsx";

export default function StaffPage() {
  const { t } = useTranslation("staff");
  const { people, loads } = useStaff();
  const [edited, setEdited] = useState<StaffMember | "new" | null>(null);
  const [link, setLink] = useState<IssuedLink | null>(null);
  const invite = (
    <Button type="primary" icon={<PlusIcon />} onClick={() => setEdited("new")}>
      {t("invite")}
    </Button>
  );

  return (
    <div className="page">
      <PageHeader title={t("title")} lead={t("lead")} actions={invite} />
      {people.isError && !people.data && <ErrorState error={people.error} retry={people.refetch} />}
      {people.isPending && (
        <AfterAWhile>
          <div className="panel">
            <Skeleton active avatar paragraph={{ rows: 3 }} />
          </div>
        </AfterAWhile>
      )}
      {people.data && (
        <>
          <Summary people={people.data.items} loads={loads} />
          <section className="panel staff">
            <Heading />
            <ul>
              {people.data.items.toSorted(byPresence).map((member) => (
                <MemberRow
                  key={member.id}
                  member={member}
                  load={loads.get(member.id) ?? 0}
                  edit={() => setEdited(member)}
                  showLink={setLink}
                />
              ))}
            </ul>
            {people.data.items.length === 1 && <EmptyState isSmall title={t("alone")} why={t("aloneHint")} />}
          </section>
        </>
      )}
      {edited && (
        <MemberDialog member={edited === "new" ? null : edited} close={() => setEdited(null)} showLink={setLink} />
      )}
      {link && <LinkDialog link={link} close={() => setLink(null)} />}
    </div>
  );
}

/** The list holds what may be managed, the colleagues' list how busy each is right now. */
function useStaff() {
  const client = useQueryClient();
  const people = useQuery({ queryKey: ["staff"], queryFn: ({ signal }) => call(routes.listStaff, {}, signal) });
  const colleagues = useQuery({
    queryKey: ["colleagues"],
    queryFn: ({ signal }) => call(routes.listColleagues, {}, signal),
  });
  useLive((push) => {
    if (push.t !== "colleagues") return;
    void client.invalidateQueries({ queryKey: ["staff"] });
    void client.invalidateQueries({ queryKey: ["colleagues"] });
  });
  return { people, loads: new Map(colleagues.data?.items.map((each) => [each.id, each.load])) };
}

function Summary({ people, loads }: { people: StaffMember[]; loads: Map<string, number> }) {
  const { t } = useTranslation("staff");
  const format = useFormat();
  const active = people.filter((member) => !member.isDisabled);
  const online = active.filter((member) => member.status === "online");
  const seats = online.reduce((sum, member) => sum + Math.max(0, member.capacity - (loads.get(member.id) ?? 0)), 0);
  return (
    <p className="staff-summary">
      {t("summary", {
        people: format.number(active.length),
        online: format.number(online.length),
        seats: format.number(seats),
      })}
    </p>
  );
}

function Heading() {
  const { t } = useTranslation("staff");
  return (
    <div className="staff-heading" aria-hidden="true">
      <span>{t("column.name")}</span>
      <span>{t("column.role")}</span>
      <span>{t("column.status")}</span>
      <span>{t("column.load")}</span>
      <span>{t("column.lastSeen")}</span>
      <span />
    </div>
  );
}

const presenceOrder = { online: 0, busy: 1, offline: 2 };

/** Who is there first, who is disabled last; names decide among equals. */
function byPresence(a: StaffMember, b: StaffMember) {
  const rank = (member: StaffMember) => (member.isDisabled ? 9 : presenceOrder[member.status]);
  return rank(a) - rank(b) || a.name.localeCompare(b.name, "zh-CN");
}
