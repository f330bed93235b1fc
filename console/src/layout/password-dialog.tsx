import { useMutation, useQueryClient } from "@tanstack/react-query";
import { routes } from "@yingda/contract/routes";
import { App, Button, Form, Input, Modal } from "antd";
import { useState, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../api.ts";
import { meQuery, useMe } from "../session.ts";
import { useErrorWords } from "../ui/error-words.ts";

let isAsked = false;
const watchers = new Set<() => void>();

export function askForPassword() {
  setAsked(true);
}

function setAsked(next: boolean) {
  isAsked = next;
  for (const watcher of watchers) watcher();
}

function watch(watcher: () => void) {
  watchers.add(watcher);
  return () => void watchers.delete(watcher);
}

export function PasswordDialog() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { staff } = useMe();
  const client = useQueryClient();
  const words = useErrorWords();
  const [form] = Form.useForm();
  const isOpen = useSyncExternalStore(watch, () => isAsked);
  const save = useMutation({
    mutationFn: (input: { newPassword: string; currentPassword?: string }) => call(routes.setMyPassword, input),
    onSuccess: async () => {
      setAsked(false);
      message.success(t("password.saved"));
      await client.invalidateQueries({ queryKey: meQuery.queryKey });
    },
    onError: (error) => message.error(words(error)),
  });

  return (
    <Modal
      open={isOpen}
      width={420}
      title={t(staff.hasPassword ? "password.changeTitle" : "password.title")}
      okText={t("password.save")}
      cancelText={t("action.cancel")}
      confirmLoading={save.isPending}
      onOk={form.submit}
      onCancel={() => setAsked(false)}
      destroyOnHidden
    >
      <Form form={form} layout="vertical" requiredMark={false} preserve={false} onFinish={save.mutate}>
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
      </Form>
    </Modal>
  );
}

/** After the first sign-in by link: an offer, not a wall. "Later" holds for this tab. */
export function PasswordPrompt() {
  const { t } = useTranslation();
  const { staff } = useMe();
  const [isPutOff, setIsPutOff] = useState(() => sessionStorage.getItem("password.later") === "1");
  if (staff.hasPassword || isPutOff) return null;

  function putOff() {
    sessionStorage.setItem("password.later", "1");
    setIsPutOff(true);
  }
  return (
    <div className="banner banner-gentle">
      <span>{t("password.prompt")}</span>
      <span className="banner-actions">
        <Button size="small" type="primary" onClick={askForPassword}>
          {t("password.action")}
        </Button>
        <Button size="small" type="text" onClick={putOff}>
          {t("password.later")}
        </Button>
      </span>
    </div>
  );
}
