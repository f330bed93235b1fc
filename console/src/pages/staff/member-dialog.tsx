import { useMutation, useQueryClient } from "@tanstack/react-query";
import { limits } from "@yingda/contract/limits";
import { type Role, role } from "@yingda/contract/permissions";
import { routes } from "@yingda/contract/routes";
import type { StaffMember } from "@yingda/contract/routes/staff";
import { App, Form, Input, InputNumber, Radio } from "antd";
import { useTranslation } from "react-i18next";
import { ApiError, call } from "../../api.ts";
import { useMe } from "../../session.ts";
import { useShowError } from "../../ui/error-words.ts";
import { FormDialog } from "../../ui/form-dialog.tsx";
import type { IssuedLink } from "./link-dialog.tsx";

type Values = { name: string; email: string; role: Role; capacity: number };
type Props = { member: StaffMember | null; close: () => void; showLink: (link: IssuedLink) => void };

/** Invites somebody, or changes who is there. */
export function MemberDialog({ member, close, showLink }: Props) {
  const { t } = useTranslation(["staff", "common"]);
  const { staff: me } = useMe();
  const [form] = Form.useForm<Values>();
  const save = useSave({ member, close, showLink });
  const isMe = member?.id === me.id;

  return (
    <FormDialog
      form={form}
      width={480}
      title={member ? t("form.editTitle", { name: member.name }) : t("form.inviteTitle")}
      initialValues={member ?? { role: "agent", capacity: 5 }}
      submitText={member ? undefined : t("form.submitInvite")}
      isSubmitting={save.isPending}
      submit={save.mutate}
      close={close}
    >
      <Form.Item
        name="name"
        label={t("form.name")}
        extra={t("form.nameHint")}
        rules={[{ required: true, whitespace: true, message: t("form.nameMissing") }]}
      >
        <Input maxLength={limits.nameCharacters} autoFocus />
      </Form.Item>
      {!member && (
        <Form.Item
          name="email"
          label={t("form.email")}
          validateTrigger="onBlur"
          rules={[
            { required: true, message: t("form.emailMissing") },
            { type: "email", message: t("form.emailWrong") },
          ]}
        >
          <Input inputMode="email" maxLength={200} />
        </Form.Item>
      )}
      <Form.Item name="role" label={t("form.role")} extra={isMe ? t("form.ownRole") : undefined}>
        <Radio.Group
          className="role-choice"
          disabled={isMe}
          options={role.options.toReversed().map((value) => ({
            value,
            label: (
              <>
                <strong>{t(`common:role.${value}`)}</strong>
                <small>{t(`roleHint.${value}`)}</small>
              </>
            ),
          }))}
        />
      </Form.Item>
      <Form.Item
        name="capacity"
        label={t("form.capacity")}
        extra={t("form.capacityHint")}
        rules={[{ required: true, message: t("form.capacityHint") }]}
      >
        <InputNumber min={1} max={limits.maximumReception} precision={0} />
      </Form.Item>
    </FormDialog>
  );
}

function useSave({ member, close, showLink }: Props) {
  const { t } = useTranslation("staff");
  const { message } = App.useApp();
  const client = useQueryClient();
  const showError = useShowError();
  return useMutation({
    mutationFn: async (values: Values) => {
      if (!member) return (await call(routes.inviteStaff, values)).link;
      await call(routes.updateStaff, {
        staffId: member.id,
        name: values.name,
        role: values.role,
        capacity: values.capacity,
      });
      return null;
    },
    onSuccess: async (link, { name }) => {
      close();
      if (link) showLink({ ...link, name });
      else message.success(t("saved"));
      await client.invalidateQueries({ queryKey: ["staff"] });
    },
    onError: (error) => {
      const code = error instanceof ApiError ? error.code : null;
      if (code === "already_exists") showError(error, t("emailTaken"));
      else showError(error, code === "conflict" ? t("lastAdmin") : undefined);
    },
  });
}
