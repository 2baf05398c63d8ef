import { Button } from "@mantine/core";
import { useState } from "react";
import css from "./Held.module.css";
import { notificationPermission } from "../../../../parts/notification";
import { answersWords } from "../../../../words/answers";

/** Asks for desktop notifications where a rule asks a person; never on its own. */
export function NotifyOffer() {
  const [permission, setPermission] = useState(notificationPermission);
  if (permission === null || permission === "granted") return null;
  if (permission === "denied") return <p className={css.offer}>{answersWords.held.notifyDenied}</p>;
  const allow = () => void Notification.requestPermission().then(setPermission);
  return (
    <p className={css.offer}>
      {answersWords.held.notifyOffer}
      <Button variant="default" size="compact-sm" onClick={allow}>
        {answersWords.held.notify}
      </Button>
    </p>
  );
}
