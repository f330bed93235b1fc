import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type Industry, industries } from "@yingda/contract/industries";
import { routes } from "@yingda/contract/routes";
import type { PeersOverview } from "@yingda/contract/routes/peers";
import { tagRules } from "@yingda/contract/tag-rules";
import { Select, Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { call } from "../../api.ts";
import { useShowError } from "../../ui/error-words.ts";
import { AfterAWhile, ErrorState } from "../../ui/states.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { BenchmarkImport } from "./benchmark-import.tsx";
import { RemoveButton } from "./remove-button.tsx";

export const peersKey = ["peers"];

export function PeersSection() {
  const peers = useQuery({ queryKey: peersKey, queryFn: ({ signal }) => call(routes.getPeers, {}, signal) });
  if (peers.isError && !peers.data) return <ErrorState error={peers.error} retry={peers.refetch} />;
  if (!peers.data)
    return (
      <AfterAWhile>
        <div className="panel">
          <Skeleton active />
        </div>
      </AfterAWhile>
    );
  return (
    <div className="stack">
      <Now overview={peers.data} />
      <BenchmarkImport />
    </div>
  );
}

function Now({ overview }: { overview: PeersOverview }) {
  const { t } = useTranslation("peers");
  const format = useFormat();
  const { state, source, industry, shops, shopsNeeded, tier, asOf, metrics, file } = overview;
  const name = Object.hasOwn(industries, industry) ? industries[industry as Industry][format.language] : industry;
  return (
    <section className="panel">
      <h2 className="panel-title">{t("title")}</h2>
      <p className="panel-lead">{t("lead", { urgent: Math.round(tagRules.urgentExcess * 100) })}</p>
      <h3 className="peers-now">{t("now")}</h3>
      {source === "installation" && industry !== "" && (
        <p>
          {tier !== null && asOf !== null
            ? t("installation", { industry: name, tier, day: format.day(asOf) })
            : t("installationPlain", { industry: name, shops: format.number(shops) })}
        </p>
      )}
      {file && (
        <p>{t("fromFile", { name: file.name, rows: format.number(file.rows), time: format.time(file.importedAt) })}</p>
      )}
      <p className={state === "found" ? "peers-found" : "peers-none"}>
        {t(`state.${state}`, { number: format.number(metrics), needed: shopsNeeded })}{" "}
        {state === "no_industry" && (
          <Link to="/settings" search={{ section: "shop" }}>
            {t("chooseIndustry")}
          </Link>
        )}
      </p>
      {file && file.tiers.length > 1 && <TierChoice file={file} />}
      {file && <RemoveFile needed={shopsNeeded} />}
    </section>
  );
}

function TierChoice({ file }: { file: NonNullable<PeersOverview["file"]> }) {
  const { t } = useTranslation("peers");
  const client = useQueryClient();
  const showError = useShowError();
  const choose = useMutation({
    mutationFn: (tier: string) => call(routes.chooseBenchmarkTier, { tier }),
    onSuccess: (overview) => {
      client.setQueryData(peersKey, overview);
      return client.invalidateQueries({ queryKey: ["home"] });
    },
    onError: (error) => showError(error),
  });
  return (
    <div className="peers-tier">
      <span id="peers-tier">{t("tier")}</span>
      <Select
        aria-labelledby="peers-tier"
        value={file.tier}
        loading={choose.isPending}
        options={file.tiers.map((value) => ({ value, label: value }))}
        onChange={(tier) => tier && choose.mutate(tier)}
      />
    </div>
  );
}

function RemoveFile({ needed }: { needed: number }) {
  const { t } = useTranslation("peers");
  const client = useQueryClient();
  const words = {
    title: t("removeTitle"),
    body: t("removeBody", { needed }),
    remove: t("remove"),
    removed: t("removed"),
  };
  return (
    <div className="button-row">
      <RemoveButton
        words={words}
        remove={() => call(routes.removeBenchmark, {})}
        onGone={(overview) => {
          client.setQueryData(peersKey, overview);
          return client.invalidateQueries({ queryKey: ["home"] });
        }}
      />
    </div>
  );
}
