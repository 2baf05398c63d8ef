import { Button } from "@mantine/core";
import { useState } from "react";
import { notificationPermission } from "../../parts/notification";
import { settingsWords } from "../../words/settings";
import { Line } from "./Line";
import css from "./Settings.module.css";

const words = settingsWords.browser;

/** Asked for here or at the first ask-me rule, never on load. */
export function NotificationsLine() {
  const [state, setState] = useState(notificationPermission);
  return (
    <Line name={words.notifications} hint={words.notificationsHint}>
      {state === "default" ? (
        <Button variant="default" onClick={() => void Notification.requestPermission().then(setState)}>
          {words.allow}
        </Button>
      ) : (
        <span className={css.hint}>{words.notificationState[state ?? "unsupported"]}</span>
      )}
    </Line>
  );
}
