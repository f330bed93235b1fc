import { App, Button, Popover, Switch } from "antd";
import { useTranslation } from "react-i18next";
import { BellIcon, BellOffIcon } from "../../transcript/icons.tsx";
import { setAlertPreferences, useAlertPreferences } from "./alert-preferences.ts";
import { playSound, unlockSound } from "./sound.ts";

export function AlertSettings() {
  const { t } = useTranslation("workspace");
  const { hasSound, hasNotifications } = useAlertPreferences();
  const { message } = App.useApp();
  const canNotify = typeof Notification !== "undefined" && isSecureContext;

  function switchSound(isOn: boolean) {
    setAlertPreferences({ hasSound: isOn });
    if (!isOn) return;
    unlockSound();
    playSound("message");
  }

  /** Browsers ask the person only when they have just clicked. */
  async function switchNotifications(isOn: boolean) {
    if (isOn && (await Notification.requestPermission()) !== "granted") {
      message.warning(t("alerts.denied"));
      return;
    }
    setAlertPreferences({ hasNotifications: isOn });
  }

  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={
        <div className="alert-settings">
          <label htmlFor="alert-sound">
            <span>
              {t("alerts.sound")}
              <small>{t("alerts.soundHint")}</small>
            </span>
            <Switch id="alert-sound" size="small" checked={hasSound} onChange={switchSound} />
          </label>
          <label htmlFor="alert-notify">
            <span>
              {t("alerts.notify")}
              <small>{canNotify ? t("alerts.notifyHint") : t("alerts.notifyUnavailable")}</small>
            </span>
            <Switch
              id="alert-notify"
              size="small"
              disabled={!canNotify}
              checked={canNotify && hasNotifications}
              onChange={switchNotifications}
            />
          </label>
        </div>
      }
    >
      <Button
        type="text"
        className="tool"
        aria-label={t("alerts.title")}
        icon={hasSound ? <BellIcon size={18} /> : <BellOffIcon size={18} />}
      />
    </Popover>
  );
}
