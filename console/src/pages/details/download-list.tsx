import { useQuery } from "@tanstack/react-query";
import { limits } from "@yingda/contract/limits";
import type { Download } from "@yingda/contract/routes/details";
import { Button, Progress } from "antd";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../api.ts";
import { useErrorWords, useShowError } from "../../ui/error-words.ts";
import { EmptyState, ErrorState } from "../../ui/states.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { downloadsQuery, fileAddress, isUnderWay, useDeleteDownload } from "./downloads-data.ts";

export function shareDone({ rows, totalRows, state }: Download): number {
  if (state === "done") return 1;
  return totalRows ? Math.min(1, rows / totalRows) : 0;
}

export function DownloadList() {
  const { t } = useTranslation("details");
  const { data, error, refetch } = useQuery(downloadsQuery);
  if (error && !data) return <ErrorState error={error} retry={refetch} />;
  if (!data) return null;
  if (data.items.length === 0) return <EmptyState title={t("download.none")} why={t("download.noneWhy")} />;
  return (
    <>
      <ul className="details-downloads">
        {data.items.map((item) => (
          <DownloadItem key={item.id} item={item} />
        ))}
      </ul>
      <p className="details-downloads-note">{t("download.kept", { days: limits.downloadDays })}</p>
    </>
  );
}

function DownloadItem({ item }: { item: Download }) {
  const { t } = useTranslation("details");
  const remove = useDeleteDownload();
  const showError = useShowError();
  const isGoing = isUnderWay(item);
  return (
    <li className="details-download">
      <strong>{item.name}</strong>
      <Standing item={item} />
      {item.state === "running" && (
        <Progress percent={Math.floor(100 * shareDone(item))} size="small" aria-label={item.name} />
      )}
      <div className="details-download-acts">
        {item.state === "done" && (
          <Button type="primary" size="small" href={fileAddress(item)} download={item.name}>
            {t("download.fetch")}
          </Button>
        )}
        <Button
          size="small"
          type={isGoing ? "default" : "text"}
          loading={remove.isPending}
          onClick={() => remove.mutate(item.id, { onError: (error) => showError(error) })}
        >
          {t(isGoing ? "download.cancel" : "download.delete")}
        </Button>
      </div>
    </li>
  );
}

function Standing({ item }: { item: Download }) {
  const { t } = useTranslation("details");
  const format = useFormat();
  const words = useErrorWords();
  const rows = format.number(item.rows);
  if (item.state === "waiting") return <span>{t("download.waiting")}</span>;
  if (item.state === "running") {
    const all = item.totalRows === null ? null : format.number(item.totalRows);
    return <span>{all === null ? t("download.counting") : t("download.progress", { rows, all })}</span>;
  }
  if (item.state === "failed") {
    const isLong = item.failure === "too_many_rows";
    const failure = new ApiError((item.failure ?? "internal") as ApiError["code"], "");
    return (
      <span className="details-download-failed">
        {isLong ? t("download.tooMany", { rows: format.number(limits.downloadRows) }) : words(failure)}
      </span>
    );
  }
  return (
    <span>
      {t("download.done", {
        rows,
        count: item.rows,
        size: sizeOf(item.bytes ?? 0, format.number),
        at: format.time(item.finishedAt),
      })}
    </span>
  );
}

function sizeOf(bytes: number, number: (value: number, digits?: number) => string): string {
  if (bytes < 1_000_000) return `${number(Math.max(1, Math.round(bytes / 1_000)))} kB`;
  return `${number(bytes / 1_000_000, 1)} MB`;
}
