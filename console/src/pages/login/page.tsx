import { useMutation } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Alert, Button, Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../api.ts";
import { AppearanceSwitch, LanguageSwitch } from "../../layout/top-bar.tsx";
import { signIn } from "../../session.ts";
import { useErrorWords } from "../../ui/error-words.ts";
import { Mark } from "../../ui/icons.tsx";
import { LoopPicture } from "./loop-picture.tsx";

export default function LoginPage() {
  const { t } = useTranslation("login");
  const { to, error: linkError } = useSearch({ from: "/login" });
  const navigate = useNavigate();
  const words = useErrorWords();
  const enter = useMutation({
    mutationFn: signIn,
    // Only ways inside this console: never to an address somebody put into the link.
    onSuccess: () => navigate({ href: to?.startsWith("/") && !to.startsWith("//") ? to : "/", replace: true }),
  });

  function problem() {
    if (!enter.error) return linkError ? t("linkWrong") : null;
    if (!(enter.error instanceof ApiError)) return words(enter.error);
    if (enter.error.code === "not_signed_in") return t("wrong");
    return enter.error.code === "too_many_requests" ? t("tooMany") : words(enter.error);
  }
  const trouble = problem();

  return (
    <div className="login">
      <section className="login-picture">
        <div className="login-brand">
          <Mark size={36} />
          <span>应答</span>
          <small>Yingda</small>
        </div>
        <LoopPicture />
        <div className="login-slogan">
          <p>{t("slogan")}</p>
          <small>{t("sloganMore")}</small>
        </div>
      </section>
      <main className="login-main">
        <div className="login-tools">
          <LanguageSwitch />
          <AppearanceSwitch />
        </div>
        <div className="login-form">
          <h1>{t("title")}</h1>
          {trouble && <Alert type="error" title={trouble} showIcon />}
          <Form layout="vertical" requiredMark={false} size="large" onFinish={enter.mutate} disabled={enter.isPending}>
            <Form.Item
              name="email"
              label={t("email")}
              validateTrigger="onSubmit"
              rules={[
                { required: true, message: t("emailMissing") },
                { type: "email", message: t("emailWrong") },
              ]}
            >
              <Input autoComplete="username" inputMode="email" autoFocus />
            </Form.Item>
            <Form.Item
              name="password"
              label={t("password")}
              rules={[{ required: true, message: t("passwordMissing") }]}
            >
              <Input.Password autoComplete="current-password" />
            </Form.Item>
            <Button type="primary" htmlType="submit" block loading={enter.isPending}>
              {t("submit")}
            </Button>
          </Form>
          <p className="login-help">{t("help")}</p>
        </div>
      </main>
    </div>
  );
}
