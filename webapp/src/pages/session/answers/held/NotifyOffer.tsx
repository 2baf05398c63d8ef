import { Button } from "@mantine/core";
import { useState } from "react";
import { words } from "../words";
import css from "./Held.module.css";
import { notificationPermission } from "../../../../parts/notification";

/** Asks for desktop notifications where a rule asks a person; never on its own. */
export function NotifyOffer() {
  const [permission, setPermission] = useState(notificationPermission);
  if (permission === null || permission === "granted") return null;
  if (permission === "denied") return <p className={css.offer}>{words.notifyDenied}</p>;
  const allow = () => void Notification.requestPermission().then(setPermission);
  return (
    <p className={css.offer}>
      {words.notifyOffer}
      <Button variant="default" size="compact-sm" onClick={allow}>
        Show them
      </Button>
    </p>
  );
}
