import { type QueryKey, useMutation, useQueryClient } from "@tanstack/react-query";
import { Button, Popconfirm } from "antd";
import { useTranslation } from "react-i18next";
import { useShowError } from "../../ui/error-words.ts";

type Props = {
  edit: () => void;
  remove: () => Promise<unknown>;
  /** Asked before it is deleted. */
  question: { title: string; body?: string };
  /** What to read anew afterwards; without it everything. */
  changes?: QueryKey;
};

export function EditAndDelete({ edit, remove, question, changes }: Props) {
  const { t } = useTranslation("common");
  const client = useQueryClient();
  const showError = useShowError();
  const removal = useMutation({
    mutationFn: remove,
    onSuccess: () => client.invalidateQueries(changes && { queryKey: changes }),
    onError: (error) => showError(error),
  });
  return (
    <>
      <Button type="text" size="small" onClick={edit}>
        {t("action.edit")}
      </Button>
      <Popconfirm
        title={question.title}
        description={question.body}
        okText={t("action.delete")}
        okButtonProps={{ danger: true }}
        onConfirm={() => removal.mutateAsync().catch(() => {})}
      >
        <Button type="text" size="small" danger>
          {t("action.delete")}
        </Button>
      </Popconfirm>
    </>
  );
}
