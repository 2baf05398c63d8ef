import { useEffect, useRef, useState } from "react";
import { announce } from "../../../../parts/announce";
import { useKeys } from "../../../../parts/keys";
import { sessionHash } from "../../../../parts/route";
import { useNow } from "../../../../parts/tick";
import { goTo } from "../../../../parts/useRoute";
import { announcement } from "./held_words";
import { showNotification } from "../../../../parts/notification";
import { useFavicon } from "./useFavicon";
import { useWaiting } from "./useWaiting";
import { newsOf, type Told, type WaitingCall } from "./waiting_calls";
import { answersWords } from "../../../../words/answers";

/** Tells of calls that wait, of whichever charger: aloud, on the desktop, in the tab's icon. Never takes the focus. */
export function HeldWatch() {
  const waiting = useWaiting();
  const now = useNow();
  const told = useRef<ReadonlyMap<string, Told>>(new Map());
  const [alert, setAlert] = useState("");
  useFavicon(waiting.length > 0);
  useKeys({ a: () => openOldest(waiting) });
  useEffect(() => {
    const news = newsOf(waiting, told.current, now);
    told.current = news.told;
    const newest = news.fresh.at(-1);
    if (newest !== undefined) {
      setAlert(announcement(newest.call, now + newest.offset));
      notify(newest);
    }
    for (const { call, offset } of news.soon) announce(announcement(call, now + offset));
  }, [waiting, now]);
  return (
    <div className="sr-only" role="alert">
      {waiting.length > 0 && alert}
    </div>
  );
}

/** Where no card is in sight, its place is opened; a card that is takes the key itself. */
function openOldest([oldest]: readonly WaitingCall[]): boolean {
  const inSight = document.querySelector("[data-card]")?.checkVisibility() === true;
  if (oldest === undefined || inSight) return false;
  goTo(sessionHash(oldest.identity, "answers"));
  return true;
}

function notify({ identity, call }: WaitingCall): void {
  if (document.hasFocus()) return;
  showNotification(answersWords.held.waits(call.action), identity, () => goTo(sessionHash(identity, "answers")));
}
