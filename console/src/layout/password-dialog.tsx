import { useMutation, useQueryClient } from "@tanstack/react-query";
import { routes } from "@yingda/contract/routes";
import { App, Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { ApiError, call } from "../api.ts";
import { meQuery, useMe } from "../session.ts";
import { useShowError } from "../ui/error-words.ts";
import { FormDialog } from "../ui/form-dialog.tsx";

export default function PasswordDialog({ close }: { close: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { staff } = useMe();
  const client = useQueryClient();
  const showError = useShowError();
  const [form] = Form.useForm();
  const save = useMutation({
    mutationFn: (input: { newPassword: string; currentPassword?: string }) => call(routes.setMyPassword, input),
    onSuccess: async () => {
      close();
      message.success(t("password.saved"));
      await client.invalidateQueries({ queryKey: meQuery.queryKey });
    },
    onError: (error) => {
      const isWrong = error instanceof ApiError && error.code === "invalid_input" && staff.hasPassword;
      if (isWrong) form.setFields([{ name: "currentPassword", errors: [t("password.currentWrong")] }]);
      else showError(error);
    },
  });

  return (
    <FormDialog
      form={form}
      width={420}
      title={t(staff.hasPassword ? "password.changeTitle" : "password.title")}
      submitText={t("password.save")}
      isSubmitting={save.isPending}
      submit={save.mutate}
      close={close}
    >
      {staff.hasPassword && (
        <Form.Item
          name="currentPassword"
          label={t("password.current")}
          rules={[{ required: true, message: t("password.currentMissing") }]}
        >
          <Input.Password autoComplete="current-password" />
        </Form.Item>
      )}
      <Form.Item
        name="newPassword"
        label={t("password.next")}
        extra={t("password.hint")}
        rules={[{ required: true, min: 8, message: t("password.tooShort") }]}
      >
        <Input.Password autoComplete="new-password" maxLength={128} />
      </Form.Item>
    </FormDialog>
  );
}
